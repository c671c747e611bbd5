package matterbook.observe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import org.junit.jupiter.api.Test;

/** Structure of gases and lattices, where it is known exactly. */
class StructureTest {
    /** Bins and shells deviate by more than 4.5 errors once in 100,000; seeds are fixed, about 100 are looked at. */
    private static final double SIGMAS = 4.5;

    @Test
    void anIdealGasHasNoStructure() {
        for (PeriodicBox box : List.of(PeriodicBox.square(10), new PeriodicBox(6, 8, 7))) {
            List<Fluid> frames = gas(box, 100, 400);
            RadialDistribution g = RadialDistribution.of(frames, 3, 15);
            assertEquals(0.1, g.r()[0], 1e-12);
            assertEquals(1, mean(g.values()), 0.01);
            g.g().stream().skip(1).forEach(bin -> assertTrue(bin.sigmasFrom(1) < SIGMAS, bin.toString()));
            StructureFactor s = StructureFactor.of(frames, 4);
            s.s().forEach(shell -> assertTrue(shell.sigmasFrom(1) < SIGMAS, shell.toString()));
            assertTrue(s.s().getFirst().error() < 0.1);
        }
    }

    /** Frames of a box that changes: g(r) takes each against its own density; distances and wave vectors must fit in. */
    @Test
    void boxesThatChange() {
        Fluid large = Fluid.squareLattice(6, 1);
        Fluid small = large.scaled(0.5);
        RadialDistribution both = RadialDistribution.of(List.of(large, small), 1.5, 3);
        assertEquals(
                (RadialDistribution.of(large, 1.5, 3).values()[2] + RadialDistribution.of(small, 1.5, 3).values()[2])
                        / 2,
                both.values()[2], 1e-12);
        assertRefused("the range 2.5 is more than half of the box's shortest side, 1.5",
                () -> RadialDistribution.of(List.of(large, small), 2.5, 3));
        assertRefused("S(k) needs frames of one box; frame 1 has another than frame 0",
                () -> StructureFactor.of(List.of(large, small), 3));
        assertRefused("the growth of domains needs at least one frame",
                () -> DomainGrowth.of(new double[0], List.of(), 3));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable body) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, body).getMessage());
    }

    @Test
    void neighboursOfASquareLattice() {
        RadialDistribution g = RadialDistribution.of(Fluid.squareLattice(10, 1), 2.5, 50);
        double[] neighbours = new double[50];
        for (int b = 0; b < 50; b++) {
            double shell = Math.PI * 0.05 * 0.05 * (2 * b + 1);
            neighbours[b] = g.values()[b] * shell * 99 / 100;
        }
        // 4 at 1, 4 at the square root of 2, 4 at 2, 8 at the square root of 5
        assertEquals(20, Arrays.stream(neighbours).sum(), 1e-9);
        assertEquals(4, neighbours[28], 1e-9);
        assertEquals(8, neighbours[44], 1e-9);
        assertEquals(8, neighbours[19] + neighbours[20] + neighbours[39] + neighbours[40], 1e-9);
        assertTrue(Double.isNaN(g.g().getFirst().error()), "one frame has no error");
    }

    @Test
    void braggPeaks() {
        Fluid square = Fluid.squareLattice(8, 0.64);
        assertEquals(64, StructureFactor.at(square, 8, 0), 1e-9);
        assertEquals(64, StructureFactor.at(square, -8, 16), 1e-9);
        assertEquals(0, StructureFactor.at(square, 3, 1), 1e-9);
        Fluid fcc = Fluid.fccLattice(3, 0.8);
        assertEquals(108, StructureFactor.at(fcc, 3, 3, -3), 1e-9);
        assertEquals(108, StructureFactor.at(fcc, 6, 0, 0), 1e-9);
        assertEquals(0, StructureFactor.at(fcc, 3, 0, 0), 1e-9);
        StructureFactor shells = StructureFactor.of(square, 2 * Math.PI * 0.8 * 1.001);
        assertEquals(7, Arrays.stream(shells.values()).filter(s -> s < 1e-9).count());
        assertEquals(64, shells.values()[7] * shellMembers(8) / 4, 1e-6);
    }

    /** Wave vectors whose length rounds to n. */
    private static int shellMembers(int n) {
        int members = 0;
        for (int a = -n - 1; a <= n + 1; a++) {
            for (int b = -n - 1; b <= n + 1; b++) {
                double length = Math.sqrt(a * a + b * b);
                members += Math.round(length) == n && length <= n * 1.001 ? 1 : 0;
            }
        }
        return members;
    }

    /** The shells are the same as wave vector by wave vector. */
    @Test
    void shellsAreMeans() {
        for (PeriodicBox box : List.of(PeriodicBox.square(5), PeriodicBox.cube(5))) {
            Fluid fluid = gas(box, 20, 1).getFirst();
            double sum = 0;
            int count = 0;
            int deep = box.dimensions() == 3 ? 3 : 0;
            for (int n = -3; n <= 3; n++) {
                for (int m = -3; m <= 3; m++) {
                    for (int l = -deep; l <= deep; l++) {
                        if (Math.round(Math.sqrt(n * n + m * m + l * l)) == 2) {
                            sum += StructureFactor.at(fluid, deep > 0 ? new int[]{n, m, l} : new int[]{n, m});
                            count++;
                        }
                    }
                }
            }
            assertEquals(sum / count, StructureFactor.of(fluid, 2 * Math.PI / 5 * 3).values()[1], 1e-9);
        }
    }

    @Test
    void hexagonsAndSquares() {
        HexaticOrder hexagons = HexaticOrder.of(Fluid.hexagonalLattice(6, 6, 0.9));
        assertEquals(1, hexagons.global(), 1e-12);
        assertEquals(1, hexagons.meanLocal(), 1e-12);
        List<Fluid> frames = gas(PeriodicBox.square(10), 100, 8);
        Estimate gas = HexaticOrder.global(frames);
        assertTrue(gas.value() < 0.1, gas.toString());
        assertTrue(HexaticOrder.of(frames.getFirst()).meanLocal() > 0.2, "the six of each particle have some order");
        assertEquals("six neighbours need at least 7 particles, not 4",
                assertThrows(IllegalArgumentException.class, () -> HexaticOrder.of(Fluid.squareLattice(2, 1)))
                        .getMessage());
    }

    @Test
    void clustersAcrossTheEdges() {
        double[][] r = {{0.2, 9.5, 1.0, 5, 5, 8.1}, {5, 5, 5, 5, 6.3, 1}};
        Clusters clusters = Clusters.of(Fluid.of(PeriodicBox.square(10), r, new double[2][6]), 1.2);
        assertArrayEquals(new int[]{3, 1, 1, 1}, clusters.sizes());
        assertArrayEquals(new int[]{0, 0, 0, 1, 2, 3}, clusters.labels());
        assertArrayEquals(new int[]{2, 1, 1, 0, 0, 0}, clusters.neighbours());
        assertEquals(2, clusters.meanSize(), 1e-12);
        assertEquals("4 clusters, the largest of 3 particles, mean size 2", clusters.toString());
        assertEquals(36, Clusters.of(Fluid.squareLattice(6, 1), 1.01).largest());
        assertEquals(1, Clusters.of(Fluid.squareLattice(6, 1), 0.99).largest());
    }

    /**
     * Stripes, half full and half empty, that repeat after L = 3, 4.5 and 6 at times L³ / 27. Up to k = 2.2 each shows its
     * first wave alone, for the next is three times shorter.
     */
    @Test
    void domainsOfStripes() {
        List<Fluid> frames = new ArrayList<>();
        for (int stripes : new int[]{12, 8, 6}) {
            double[][] r = new double[2][3600];
            for (int i = 0; i < 3600; i++) {
                double stripe = (i % 120 + 0.5) / 120 * stripes;
                r[0][i] = 36 * (Math.floor(stripe) + stripe % 1 / 2) / stripes;
                r[1][i] = (Math.floorDiv(i, 120) + 0.5) * 1.2;
            }
            frames.add(Fluid.of(PeriodicBox.square(36), r, new double[2][3600]));
        }
        DomainGrowth growth = DomainGrowth.of(new double[]{1, 3.375, 8}, frames, 2.2);
        assertArrayEquals(new double[]{3, 4.5, 6}, growth.size(), 0.1,
                "the mean |k| of a shell is a little off its number");
        Estimate exponent = growth.exponent(1, 8);
        assertEquals(1.0 / 3, exponent.value(), 0.01);
        assertRefused("an exponent needs at least three times from 2.0 to 8.0", () -> growth.exponent(2, 8));
    }

    private static List<Fluid> gas(PeriodicBox box, int particles, int frames) {
        Rng rng = Rng.seeded(7);
        List<Fluid> gas = new ArrayList<>();
        for (int k = 0; k < frames; k++) {
            double[][] r = new double[box.dimensions()][particles];
            for (int axis = 0; axis < r.length; axis++) {
                for (int i = 0; i < particles; i++) {
                    r[axis][i] = box.side(axis) * rng.nextDouble();
                }
            }
            gas.add(Fluid.of(box, r, new double[r.length][particles]));
        }
        return gas;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
