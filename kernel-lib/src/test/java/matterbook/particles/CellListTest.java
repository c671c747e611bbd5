package matterbook.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class CellListTest {
    /** Against all pairs, in boxes of many cells, of few and of one, after many moves. */
    @Test
    void findsWhatAllPairsFind() {
        for (PeriodicBox box : new PeriodicBox[]{new PeriodicBox(12, 9), new PeriodicBox(2, 7),
                new PeriodicBox(3, 3)}) {
            Rng rng = Rng.seeded(1);
            int n = 40;
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = rng.nextDouble(box.width());
                y[i] = rng.nextDouble(box.height());
            }
            CellList cells = new CellList(box, 1, x, y);
            for (int round = 0; round < 20; round++) {
                for (int move = 0; move < 30; move++) {
                    int i = rng.nextInt(n);
                    x[i] = rng.nextDouble(box.width());
                    y[i] = rng.nextDouble(box.height());
                    cells.moved(i);
                }
                assertSamePairs(box, x, y, cells);
            }
        }
    }

    private static void assertSamePairs(PeriodicBox box, double[] x, double[] y, CellList cells) {
        Set<Integer> expected = new HashSet<>();
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < x.length; i++) {
            boolean near = false;
            for (int j = 0; j < x.length; j++) {
                boolean pair = j != i && box.distanceSquared(x[i], y[i], x[j], y[j]) < 1;
                near |= pair && box.distanceSquared(x[i], y[i], x[j], y[j]) < 0.64;
                if (pair && j < i) {
                    expected.add(i * x.length + j);
                }
            }
            assertEquals(near, cells.anyCloser(x[i], y[i], i, 0.8));
        }
        cells.forEachPair((i, j, distanceSquared) -> {
            assertTrue(found.add(i * x.length + j), "a pair came twice");
            assertEquals(box.distanceSquared(x[i], y[i], x[j], y[j]), distanceSquared);
        });
        assertEquals(expected, found);
    }

    @Test
    void nonsenseIsRefused() {
        PeriodicBox box = PeriodicBox.square(4);
        ConfigurationTest.assertMessage("the range 2.5 is more than half of the box's shorter side 4.0",
                () -> new CellList(box, 2.5, new double[1], new double[1]));
        ConfigurationTest.assertMessage("the list serves distances up to 1.0, not 1.5",
                () -> new CellList(box, 1, new double[1], new double[1]).anyCloser(0, 0, 0, 1.5));
        ConfigurationTest.assertMessage("particle 0 is at (-3.0, 0.0), outside of the box; wrap its coordinates",
                () -> new CellList(box, 1, new double[]{-3}, new double[1]));
    }
}
