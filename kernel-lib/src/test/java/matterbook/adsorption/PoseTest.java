package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import matterbook.particles.UnitCell;
import org.junit.jupiter.api.Test;

class PoseTest {
    private static final Guest AXES = new Guest("axes", List.of(new Guest.Site("o", 0, 1, 0, 0, 0),
            new Guest.Site("x", 0, 0, 1, 0, 0), new Guest.Site("y", 0, 0, 0, 1, 0),
            new Guest.Site("z", 0, 0, 0, 0, 1)));

    @Test
    void aQuarterTurn() {
        double half = Math.sqrt(0.5);
        assertArrayEquals(new double[]{1, 2, 3, 1, 3, 3, 0, 2, 3, 1, 2, 4},
                new Pose(1, 2, 3, half, 0, 0, half).sites(AXES), 1e-15);
        assertArrayEquals(new double[]{0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0}, new Pose(0, 0, 0, 3, 3, 0, 0).sites(AXES),
                1e-15);
        assertArrayEquals(new double[]{5, 0, 0, 6, 0, 0, 5, 1, 0, 5, 0, 1}, new Pose(5, 0, 0).sites(AXES), 0);
        assertThrows(IllegalArgumentException.class, () -> new Pose(0, 0, 0, 0, 0, 0, 0));
    }

    /**
     * Of uniform orientations each element of the rotation matrix has mean 0 and mean square 1/3, and lengths stay; places
     * are uniform in the cell. Bounds are 4.5 sigma of 20,000: with 12 comparisons false in 1 of 12,000 seeds.
     */
    @Test
    void uniform() {
        UnitCell cell = UnitCell.of(7, 8, 9, 70, 80, 110);
        Rng rng = Rng.seeded(5);
        int count = 20_000;
        double[] mean = new double[9];
        double[] square = new double[9];
        double[] place = new double[3];
        for (int n = 0; n < count; n++) {
            double[] sites = Pose.uniform(cell, rng).sites(AXES);
            double[] f = cell.fractional(sites[0], sites[1], sites[2]);
            for (int m = 0; m < 9; m++) {
                double element = sites[3 + m] - sites[m % 3];
                mean[m] += element / count;
                square[m] += element * element / count;
            }
            for (int axis = 0; axis < 3; axis++) {
                assertTrue(f[axis] > -1e-12 && f[axis] < 1 + 1e-12);
                place[axis] += f[axis] / count;
            }
        }
        for (int m = 0; m < 9; m++) {
            assertEquals(0, mean[m], 4.5 * Math.sqrt(1. / 3 / count));
            assertEquals(1. / 3, square[m], 4.5 * Math.sqrt(4. / 45 / count));
        }
        for (double p : place) {
            assertEquals(0.5, p, 4.5 * Math.sqrt(1. / 12 / count));
        }
    }
}
