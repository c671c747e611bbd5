package matterbook.potential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.particles.State;
import org.junit.jupiter.api.Test;

/** The readable kernel and the fast ones give the same forces. */
class KernelsAgreeTest {
    /** Of the largest force, for kernels that calculate in double precision. */
    private static final double DOUBLE = 1e-12;

    /** Of the largest force between two particles, in single precision. */
    private static final double SINGLE = 2e-5;

    private static final List<PairPotential> POTENTIALS = List.of(new LennardJones().cutAt(2.5),
            new LennardJones(1.4, 0.9).cutAndShiftedAt(2.2), new LennardJones().forceShiftedAt(2), new Wca(),
            new InversePower(12).cutAt(2.5), new InversePower(8, 0.7).cutAndShiftedAt(2.5),
            new InversePower(5).cutAt(2.5), new PotentialTest.Morse(1, 0.3).cutAt(2.5));

    /** The build starts Java with vectors, so the vector kernel is what is tested where it is asked for. */
    @Test
    void theFastestIsTheOneOnVectors() {
        State state = State.of(Fluid.squareLattice(6, 0.5));
        try (PairKernel kernel = new InversePower(12).cutAt(3).kernel(state)) {
            assertTrue(kernel instanceof Clustered, kernel.toString());
        }
        try (PairKernel kernel = new InversePower(9).cutAt(3).kernel(state)) {
            assertTrue(kernel instanceof Packed, kernel.toString());
        }
    }

    @Test
    void inBoxesOfManyShapes() {
        List<PeriodicBox> boxes = List.of(PeriodicBox.square(5), PeriodicBox.square(17), new PeriodicBox(6, 30),
                PeriodicBox.cube(5), new PeriodicBox(5, 7, 20), PeriodicBox.cube(11));
        for (PeriodicBox box : boxes) {
            for (PairPotential potential : POTENTIALS) {
                for (int threads = 1; threads <= 3; threads += 2) {
                    assertAgree(scattered(box, 0.7, Rng.seeded(4)), CutPotential.of(potential), threads);
                }
            }
        }
    }

    @Test
    void forFewParticles() {
        for (int n = 1; n <= 9; n++) {
            double[][] r = new double[3][n];
            for (int i = 0; i < n; i++) {
                r[0][i] = 1.01 * i - 4;
                r[1][i] = 30;
                r[2][i] = -17.3 + 0.01 * i;
            }
            assertAgree(Fluid.of(PeriodicBox.cube(12), r, new double[3][n]), new LennardJones().cutAt(2.5), 1);
        }
    }

    @Test
    void withDiametersOfTheirOwn() {
        for (PeriodicBox box : List.of(PeriodicBox.square(14), PeriodicBox.cube(8))) {
            Fluid mixed = scattered(box, 0.6, Rng.seeded(5)).polydisperse(0.1, Rng.seeded(6));
            for (PairPotential potential : POTENTIALS) {
                assertAgree(mixed, CutPotential.of(potential), 2);
            }
        }
    }

    /** A list that serves many steps stays right: forces after many small moves, without a word to the kernel. */
    @Test
    void whileParticlesMove() {
        CutPotential potential = new LennardJones().cutAt(2.5);
        for (PairMethod method : PairMethod.values()) {
            State state = State.of(scattered(PeriodicBox.cube(9), 0.7, Rng.seeded(7)));
            Rng rng = Rng.seeded(8);
            try (PairKernel kernel = potential.by(method).kernel(state)) {
                for (int step = 0; step < 60; step++) {
                    for (double[] component : state.position) {
                        for (int i = 0; i < state.size; i++) {
                            component[i] += 0.01 * rng.nextGaussian();
                        }
                    }
                    kernel.compute(state);
                    assertSame(naive(state.fluid(), potential), potential, state, method);
                }
            }
        }
    }

    /** Random places that keep a distance, all over the box and beyond it. */
    private static Fluid scattered(PeriodicBox box, double density, Rng rng) {
        int n = (int) (density * box.volume());
        double[][] r = new double[box.dimensions()][n];
        double nearest = 0.75;
        for (int i = 0; i < n; i++) {
            int tries = 0;
            do {
                for (int axis = 0; axis < r.length; axis++) {
                    r[axis][i] = box.side(axis) * (4 * rng.nextDouble() - 2);
                }
                nearest *= ++tries % 1000 == 0 ? 0.95 : 1;
            } while (tooNear(box, r, i, nearest));
        }
        return Fluid.of(box, r, new double[r.length][n]);
    }

    private static boolean tooNear(PeriodicBox box, double[][] r, int i, double nearest) {
        for (int j = 0; j < i; j++) {
            double squared = 0;
            for (int axis = 0; axis < r.length; axis++) {
                double d = box.nearest(axis, r[axis][i] - r[axis][j]);
                squared += d * d;
            }
            if (squared < nearest * nearest) {
                return true;
            }
        }
        return false;
    }

    private static void assertAgree(Fluid fluid, CutPotential potential, int threads) {
        State naive = naive(fluid, potential);
        for (PairMethod method : PairMethod.values()) {
            State state = State.of(fluid);
            try (PairKernel kernel = potential.by(method).threads(threads).kernel(state)) {
                kernel.compute(state);
                // and once more with the list as it is, as most steps do
                kernel.compute(state);
            }
            assertSame(naive, potential, state, method);
        }
    }

    private static State naive(Fluid fluid, CutPotential potential) {
        State naive = State.of(fluid);
        new Naive(potential).compute(naive);
        return naive;
    }

    private static void assertSame(State naive, CutPotential potential, State state, PairMethod method) {
        double scale = naive.largestForce();
        double bound = method == PairMethod.CLUSTERED_SINGLE
                ? SINGLE * Math.max(scale, Math.abs(potential.force(naive.fluid().configuration().smallestDistance())))
                : DOUBLE * scale;
        double sum = 0;
        for (int i = 0; i < state.size; i++) {
            for (int axis = 0; axis < state.dimensions; axis++) {
                assertEquals(naive.force[axis][state.id[i]], state.force[axis][i], bound,
                        method + " " + potential + " particle " + state.id[i] + " axis " + axis);
                sum += Math.abs(state.force[axis][i]);
            }
        }
        assertTrue(sum > 0 || state.size < 3, "no force at all");
        assertEquals(naive.energy, state.energy, DOUBLE * Math.max(scale, Math.abs(naive.energy)), method + " energy");
        assertEquals(naive.virial, state.virial, DOUBLE * Math.max(scale, Math.abs(naive.virial)), method + " virial");
    }

    /** The same bits again, for one thread and for three. */
    @Test
    void theSameTwice() {
        Fluid fluid = scattered(PeriodicBox.cube(10), 0.7, Rng.seeded(9));
        for (PairMethod method : PairMethod.values()) {
            for (int threads = 1; threads <= 3; threads += 2) {
                State first = State.of(fluid);
                State second = State.of(fluid);
                PairForces forces = new LennardJones().cutAt(2.5).by(method).threads(threads);
                try (PairKernel one = forces.kernel(first); PairKernel two = forces.kernel(second)) {
                    one.compute(first);
                    two.compute(second);
                }
                for (int axis = 0; axis < 3; axis++) {
                    assertArrayEquals(first.force[axis], second.force[axis]);
                }
                assertEquals(first.energy, second.energy);
            }
        }
    }

    /** On vectors no thread adds to what another has: forces are the same bits for any number of threads. */
    @Test
    void vectorsDoNotMindHowManyThreads() {
        Fluid fluid = scattered(PeriodicBox.cube(10), 0.7, Rng.seeded(10));
        for (PairMethod method : List.of(PairMethod.CLUSTERED, PairMethod.CLUSTERED_SINGLE)) {
            State one = State.of(fluid);
            State three = State.of(fluid);
            new LennardJones().cutAt(2.5).by(method).kernel(one).compute(one);
            try (PairKernel kernel = new LennardJones().cutAt(2.5).by(method).threads(3).kernel(three)) {
                kernel.compute(three);
            }
            for (int axis = 0; axis < 3; axis++) {
                assertArrayEquals(one.force[axis], three.force[axis]);
            }
            assertEquals(one.energy, three.energy, 1e-12 * Math.abs(one.energy));
        }
    }
}
