package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.List;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import matterbook.notebook.eval.Completeness.Status;

/** Splits a cell into the snippets that JShell takes one at a time. */
final class SourceSplitter {
    private static final String INDENT = "    ";

    private final SourceCodeAnalysis analysis;
    private final SyntaxCheck syntax = new SyntaxCheck();

    /**
     * One snippet.
     *
     * @param start where it starts in the cell, as an offset
     * @param whole false for the rest of a cell that does not end well
     */
    record Piece(String source, int start, boolean whole) {}

    SourceSplitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    List<Piece> split(String cell) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        while (start < cell.length()) {
            start = JavaTokens.firstToken(cell, start);
            String rest = cell.substring(start);
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case EMPTY -> start = cell.length();
                case COMPLETE -> {
                    int end = cell.length() - info.remaining().length();
                    pieces.add(new Piece(cell.substring(start, end), start, true));
                    start = end;
                }
                case COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> {
                    pieces.add(new Piece(info.source(), start, true));
                    start = cell.length();
                }
                case DEFINITELY_INCOMPLETE, UNKNOWN -> {
                    pieces.add(new Piece(rest, start, false));
                    start = cell.length();
                }
            }
        }
        return pieces;
    }

    /** A console asks this after each line; the indent is that of the open brackets. */
    Completeness completeness(String source) {
        String rest = source;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case UNKNOWN -> {
                    return new Completeness(Status.INVALID, "");
                }
                case DEFINITELY_INCOMPLETE -> {
                    return incomplete(source);
                }
                case EMPTY -> {
                    return new Completeness(Status.COMPLETE, "");
                }
                case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> {
                    // JShell would give for (;;) a semicolon; a person who types it goes on with the body
                    if (info.completeness() != SourceCodeAnalysis.Completeness.COMPLETE
                            && syntax.isStatement(rest + "\n{}")) {
                        return incomplete(source);
                    }
                    if (!syntax.parses(info.source())) {
                        return new Completeness(Status.INVALID, "");
                    }
                    if (info.completeness() != SourceCodeAnalysis.Completeness.COMPLETE) {
                        return new Completeness(Status.COMPLETE, "");
                    }
                    rest = info.remaining();
                }
            }
        }
    }

    private static Completeness incomplete(String source) {
        return new Completeness(Status.INCOMPLETE, INDENT.repeat(JavaTokens.of(source).openBrackets()));
    }
}
