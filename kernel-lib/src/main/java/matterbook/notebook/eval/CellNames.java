package matterbook.notebook.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import matterbook.notebook.eval.JavaTokens.Token;

/**
 * The names in a cell, read without running it: a grader compares a learner's with those that the checks use.
 * Unicode escapes count as the characters they stand for, as they do for the compiler.
 *
 * @param types declared at the cell's top level
 * @param methods declared at the cell's top level
 * @param variables declared or assigned at the cell's top level
 * @param imports simple name -> qualified name of what the cell imports by name
 * @param mentioned every word that does not follow a dot
 * @param called those of them that an opening bracket follows
 */
public record CellNames(Set<String> types, Set<String> methods, Set<String> variables, Map<String, String> imports,
        Set<String> mentioned, Set<String> called) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

    public CellNames {
        types = Set.copyOf(types);
        methods = Set.copyOf(methods);
        variables = Set.copyOf(variables);
        imports = Map.copyOf(imports);
        mentioned = Set.copyOf(mentioned);
        called = Set.copyOf(called);
    }

    /** The names in this source, which need not compile. */
    public static CellNames of(String source) {
        JavaTokens tokens = JavaTokens.of(unescaped(source));
        DeclaredNames declared = DeclaredNames.of(tokens);
        Set<String> methods = new HashSet<>();
        Set<String> variables = new HashSet<>();
        declared.members().forEach((name, start) -> {
            boolean call = tokens.list().stream()
                    .anyMatch(token -> token.start() >= start + name.length() && token.is("(")
                            && tokens.source().substring(start + name.length(), token.start()).isBlank());
            (call ? methods : variables).add(name);
        });
        Map<String, String> imports = new HashMap<>();
        Set<String> mentioned = new HashSet<>();
        Set<String> called = new HashSet<>();
        for (int i = 0; i < tokens.list().size(); i++) {
            Token token = tokens.at(i);
            if (token.is("import")) {
                addImport(tokens, i, imports);
            }
            if (token.isWord() && !tokens.at(i - 1).is(".")) {
                mentioned.add(token.text());
                if (tokens.at(i + 1).is("(")) {
                    called.add(token.text());
                }
                if (token.depth() == 0 && tokens.at(i + 1).is("=")) {
                    variables.add(token.text());
                }
            }
        }
        return new CellNames(declared.types().keySet(), methods, variables, imports, mentioned, called);
    }

    /** Whether every bracket of the source is closed, so that it can run alone. */
    public static boolean isBalanced(String source) {
        return JavaTokens.of(source).openBrackets() == 0;
    }

    private static void addImport(JavaTokens tokens, int at, Map<String, String> imports) {
        int next = tokens.at(at + 1).is("static") ? at + 2 : at + 1;
        StringBuilder name = new StringBuilder();
        while (tokens.at(next).isWord() || tokens.at(next).is(".")) {
            name.append(tokens.at(next++).text());
        }
        int dot = name.lastIndexOf(".");
        if (dot > 0 && dot < name.length() - 1) {
            imports.put(name.substring(dot + 1), name.toString());
        }
    }

    private static String unescaped(String source) {
        Matcher escape = ESCAPE.matcher(source);
        return escape.replaceAll(found -> Matcher
                .quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
