package matterbook.notebook.eval;

import java.util.List;

/**
 * What could stand between {@code start} and {@code end} (offsets into the cell, end exclusive).
 *
 * @param candidates in the order to show; empty where there is nothing to offer
 */
public record Completion(int start, int end, List<Candidate> candidates) {
    public Completion {
        candidates = List.copyOf(candidates);
    }

    /**
     * One completion.
     *
     * @param text replaces the range
     * @param type what it is, in Jupyter's words: class, function, instance, keyword, module, path
     * @param signature parameters and type, for the front end's list; may be empty
     */
    public record Candidate(String text, String type, String signature) {}
}
