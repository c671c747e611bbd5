package matterbook.particles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final PeriodicBox BOX = new PeriodicBox(4, 10);

    @Test
    void coordinatesAreWrapped() {
        Configuration two = Configuration.of(BOX, new double[]{-0.5, 4}, new double[]{21, -1e-18});
        assertArrayEquals(new double[]{3.5, 0}, two.x(), 1e-15);
        assertArrayEquals(new double[]{1, 0}, two.y(), 1e-15);
        assertEquals(0.05, two.numberDensity(), 1e-15);
        assertEquals("2 particles in a box of 4 x 10", two.toString());
    }

    /** Here x - 6 * side rounds to -3.6e-15. */
    @Test
    void nextToAMultipleOfTheSideACoordinateStaysInside() {
        assertEquals(0, PeriodicBox.square(4.09488309052101).wrapX(24.569298543126056));
    }

    @Test
    void theNearestImageCounts() {
        Configuration two = Configuration.of(BOX, new double[]{0.5, 3.5}, new double[]{9, 1});
        assertEquals(Math.sqrt(1 + 4), two.distance(0, 1), 1e-14);
        assertEquals(Math.sqrt(1 + 4), two.smallestDistance(), 1e-14);
    }

    @Test
    void nonsenseIsRefused() {
        assertMessage("there are 1 x and 2 y; both must be as many, at least 1",
                () -> Configuration.of(BOX, new double[1], new double[2]));
        assertMessage("particle 0 is at (NaN, 0.0)",
                () -> Configuration.of(BOX, new double[]{Double.NaN}, new double[1]));
        assertMessage("the box's height must be a finite number above 0, not 0.0", () -> new PeriodicBox(1, 0));
        assertMessage("shifted rows come in pairs: the number of particles must be even, not 7",
                () -> Lattices.staggered(7, BOX));
        assertMessage("a hexagonal lattice repeats after two rows: rows must be even, not 3",
                () -> Lattices.hexagonal(3, 3, 1));
    }

    /** In a square, 512 fit best as 16 x 32. */
    @Test
    void latticesHaveTheirNeighbours() {
        assertEquals(1, Lattices.square(64, PeriodicBox.square(8)).smallestDistance(), 1e-12);
        assertEquals(40.0 / 32, Lattices.square(512, PeriodicBox.square(40)).smallestDistance(), 1e-12);
        assertEquals(1.3, Lattices.hexagonal(5, 6, 1.3).smallestDistance(), 1e-12);
        assertEquals(Math.sqrt(2) / 12, Lattices.staggered(72, PeriodicBox.square(1)).smallestDistance(), 1e-12);
    }

    /** Each particle of a hexagonal lattice has six nearest neighbours, over the edges too. */
    @Test
    void hexagonalMeansSixNeighbours() {
        Configuration lattice = Lattices.hexagonal(6, 4, 1);
        for (int i = 0; i < lattice.size(); i++) {
            int neighbours = 0;
            for (int j = 0; j < lattice.size(); j++) {
                neighbours += j != i && lattice.distance(i, j) < 1.01 ? 1 : 0;
            }
            assertEquals(6, neighbours);
        }
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable body) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, body).getMessage());
    }
}
