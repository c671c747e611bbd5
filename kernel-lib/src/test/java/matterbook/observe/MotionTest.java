package matterbook.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.md.Every;
import matterbook.md.LangevinBaoab;
import matterbook.md.MdRun;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.potential.Forces;
import org.junit.jupiter.api.Test;

/** Motion that is known exactly: straight on, and Langevin's without forces. */
class MotionTest {
    @Test
    void straightOn() {
        double[][] v = {{1, -1, 2, 0}, {0, 1, -1, 3}};
        List<Fluid> frames = new ArrayList<>();
        double[] times = {2, 2.5, 3, 3.5};
        for (double t : times) {
            double[][] r = new double[2][4];
            for (int axis = 0; axis < 2; axis++) {
                for (int i = 0; i < 4; i++) {
                    r[axis][i] = i + v[axis][i] * t;
                }
            }
            frames.add(Fluid.of(PeriodicBox.square(4), r, v));
        }
        TimeCorrelation moved = TimeCorrelation.meanSquareDisplacement(times, frames);
        double squares = (1 + 2 + 5 + 9) / 4.0;
        for (int k = 0; k < 4; k++) {
            assertEquals(squares * k * k / 4, moved.values()[k], 1e-12, "ballistic");
            assertEquals(k / 2.0, moved.time()[k], 1e-12);
        }
        TimeCorrelation vacf = TimeCorrelation.velocityAutocorrelation(times, frames);
        assertTrue(Arrays.stream(vacf.values()).allMatch(value -> Math.abs(value - squares) < 1e-12));
        assertEquals(squares * 1.5, vacf.integral(1.5).value(), 1e-12);
        assertEquals(squares * 1.5, moved.slope(0, 1.5).value(), 1e-12);
    }

    /** MSD = 6 T (t + exp(-t) - 1), VACF = 3 T exp(-t), D = T. Of 15 degrees of freedom 5 errors are exceeded once in 6000. */
    @Test
    void langevinWithoutForces() {
        Rng rng = Rng.seeded(11);
        int n = 6000;
        Fluid start = Fluid.of(PeriodicBox.cube(20), new double[3][n], new double[3][n]).maxwellian(1, rng);
        MdRun run = new LangevinBaoab(0.05, 1, 1).run(start, Forces.none(), 200, Every.steps(200).frames(2), rng);
        TimeCorrelation moved = TimeCorrelation.meanSquareDisplacement(run.frameTimes(), run.frames());
        Estimate end = moved.estimates().getLast();
        assertTrue(end.sigmasFrom(54.00027) < 5 && end.error() < 1, end.toString());
        Estimate einstein = moved.einstein(4, 8);
        // the slope has 1 - exp(-t) still in it
        assertTrue(einstein.sigmasFrom(1 - (Math.exp(-4) - Math.exp(-8)) / 4) < 5 && einstein.error() < 0.03,
                einstein.toString());
        TimeCorrelation vacf = TimeCorrelation.velocityAutocorrelation(run.frameTimes(), run.frames());
        for (int k = 0; k < 50; k += 10) {
            Estimate value = vacf.estimates().get(k);
            assertTrue(value.sigmasFrom(3 * Math.exp(-vacf.time()[k])) < 5, value.toString());
        }
        Estimate kubo = vacf.greenKubo(8);
        assertTrue(kubo.sigmasFrom(1) < 5 && kubo.error() < 0.03, kubo.toString());
    }

    @Test
    void framesAtOddTimes() {
        List<Fluid> frames = List.of(Fluid.squareLattice(2, 1), Fluid.squareLattice(2, 1), Fluid.squareLattice(2, 1));
        assertEquals("frames must come at equal times; frame 1 is at 1.0, not at 2.0",
                assertThrows(IllegalArgumentException.class,
                        () -> TimeCorrelation.meanSquareDisplacement(new double[]{0, 1, 4}, frames)).getMessage());
        assertEquals("there are 2 times for 3 frames", assertThrows(IllegalArgumentException.class,
                () -> TimeCorrelation.meanSquareDisplacement(new double[]{0, 1}, frames)).getMessage());
        assertEquals("the times of frames must grow: they go from 3.0 to 3.0", assertThrows(
                IllegalArgumentException.class,
                () -> TimeCorrelation.meanSquareDisplacement(new double[]{3, 3, 3}, frames)).getMessage());
        assertEquals("frames must have the same particles; frame 1 has 9, the first 4", assertThrows(
                IllegalArgumentException.class, () -> TimeCorrelation.meanSquareDisplacement(new double[]{0, 1},
                        List.of(frames.getFirst(), Fluid.squareLattice(3, 1))))
                .getMessage());
    }
}
