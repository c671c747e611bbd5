package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.List;

import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Splits a cell into the snippets that JShell takes one at a time. */
final class SourceSplitter {
    private final SourceCodeAnalysis analysis;

    /** One snippet and where it starts in the cell, as an offset. */
    record Piece(String source, int start) {}

    SourceSplitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    List<Piece> split(String cell) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        while (start < cell.length()) {
            CompletionInfo info = analysis.analyzeCompletion(cell.substring(start));
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break;
            }
            boolean goesOn = info.completeness().isComplete() && !info.remaining().isEmpty();
            int end = goesOn ? cell.length() - info.remaining().length() : cell.length();
            pieces.add(new Piece(cell.substring(start, end), start));
            start = end;
        }
        return pieces;
    }

    Completeness completeness(String source) {
        String rest = source;
        while (true) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case UNKNOWN -> {
                    return new Completeness(Completeness.Status.INVALID, "");
                }
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return new Completeness(Completeness.Status.INCOMPLETE, "");
                }
                case EMPTY, COMPLETE, COMPLETE_WITH_SEMI -> {
                    if (info.remaining().isEmpty()) {
                        return new Completeness(Completeness.Status.COMPLETE, "");
                    }
                    rest = info.remaining();
                }
            }
        }
    }
}
