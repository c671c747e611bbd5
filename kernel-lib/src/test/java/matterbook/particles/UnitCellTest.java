package matterbook.particles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import matterbook.core.Rng;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;

class UnitCellTest {
    private static final UnitCell TRICLINIC = UnitCell.of(7.1, 8.2, 6.4, 72, 98, 113);
    /** So flat that rounding fractional coordinates finds a wrong image. */
    private static final UnitCell SHEARED = UnitCell.of(5, 5, 4, 90, 90, 30);

    @Test
    void lengthsAnglesVolumeAndWidths() {
        double[] size = {7.1, 8.2, 6.4, 72, 98, 113};
        for (int k = 0; k < 3; k++) {
            assertEquals(size[k], TRICLINIC.length(k), 1e-12);
            assertEquals(size[3 + k], TRICLINIC.angle(k), 1e-12);
        }
        double[] cosine = Arrays.stream(size, 3, 6).map(angle -> Math.cos(Math.toRadians(angle))).toArray();
        double root = Math.sqrt(1 - cosine[0] * cosine[0] - cosine[1] * cosine[1] - cosine[2] * cosine[2]
                + 2 * cosine[0] * cosine[1] * cosine[2]);
        assertEquals(7.1 * 8.2 * 6.4 * root, TRICLINIC.volume(), 1e-10);
        // the volume is a face times the width beyond it
        assertEquals(7.1 * root / Math.sin(Math.toRadians(72)), TRICLINIC.width(0), 1e-12);
        UnitCell hexagonal = UnitCell.of(26.1136, 26.1136, 6.91674, 90, 90, 120);
        assertEquals(22.6150, hexagonal.width(0), 1e-4);
        assertEquals(22.6150, hexagonal.width(1), 1e-4);
        assertEquals(6.91674, hexagonal.leastWidth(), 1e-12);
        assertArrayEquals(new int[]{0, 0, 1}, hexagonal.imagesWithin(12.8));
        assertEquals("cell of 26.1136 x 26.1136 x 6.91674 angstrom, angles 90, 90, 120", hexagonal.toString());
        assertEquals(hexagonal, UnitCell.ofEdges(hexagonal.edge(0), hexagonal.edge(1), hexagonal.edge(2)));
        assertEquals(8 * hexagonal.volume(), hexagonal.times(2, 4, 1).volume(), 1e-9);
        assertEquals(27, UnitCell.cube(3).volume());
    }

    @Test
    void fractionalCoordinatesAndBack() {
        double[] r = {1.5, -22, 8.25};
        assertArrayEquals(r, TRICLINIC.cartesian(TRICLINIC.fractional(r)), 1e-12);
        double[] before = TRICLINIC.fractional(r);
        double[] after = TRICLINIC.fractional(TRICLINIC.wrap(r));
        for (int k = 0; k < 3; k++) {
            assertTrue(after[k] >= 0 && after[k] < 1, "" + after[k]);
            assertEquals(0, before[k] - after[k] - Math.rint(before[k] - after[k]), 1e-12);
        }
        assertEquals(0, UnitCell.fraction(-1e-20));
    }

    /** Against all images of five cells to each side. */
    @Test
    void theNearestImageInEveryCell() {
        Rng rng = Rng.seeded(1);
        int rounded = 0;
        for (int n = 0; n < 2000; n++) {
            UnitCell cell = n % 2 == 0 ? TRICLINIC : SHEARED;
            double[] f = {4 * rng.nextDouble() - 2, 4 * rng.nextDouble() - 2, 4 * rng.nextDouble() - 2};
            double least = Double.POSITIVE_INFINITY;
            int within = 0;
            for (int image = 0; image < 1331; image++) {
                double length = length(cell.cartesian(f[0] + image % 11 - 5, f[1] + image / 11 % 11 - 5,
                        f[2] + (image / 121 - 5)));
                least = Math.min(least, length);
                within += length < 5.5 ? 1 : 0;
            }
            double[] difference = cell.cartesian(f);
            assertEquals(least, length(cell.nearest(difference)), 1e-12);
            assertEquals(within, cell.distancesWithin(5.5, difference).length);
            rounded += length(cell.cartesian(f[0] - Math.rint(f[0]), f[1] - Math.rint(f[1]),
                    f[2] - Math.rint(f[2]))) > least + 1e-9 ? 1 : 0;
        }
        assertTrue(rounded > 100, "rounding was wrong only " + rounded + " times: the test tells nothing");
    }

    @Test
    void refusesWhatIsNoCell() {
        assertEquals("no cell has the angles 30, 40 and 100 degrees: each must be less than the sum of the others, and"
                + " all together less than 360", said(() -> UnitCell.of(1, 1, 1, 30, 40, 100)));
        assertEquals("the angle beta of a cell must lie between 0 and 180 degrees, not 180.0",
                said(() -> UnitCell.of(1, 1, 1, 90, 180, 90)));
        assertEquals("the edges of this cell are left-handed: exchange two of them",
                said(() -> UnitCell.ofEdges(new double[]{0, 1, 0}, new double[]{1, 0, 0}, new double[]{0, 0, 1})));
        assertEquals("the edges of this cell lie in one plane: it has no volume",
                said(() -> UnitCell.ofEdges(new double[]{0, 1, 0}, new double[]{1, 0, 0}, new double[]{1, 1, 0})));
        assertEquals("the length of edge b must be a finite number above 0, not -1.0",
                assertThrows(IllegalArgumentException.class, () -> UnitCell.of(1, -1, 1, 90, 90, 90)).getMessage());
    }

    private static String said(org.junit.jupiter.api.function.Executable mistake) {
        return String.valueOf(assertThrows(UserError.class, mistake).getMessage());
    }

    private static double length(double[] r) {
        return Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
    }
}
