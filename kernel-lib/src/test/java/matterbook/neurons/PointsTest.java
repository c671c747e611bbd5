package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import matterbook.nn.Examples;
import org.junit.jupiter.api.Test;

/** The points of the tasks. */
class PointsTest {
    @Test
    void spiralsAreTheClassicalOnes() {
        Examples spirals = Spirals.asPrinted();
        assertEquals(194, spirals.size());
        for (int n = 1; n <= 97; n++) {
            // Lang and Witbrock: radius 6.5 (104 - i) / 104, angle i pi / 16, i = 0 to 96
            int i = n - 1;
            double radius = 6.5 * (104 - i) / 104.0;
            double x = radius * Math.sin(i * Math.PI / 16) * 0.4 / 6.5 + 0.5;
            double y = radius * Math.cos(i * Math.PI / 16) * 0.4 / 6.5 + 0.5;
            assertEquals(x, spirals.x().get(2 * i, 0), 1e-7);
            assertEquals(y, spirals.x().get(2 * i, 1), 1e-7);
            assertEquals(1 - x, spirals.x().get(2 * i + 1, 0), 1e-7);
            assertEquals(1 - y, spirals.x().get(2 * i + 1, 1), 1e-7);
            assertEquals(1, spirals.y().get(2 * i, 0));
            assertEquals(0, spirals.y().get(2 * i + 1, 0));
        }
        assertEquals(5 * (spirals.x().get(7, 1) - 0.5), Spirals.centred().x().get(7, 1), 1e-6);
        assertEquals("20 samples of 2 inputs and 1 target", Spirals.outer(10, spirals).toString());
        assertEquals("a spiral has 1 to 97 points, not 98",
                assertThrows(IllegalArgumentException.class, () -> Spirals.outer(98, spirals)).getMessage());
    }

    @Test
    void ringsAlternate() {
        Examples rings = Rings.samples();
        assertEquals(240, rings.size());
        for (int i = 0; i < 240; i++) {
            assertEquals(Rings.radii()[i / 60], Math.hypot(rings.x().get(i, 0), rings.x().get(i, 1)), 1e-6);
            assertEquals(i / 60 == 0 || i / 60 == 2 ? 1 : 0, rings.y().get(i, 0));
        }
    }

    @Test
    void gatesAreTheUsualOnesAtTheCorners() {
        for (int a = 0; a <= 1; a++) {
            for (int b = 0; b <= 1; b++) {
                assertEquals(a & b, Gate.AND.of(a, b));
                assertEquals(a | b, Gate.OR.of(a, b));
                assertEquals(a ^ b, Gate.XOR.of(a, b));
                assertEquals(1 - (a & b), Gate.NAND.of(a, b));
                assertEquals(1 - (a | b), Gate.NOR.of(a, b));
                assertEquals(1 - (a ^ b), Gate.XNOR.of(a, b));
            }
        }
        Examples grid = Gate.XOR.samples(3);
        assertEquals(9, grid.size());
        assertEquals(0.5, grid.y().get(4, 0));
        assertEquals(1, grid.y().get(2, 0));
        // not (not a and not b) = a or b, in between too
        assertEquals(1 - Gate.AND.of(1 - 0.3, 1 - 0.9), Gate.OR.of(0.3, 0.9), 1e-15);
    }
}
