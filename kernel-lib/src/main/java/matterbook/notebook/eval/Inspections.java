package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.eval.JavaTokens.Token;

/** Signature and documentation of the name at the cursor, or of the call around it. */
final class Inspections {
    private final SourceCodeAnalysis analysis;
    private final SourceSplitter splitter;
    private final Imports imports;
    private final SourceDocs docs;
    private final UnimportedNames names;

    Inspections(JShell shell, SourceSplitter splitter, Imports imports, KitIndex index) {
        analysis = shell.sourceCodeAnalysis();
        this.splitter = splitter;
        this.imports = imports;
        docs = new SourceDocs(index);
        names = new UnimportedNames(shell, index);
    }

    Optional<MimeBundle> at(String source, int wanted) {
        int cursor = Math.clamp(wanted, 0, source.length());
        JavaTokens tokens = JavaTokens.of(source);
        String code = source.substring(0, nameEnd(tokens, cursor));
        imports.take(JavaTokens.of(code), splitter.split(code));
        for (String form : List.of(code, code + "(")) {
            String text = CodeBefore.of(splitter, names, form).text();
            List<Documentation> found = analysis.documentation(text, text.length(), true);
            if (!found.isEmpty()) {
                return Optional.of(MimeBundle.text(describe(found)));
            }
        }
        return docs.ofUnimported(lastWord(code)).map(MimeBundle::text);
    }

    /** A cursor in a name stands for the whole name, and for the method if it is called. */
    private static int nameEnd(JavaTokens tokens, int cursor) {
        for (int i = 0; i < tokens.list().size(); i++) {
            Token token = tokens.at(i);
            if (token.isWord() && token.start() <= cursor && cursor <= token.end()) {
                return tokens.at(i + 1).is("(") ? tokens.at(i + 1).end() : token.end();
            }
        }
        return cursor;
    }

    private static String lastWord(String code) {
        JavaTokens tokens = JavaTokens.of(code);
        Token last = tokens.at(tokens.list().size() - 1);
        return last.isWord() ? last.text() : "";
    }

    /** Simple names without annotations. JShell repeats a record's components wherever it names the record. */
    static String tidy(String signature) {
        return simpleNames(withoutAnnotations(signature)).replaceFirst("<[^<>()]*>\\.(?:<[^<>()]*>)?(?=\\w+\\()", ".")
                .replaceFirst("\\(([^()]*)\\)\\(\\1\\)", "($1)").replaceFirst("\\([^()]*\\)\\.", ".");
    }

    /** {@code java.util.List} as {@code List}. */
    static String simpleNames(String text) {
        return text.replaceAll("\\b(?:\\p{javaLowerCase}\\w*\\.)+(?=\\p{javaUpperCase})", "");
    }

    /** What stands in the signature, but for the annotations of types, which say nothing to a learner. */
    static String withoutAnnotations(String signature) {
        return signature.replaceAll("\\s*@[\\w.]+\\s*(?=\\[)", "").replaceAll("@[\\w.]+\\s+", "");
    }

    private String describe(List<Documentation> found) {
        Set<String> parts = new LinkedHashSet<>();
        for (Documentation one : found) {
            String html = one.javadoc();
            List<String> part = new ArrayList<>(List.of(tidy(one.signature())));
            Optional<String> text = html == null || html.isBlank()
                    ? docs.of(withoutAnnotations(one.signature()))
                    : Optional.of(SourceDocs.plain(html));
            text.filter(doc -> !doc.isBlank()).ifPresent(part::add);
            parts.add(String.join("\n\n", part));
        }
        return String.join("\n\n", parts);
    }
}
