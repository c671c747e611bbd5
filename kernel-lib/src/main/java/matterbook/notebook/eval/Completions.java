package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import matterbook.notebook.eval.Completion.Candidate;
import matterbook.notebook.eval.JavaTokens.Kind;
import matterbook.notebook.eval.JavaTokens.Token;

/** What could stand at the cursor: members, names, keywords, names that would be imported, files in strings. */
final class Completions {
    /** Signatures cost some milliseconds each, so that only a short list gets them. */
    private static final int MOST_SIGNATURES = 12;
    private static final int MOST_OVERLOADS = 4;
    /** What every object has comes after what this one has. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("clone(", "equals(", "finalize(", "getClass(",
            "hashCode(",
            "notify(", "notifyAll(", "toString(", "wait(");
    private static final List<String> KEYWORDS = List.of("abstract", "assert", "boolean", "break", "byte", "case",
            "catch", "char", "class", "continue", "default", "do", "double", "else", "enum", "extends", "false",
            "final",
            "finally", "float", "for", "if", "implements", "import", "instanceof", "int", "interface", "long", "new",
            "null", "permits", "private", "protected", "public", "record", "return", "sealed", "short", "static",
            "super", "switch", "synchronized", "this", "throw", "throws", "true", "try", "var", "void", "while",
            "yield");

    private final SourceCodeAnalysis analysis;
    private final SourceSplitter splitter;
    private final Imports imports;
    private final KitIndex index;
    private final UnimportedNames names;
    private final PackageNames packages = new PackageNames();

    Completions(JShell shell, SourceSplitter splitter, Imports imports, KitIndex index) {
        analysis = shell.sourceCodeAnalysis();
        this.splitter = splitter;
        this.imports = imports;
        this.index = index;
        names = new UnimportedNames(shell, index);
    }

    Completion at(String source, int wanted) {
        int cursor = Math.clamp(wanted, 0, source.length());
        String before = source.substring(0, cursor);
        JavaTokens tokens = JavaTokens.of(before);
        Token last = tokens.at(tokens.list().size() - 1);
        if (isOpenString(last, cursor)) {
            return FileNames.at(before, last.start() + 1);
        }
        imports.take(tokens, splitter.split(before));
        CodeBefore code = CodeBefore.of(splitter, names, before);
        int[] anchor = {code.text().length()};
        List<Suggestion> found = analysis.completionSuggestions(code.text(), code.text().length(), anchor);
        int start = Math.clamp(code.offsetInCell(anchor[0]), 0, cursor);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        boolean inWord = last.isWord() && last.end() == cursor;
        boolean member = tokens.at(tokens.list().size() - (inWord ? 2 : 1)).is(".");
        if (inWord && !member) {
            locals(tokens, last.text()).forEach(one -> candidates.put(one.text(), one));
        }
        signed(code.text().substring(0, Math.clamp(anchor[0], 0, code.text().length())), found)
                .forEach(one -> candidates.put(one.text(), one));
        if (member) {
            start = inWord ? last.start() : cursor;
            packages.partsAfter(qualified(before))
                    .forEach(part -> candidates.putIfAbsent(part, new Candidate(part, "module", "")));
        } else if (inWord) {
            unqualified(last.text()).forEach(one -> candidates.putIfAbsent(one.text(), one));
            start = last.start();
        }
        return new Completion(start, cursor, List.copyOf(candidates.values()));
    }

    private static boolean isOpenString(Token last, int cursor) {
        return last.kind() == Kind.STRING && last.end() == cursor
                && (last.text().length() == 1 || !last.text().endsWith("\""));
    }

    /** The dotted name that ends here. */
    private static String qualified(String before) {
        int start = before.length();
        while (start > 0
                && (Character.isJavaIdentifierPart(before.charAt(start - 1)) || before.charAt(start - 1) == '.')) {
            start--;
        }
        return before.substring(start);
    }

    private List<Candidate> signed(String prefix, List<Suggestion> found) {
        List<Candidate> candidates = new ArrayList<>();
        List<Suggestion> matching = found.stream().filter(one -> !one.continuation().startsWith("$"))
                .sorted(Comparator.comparing((Suggestion one) -> !one.matchesType())
                        .thenComparing(one -> OF_EVERY_OBJECT.contains(one.continuation().replace(")", ""))))
                .toList();
        for (Suggestion one : matching) {
            String name = one.continuation();
            String type = type(name);
            String signature = matching.size() <= MOST_SIGNATURES && type.equals("function")
                    ? signature(prefix, name)
                    : "";
            candidates.add(new Candidate(name.endsWith(")") ? name.substring(0, name.length() - 1) : name, type,
                    signature));
        }
        return candidates;
    }

    private String signature(String prefix, String name) {
        String call = prefix + (name.endsWith(")") ? name.substring(0, name.length() - 1) : name);
        return analysis.documentation(call, call.length(), false).stream().map(Documentation::signature)
                .map(Inspections::tidy).distinct().limit(MOST_OVERLOADS).collect(Collectors.joining("\n"));
    }

    private static String type(String name) {
        if (name.endsWith("(") || name.endsWith(")")) {
            return "function";
        }
        if (KEYWORDS.contains(name)) {
            return "keyword";
        }
        if (name.contains(".")) {
            return "module";
        }
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() > 1;
        return Character.isUpperCase(name.charAt(0)) && !constant ? "class" : "instance";
    }

    /** What the cell itself declares above the cursor. */
    private static List<Candidate> locals(JavaTokens tokens, String prefix) {
        return LocalNames.atEnd(tokens).entrySet().stream().filter(one -> one.getKey().startsWith(prefix))
                .map(one -> new Candidate(one.getValue().equals("function") ? one.getKey() + "(" : one.getKey(),
                        one.getValue(), ""))
                .toList();
    }

    private List<Candidate> unqualified(String prefix) {
        List<Candidate> candidates = new ArrayList<>();
        KEYWORDS.stream().filter(word -> word.startsWith(prefix))
                .forEach(word -> candidates.add(new Candidate(word, "keyword", "")));
        for (String name : KitImports.STATICS) {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (simple.startsWith(prefix)) {
                boolean constant = simple.equals("PI");
                candidates.add(new Candidate(constant ? simple : simple + "(", constant ? "instance" : "function",
                        "static " + name));
            }
        }
        for (String owner : KitImports.STATIC_CLASSES) {
            index.staticMethods(owner).tailSet(prefix).stream().filter(name -> name.startsWith(prefix))
                    .forEach(name -> candidates.add(new Candidate(name + "(", "function", "static " + owner + "."
                            + name)));
        }
        for (String type : index.typesStartingWith(prefix)) {
            candidates.add(new Candidate(type.substring(type.lastIndexOf('.') + 1), "class", type));
        }
        return candidates;
    }
}
