package matterbook.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.mc.Nvt;
import matterbook.md.Checkpoint;
import matterbook.particles.Fluid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Monte Carlo that was saved in the middle of a stage and taken up again is the walk that went on. */
class MonteCarloWalkTest {
    private static final Stage STAGE = new Stage.Sampling("only", new Nvt(0.8), 100, 10, 10);
    private static final PotentialChoice LENNARD_JONES = PotentialChoice.of("lj", 2.5);

    @TempDir
    private Path folder;

    @Test
    void goesOnBitByBit() throws Exception {
        Path file = folder.resolve("checkpoint");
        Fluid start = Fluid.squareLattice(10, 0.64);
        try (Walk walk = Walk.start(STAGE, start, LENNARD_JONES, Rng.seeded(1))) {
            walk.advance(30);
            walk.checkpoint().save(file);
            walk.advance(20);
            try (Walk again = Walk.resume(STAGE, Checkpoint.load(file), LENNARD_JONES)) {
                assertEquals(30, again.step());
                again.advance(20);
                assertEquals(walk.measure(), again.measure());
                assertEquals(50, again.measure().time());
                for (int axis = 0; axis < 2; axis++) {
                    assertArrayEquals(walk.fluid().positions()[axis], again.fluid().positions()[axis]);
                }
            }
            assertEquals(0, walk.measure().kinetic());
            assertEquals(0.8, walk.measure().temperature());
        }
    }

    @Test
    void withoutAPotentialThereIsNothingToSample() {
        assertEquals("metropolis needs a potential; without one every move is taken",
                assertThrows(UserError.class, () -> Walk.start(STAGE, Fluid.squareLattice(4, 0.5),
                        PotentialChoice.of("none", Double.NaN), Rng.seeded(1))).getMessage());
    }
}
