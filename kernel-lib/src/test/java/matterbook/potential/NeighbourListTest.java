package matterbook.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.particles.State;
import org.junit.jupiter.api.Test;

/** When a neighbour list is made anew, and that it is late for no pair. */
class NeighbourListTest {
    private static final List<PairMethod> WITH_LISTS = List.of(PairMethod.PACKED, PairMethod.CLUSTERED,
            PairMethod.CLUSTERED_SINGLE);

    @Test
    void isMadeAnewWhenAParticleHasMovedByHalfTheSkin() {
        for (PairMethod method : WITH_LISTS) {
            State state = State.of(Fluid.squareLattice(8, 0.64));
            try (PairKernel kernel = new LennardJones().cutAt(2.5).by(method).skin(0.4).kernel(state)) {
                assertEquals(0, kernel.builds());
                kernel.compute(state);
                kernel.compute(state);
                assertEquals(1, kernel.builds(), method + ": nobody moved");
                state.position[0][5] += 0.15;
                state.position[1][6] -= 0.199;
                kernel.compute(state);
                assertEquals(1, kernel.builds(), method + ": less than half the skin");
                state.position[1][5] += 0.14;
                kernel.compute(state);
                assertEquals(2, kernel.builds(), method + ": 0.15 along one axis and 0.14 along the other");
                kernel.compute(state);
                assertEquals(2, kernel.builds(), method + ": the way counts from the new list on");
            }
        }
    }

    @Test
    void whereThereIsNoneNoneIsMade() {
        State state = State.of(Fluid.squareLattice(8, 0.64));
        for (PairKernel kernel : List.of(new LennardJones().cutAt(2.5).by(PairMethod.NAIVE).kernel(state),
                Forces.none().kernel(state))) {
            kernel.compute(state);
            assertEquals(0, kernel.builds());
        }
    }

    /** Two particles that each go just less than half the skin towards each other meet within the cut-off of an old list. */
    @Test
    void knowsTheWorstPairThatTheRuleAllows() {
        for (PairMethod method : WITH_LISTS) {
            double[][] r = {{10, 12.5 + 0.399}, {10, 10}};
            State state = State.of(Fluid.of(PeriodicBox.square(20), r, new double[2][2]));
            try (PairKernel kernel = new LennardJones().cutAt(2.5).by(method).skin(0.4).kernel(state)) {
                kernel.compute(state);
                assertEquals(0, state.energy, 0, "beyond the cut-off");
                for (int i = 0; i < 2; i++) {
                    state.position[0][i] += state.position[0][i] < 11 ? 0.1999 : -0.1999;
                }
                kernel.compute(state);
                assertEquals(1, kernel.builds());
                assertEquals(new LennardJones().energy(2.4992), state.energy, 1e-12, method.toString());
            }
        }
    }

    @Test
    void aLargerSkinLastsLonger() {
        long last = Long.MAX_VALUE;
        for (double skin : new double[]{0.1, 0.4, 1.6}) {
            State state = State.of(Fluid.squareLattice(8, 0.64));
            Rng rng = Rng.seeded(3);
            try (PairKernel kernel = new LennardJones().cutAt(2.5).by(PairMethod.PACKED).skin(skin).kernel(state)) {
                for (int step = 0; step < 200; step++) {
                    kernel.compute(state);
                    for (double[] component : state.position) {
                        for (int i = 0; i < state.size; i++) {
                            component[i] += 0.02 * rng.nextGaussian();
                        }
                    }
                }
                assertTrue(kernel.builds() < last, skin + ": " + kernel.builds() + ", before " + last);
                last = kernel.builds();
            }
        }
        assertTrue(last >= 1);
    }
}
