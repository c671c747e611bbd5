package matterbook.potential;

import java.util.Arrays;

import matterbook.particles.State;

/** What acts on the particles of a simulation: a recipe from which each run makes its own {@link PairKernel}. */
@FunctionalInterface
public interface Forces {
    /** The kernel for the particles of this run; whoever asks for it closes it. */
    PairKernel kernel(State state);

    /** No forces: an ideal gas. */
    static Forces none() {
        return state -> changed -> {
            for (double[] component : changed.force) {
                Arrays.fill(component, 0);
            }
            changed.energy = 0;
            changed.virial = 0;
        };
    }
}
