package matterbook.md;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.particles.State;
import matterbook.potential.Forces;
import matterbook.potential.InversePower;
import matterbook.potential.LennardJones;
import matterbook.potential.PairKernel;
import matterbook.potential.PairMethod;
import matterbook.potential.PairPotential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was saved and taken up again is the run that went on, bit by bit. */
class LongRunTest {
    private static final Forces SOFT = new InversePower(12).cutAt(3);
    private static final long N = 150;

    @TempDir
    private Path folder;

    static Stream<Integrator> integrators() {
        return Stream.of(new VelocityVerlet(0.004), new PositionVerlet(0.004), new Langevin(0.005, 1, 0.9),
                new LangevinBaoab(0.005, 1, 0.9), new EulerMaruyama(0.0005, 1, 0.9),
                new VelocityVerlet(0.004).with(new Andersen(0.9, 1)));
    }

    @ParameterizedTest
    @MethodSource("integrators")
    void goesOnBitByBit(Integrator integrator) throws Exception {
        for (PairMethod method : List.of(PairMethod.FASTEST, PairMethod.PACKED)) {
            Forces forces = new InversePower(12).cutAt(3).by(method);
            Fluid start = Fluid.squareLattice(12, 0.64).polydisperse(method == PairMethod.PACKED ? 0.05 : 0,
                    Rng.seeded(4)).thermalised(0.9, Rng.seeded(1));
            Path file = folder.resolve("run.checkpoint");
            Fluid whole;
            Measurement end;
            try (LongRun run = LongRun.start(start, integrator, forces, Rng.seeded(2))) {
                run.advance(N);
                run.checkpoint().save(file);
                run.advance(N);
                whole = run.fluid();
                end = run.measure();
            }
            try (LongRun run = LongRun.resume(Checkpoint.load(file), integrator, forces)) {
                assertEquals(N, run.step());
                run.advance(N);
                assertEquals(end, run.measure());
                assertSame(whole, run.fluid());
            }
        }
    }

    /** Without saving in between the way is the same but for rounding: few steps show no more. */
    @Test
    void aCheckpointChangesNoMoreThanRounding() {
        Fluid start = Fluid.squareLattice(12, 0.64).thermalised(0.9, Rng.seeded(1));
        MdRun plain = new VelocityVerlet(0.001).run(start, SOFT, 100, Every.steps(100));
        try (LongRun run = LongRun.start(start, new VelocityVerlet(0.001), SOFT, Rng.seeded(2))) {
            run.advance(50);
            assertEquals(50, run.checkpoint().step());
            run.advance(50);
            assertArrayEquals(plain.last().positions()[0], run.fluid().positions()[0], 1e-10);
            assertEquals(plain.energy()[1], run.measure().kinetic() + run.measure().potential(), 1e-9);
            assertEquals(plain.time()[1], run.time());
            assertEquals(plain.pressure()[1], run.measure().pressure(), 1e-9);
        }
    }

    /** Free particles that cross half of the skin every 20 steps; a checkpoint makes one list more, and its count goes on. */
    @Test
    void countsTheNeighbourListsOfAllItsPieces() {
        double[][] apart = {{0, 10, 20}, {0, 10, 20}};
        double[][] together = {{1, 1, 1}, {0, 0, 0}};
        Fluid start = Fluid.of(PeriodicBox.square(30), apart, together);
        Forces forces = new InversePower(12).cutAt(3).by(PairMethod.PACKED).skin(0.39);
        try (LongRun run = LongRun.start(start, new VelocityVerlet(0.01), forces, Rng.seeded(2))) {
            assertEquals(1, run.listBuilds());
            run.advance(19);
            assertEquals(1, run.listBuilds());
            run.advance(1);
            assertEquals(2, run.listBuilds());
            run.advance(20);
            assertEquals(3, run.listBuilds());
            run.checkpoint();
            assertEquals(4, run.listBuilds());
            run.advance(20);
            assertEquals(5, run.listBuilds());
        }
        try (LongRun run = LongRun.start(start, new VelocityVerlet(0.01), Forces.none(), Rng.seeded(2))) {
            run.advance(40);
            assertEquals(0, run.listBuilds());
        }
    }

    @Test
    void aCheckpointOfAnotherSystem() throws Exception {
        Fluid start = Fluid.squareLattice(12, 0.64).thermalised(0.9, Rng.seeded(1));
        Checkpoint checkpoint;
        try (LongRun run = LongRun.start(start, new VelocityVerlet(0.001), SOFT, Rng.seeded(2))) {
            checkpoint = run.checkpoint();
        }
        assertEquals("this checkpoint is of another system: it was moved by VelocityVerlet[timeStep=0.001] with"
                + " CutPotential[potential=InversePower[exponent=12, strength=1.0], cutoff=3.0, cut=PLAIN], not by"
                + " VelocityVerlet[timeStep=0.001] with CutPotential[potential=LennardJones[epsilon=1.0, sigma=1.0],"
                + " cutoff=2.5, cut=PLAIN]",
                assertThrows(UserError.class, () -> LongRun.resume(checkpoint, new VelocityVerlet(0.001),
                        new LennardJones().cutAt(2.5))).getMessage());
    }

    /** A potential and a thermostat that have no text of their own: Java would name them by an address, each time another. */
    @Test
    void namesWithoutAddresses() {
        PairPotential own = new PairPotential() {
            @Override
            public double energy(double r) {
                return 1 / r;
            }

            @Override
            public double force(double r) {
                return 1 / (r * r);
            }
        };
        Integrator rule = new VelocityVerlet(0.004).with((state, dt, rng) -> {
        });
        Fluid start = Fluid.squareLattice(12, 0.64).thermalised(0.9, Rng.seeded(1));
        try (LongRun run = LongRun.start(start, rule, own.cutAt(2), Rng.seeded(2))) {
            assertEquals(
                    "Thermostatted[motion=VelocityVerlet[timeStep=0.004], thermostat=matterbook.md.LongRunTest$$Lambda]"
                            + " with CutPotential[potential=matterbook.md.LongRunTest$1, cutoff=2.0, cut=PLAIN]",
                    run.checkpoint().system());
        }
    }

    /** A run that does not start leaves no kernel behind, nor the threads of one. */
    @Test
    void aRunThatIsRefusedClosesItsKernel() {
        Fluid same = Fluid.of(PeriodicBox.square(10), new double[2][2], new double[2][2]);
        Fluid apart = Fluid.of(PeriodicBox.square(10), new double[][]{{1, 5}, {1, 5}}, new double[2][2]);
        int[] closed = {0};
        Forces watched = state -> {
            PairKernel kernel = new InversePower(12).cutAt(3).kernel(state);
            return new PairKernel() {
                @Override
                public void compute(State moved) {
                    kernel.compute(moved);
                }

                @Override
                public void close() {
                    kernel.close();
                    closed[0]++;
                }
            };
        };
        assertThrows(UserError.class, () -> LongRun.start(same, new VelocityVerlet(0.004), watched, Rng.seeded(1)));
        assertEquals(1, closed[0]);
        assertThrows(UserError.class, () -> LongRun.start(apart, new Langevin(3, 1, 0), watched, Rng.seeded(1)));
        assertEquals(2, closed[0]);
    }

    @Test
    void filesThatAreNoCheckpoint() throws Exception {
        Fluid start = Fluid.squareLattice(12, 0.64).thermalised(0.9, Rng.seeded(1));
        Path file = folder.resolve("x.checkpoint");
        try (LongRun run = LongRun.start(start, new VelocityVerlet(0.001), SOFT, Rng.seeded(2))) {
            run.checkpoint().withNote("mine").save(file);
        }
        assertEquals("mine", Checkpoint.load(file).note());
        byte[] bytes = Files.readAllBytes(file);
        bytes[300] ^= 1;
        Files.write(file, bytes);
        assertEquals(file + ": this checkpoint is damaged; start the run anew",
                assertThrows(UserError.class, () -> Checkpoint.load(file)).getMessage());
        Files.writeString(file, "something else altogether");
        assertEquals(file + ": not a checkpoint of this version",
                assertThrows(UserError.class, () -> Checkpoint.load(file)).getMessage());
    }

    private static void assertSame(Fluid expected, Fluid actual) {
        for (int axis = 0; axis < expected.dimensions(); axis++) {
            assertArrayEquals(expected.positions()[axis], actual.positions()[axis]);
            assertArrayEquals(expected.velocities()[axis], actual.velocities()[axis]);
        }
    }
}
