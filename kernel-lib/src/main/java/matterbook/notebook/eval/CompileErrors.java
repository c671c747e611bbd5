package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jdk.jshell.Diag;

/** Compile errors as javac shows them: the line of the cell, the message, the source line and a caret beneath. */
final class CompileErrors {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+((?:class|variable|method) [^\\n]+)");
    private static final Pattern PACKAGE = Pattern
            .compile("package (\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*) does not exist");
    private static final Pattern NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
    /** Where JShell hides the names of its own classes, the line says nothing. */
    private static final Pattern EMPTY_LOCATION = Pattern.compile("\\n\\s*location: class\\s*(?=\\n|$)");

    /** A method that does not fit; the names of packages bury what differs. */
    private static final Pattern CANDIDATE = Pattern.compile("(?m)^ +(?:method|constructor) .*$");
    /** What the kit says about null concerns its own build. */
    private static final Pattern NULLNESS = Pattern
            .compile("\\s*@org\\.jspecify\\.annotations\\.\\w+\\s*(?=\\[)|@org\\.jspecify\\.annotations\\.\\w+\\s+");
    /** JShell makes the types of a notebook public, and a record's constructor may not be less so. */
    private static final String OF_RECORD = "a notebook makes its records public, so this constructor must be public too:"
            + " write public before its name";

    private CompileErrors() {}

    /** Something wrong at an offset of the cell; the message's first line says what. */
    record Problem(int offset, String message) {}

    /** The errors of one snippet that starts at {@code start} of the cell. */
    static List<Problem> of(List<Diag> diagnostics, int start) {
        return diagnostics.stream().filter(Diag::isError).map(diag -> new Problem(start + (int) diag.getPosition(),
                readable(diag.getMessage(Locale.ROOT)))).toList();
    }

    private static String readable(String message) {
        String text = NULLNESS.matcher(EMPTY_LOCATION.matcher(message).replaceAll("")).replaceAll("");
        String candidates = CANDIDATE.matcher(text).replaceAll(
                line -> Matcher.quoteReplacement(Inspections.simpleNames(line.group())));
        boolean ofRecord = text.contains("constructor in record") && text.contains("stronger access privileges");
        return ofRecord ? candidates + "\n" + OF_RECORD : candidates;
    }

    /** What the compiler could not find without a qualifier, as {@code class Foo} or {@code method foo(int)}. */
    static Optional<String> missing(Diag diag, String snippet) {
        String message = diag.getMessage(Locale.ROOT);
        int at = (int) diag.getPosition();
        boolean qualified = isDot(snippet, at) || isDot(snippet, at - 1);
        Matcher symbol = SYMBOL.matcher(message);
        if (symbol.find() && !qualified) {
            return Optional.of(symbol.group(1));
        }
        if (diag.getCode().startsWith("compiler.err.cant.apply.symbol") && !qualified) {
            // a method of the notebook hides one of the kit with other parameters
            Matcher name = NAME.matcher(snippet).region(Math.clamp(at, 0, snippet.length()), snippet.length());
            return name.lookingAt() ? Optional.of("method " + name.group()) : Optional.empty();
        }
        Matcher unknownPackage = PACKAGE.matcher(message);
        return unknownPackage.find() ? Optional.of("class " + unknownPackage.group(1)) : Optional.empty();
    }

    private static boolean isDot(String source, int at) {
        return at >= 0 && at < source.length() && source.charAt(at) == '.';
    }

    static CellResult.Failed failed(String cell, List<Problem> problems, List<String> hints) {
        List<String> traceback = new ArrayList<>();
        for (Problem problem : problems) {
            traceback.addAll(lines(cell, problem));
        }
        traceback.addAll(hints);
        List<String> summaries = new ArrayList<>();
        problems.forEach(problem -> summaries.add(summary(problem)));
        summaries.addAll(hints);
        return new CellResult.Failed(CellResult.Kind.COMPILE_ERROR, "CompileError", String.join("\n", summaries),
                traceback, problems.isEmpty() ? 0 : lineOf(cell, problems.getFirst().offset()));
    }

    /** The line of an offset, from 1. */
    static int lineOf(String cell, int offset) {
        return 1 + (int) cell.substring(0, Math.clamp(offset, 0, cell.length())).chars().filter(c -> c == '\n').count();
    }

    private static String summary(Problem problem) {
        String first = problem.message().lines().findFirst().orElse("");
        Matcher symbol = SYMBOL.matcher(problem.message());
        return symbol.find() ? first + ": " + symbol.group(1) : first;
    }

    private static List<String> lines(String cell, Problem problem) {
        int offset = Math.clamp(problem.offset(), 0, cell.length());
        int lineStart = cell.lastIndexOf('\n', offset - 1) + 1;
        int lineEnd = cell.indexOf('\n', offset);
        String line = cell.substring(lineStart, lineEnd < 0 ? cell.length() : lineEnd);
        String indent = cell.substring(lineStart, offset).replaceAll("[^\\t]", " ");
        List<String> message = problem.message().lines().toList();
        List<String> lines = new ArrayList<>();
        lines.add("cell line " + lineOf(cell, offset) + ": error: " + (message.isEmpty() ? "" : message.getFirst()));
        lines.add("    " + line);
        lines.add("    " + indent + "^");
        message.stream().skip(1).forEach(lines::add);
        return lines;
    }
}
