package matterbook.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.UnitCell;
import org.junit.jupiter.api.Test;

class EwaldTest {
    private static final double[][] TWO_CHARGES_AT_HALF = {{0, 0.5}, {0, 0.5}, {0, 0.5}};

    /**
     * Madelung constants for the nearest distance, D. Borwein, J. M. Borwein and K. F. Taylor, J. Math. Phys. 26, 2999
     * (1985), and R. E. Crandall and J. P. Buhler, J. Phys. A 20, 5497 (1987).
     */
    @Test
    void madelungConstants() {
        double[][] corners = {{0, .5, .5, 0, .5, 0, 0, .5}, {0, .5, 0, .5, 0, .5, 0, .5}, {0, 0, .5, .5, 0, 0, .5, .5}};
        assertEquals(-1.74756459463318, 0.5 / 4 * energy(corners, 1, 1, 1, 1, -1, -1, -1, -1), 1e-9);
        assertEquals(-1.76267477307099, Math.sqrt(0.75) * energy(TWO_CHARGES_AT_HALF, 1, -1), 1e-9);
        double[][] blende = {{0, .5, .5, 0, .25, .75, .75, .25}, {0, .5, 0, .5, .25, .75, .25, .75},
                {0, 0, .5, .5, .25, .25, .75, .75}};
        assertEquals(-1.6380550533888, Math.sqrt(0.1875) / 4 * energy(blende, 1, 1, 1, 1, -1, -1, -1, -1), 1e-9);
    }

    /** The same rock salt in its primitive cell, which has angles of 60 degrees. */
    @Test
    void theCellDoesNotMatter() {
        UnitCell primitive = UnitCell.of(Math.sqrt(0.5), Math.sqrt(0.5), Math.sqrt(0.5), 60, 60, 60);
        double[] half = primitive.cartesian(0.5, 0.5, 0.5);
        double energy = Ewald.of(primitive, 1e-12).energy(new double[][]{{0, half[0]}, {0, half[1]}, {0, half[2]}},
                new double[]{1, -1});
        assertEquals(-1.74756459463318, 0.5 * energy, 1e-9);
    }

    @Test
    void alphaDoesNotMatter() {
        UnitCell cell = UnitCell.of(5, 6, 7.5, 71, 98, 113);
        double[][] r = new double[3][6];
        double[] charges = {1.2, -.7, .4, -.9, .3, -.3};
        Rng rng = Rng.seeded(1);
        for (int i = 0; i < 6; i++) {
            double[] place = cell.cartesian(rng.nextDouble(), rng.nextDouble(), rng.nextDouble());
            for (int axis = 0; axis < 3; axis++) {
                r[axis][i] = place[axis];
            }
        }
        Ewald one = Ewald.of(cell, 1e-11, 6);
        Ewald other = Ewald.of(cell, 1e-11, 9);
        assertEquals(one.energy(r, charges), other.energy(r, charges), 1e-9);
        double phi = one.potential(r, charges, .3, .4, 5);
        assertEquals(phi, other.potential(r, charges, .3, .4, 5), 1e-9);
        for (double tolerance : new double[]{1e-4, 1e-6, 1e-8}) {
            double error = Math.abs(Ewald.of(cell, tolerance).potential(r, charges, .3, .4, 5) - phi);
            assertTrue(error < 3 * tolerance, tolerance + ": " + error);
        }
        // a remainder of charge, as rounding leaves it, does not change this
        charges[0] += 0.008;
        assertEquals(one.energy(r, charges), other.energy(r, charges), 1e-9);
        EwaldField field = EwaldField.of(one, r, charges);
        double space = 0;
        for (int i = 0; i < 6; i++) {
            double[] d = {.3 - r[0][i], .4 - r[1][i], 5 - r[2][i]};
            for (int n = 0; n < 1331; n++) {
                double[] image = cell.cartesian(n % 11 - 5, n / 11 % 11 - 5, n / 121 - 5);
                double distance = Math.sqrt(Math.pow(d[0] + image[0], 2) + Math.pow(d[1] + image[1], 2)
                        + Math.pow(d[2] + image[2], 2));
                space += distance < one.cutoff() ? charges[i] * one.screened(distance) : 0;
            }
        }
        assertEquals(one.potential(r, charges, .3, .4, 5), space + field.at(.3, .4, 5), 1e-12);
    }

    @Test
    void chargesMustAddUpToNothing() {
        assertEquals("the charges of a cell add up to 1; an Ewald sum needs 0 (up to 0.01 for rounding)",
                assertThrows(UserError.class, () -> energy(TWO_CHARGES_AT_HALF, 2, -1)).getMessage());
    }

    private static double energy(double[][] r, double... charges) {
        return Ewald.of(UnitCell.cube(1), 1e-12).energy(r, charges);
    }
}
