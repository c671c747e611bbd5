package matterbook.nn;

import java.util.List;

/**
 * What a network with memory makes of sequences.
 *
 * @param ends the state of each {@link Lstm} after the last step, in their order; derivatives go back through it
 */
public record Unrolled(Tensor output, List<LstmState> ends) {
    public Unrolled {
        ends = List.copyOf(ends);
    }
}
