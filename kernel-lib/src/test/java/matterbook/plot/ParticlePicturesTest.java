package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;

import matterbook.core.Rng;
import matterbook.mc.McRun;
import matterbook.mc.Nvt;
import matterbook.mc.Sweeps;
import matterbook.md.Every;
import matterbook.md.Langevin;
import matterbook.md.MdRun;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;
import matterbook.potential.CutPotential;
import matterbook.potential.InversePower;
import org.junit.jupiter.api.Test;

/** Particles coloured by what they do. */
class ParticlePicturesTest {
    private static final double[][] PLACES = {{1, 2, 6, 9}, {5, 5, 5, 5}};

    /** Particles 0 and 1 are linked; 3 and 0 across the edge by 2, which is too far. */
    private final Fluid four = Fluid.of(PeriodicBox.square(10), PLACES, new double[][]{{0, 1, 0, 3}, {0, 0, 2, 0}});

    @Test
    void coloursTellClusters() {
        DiskDiagram disks = Plot.disks("Four", four, DiskColour.CLUSTER);
        assertEquals("Four: 4 particles in a box of 10 x 10, disks of diameter 1, the nearest two at 1; 3 clusters,"
                + " the largest of 2 particles, mean size 1.5", disks.toString());
        assertEquals(Palette.series(0).getRGB(), colour(disks, 0));
        assertEquals(Palette.series(0).getRGB(), colour(disks, 1));
        assertEquals(Palette.series(1).getRGB(), colour(disks, 2));
        assertEquals(Palette.series(2).getRGB(), colour(disks, 3));
    }

    @Test
    void coloursTellNeighbours() {
        DiskDiagram disks = Plot.disks("Four", four, DiskColour.NEIGHBOURS);
        assertEquals(Palette.map(1.0 / 7).getRGB(), colour(disks, 0));
        assertEquals(Palette.map(0).getRGB(), colour(disks, 2));
    }

    /** The root mean square speed is the root of (1 + 4 + 9) / 4. */
    @Test
    void coloursTellSpeed() {
        DiskDiagram disks = Plot.disks("Four", four, DiskColour.SPEED);
        double bright = 2 * Math.sqrt(3.5);
        assertEquals(Palette.map(0).getRGB(), colour(disks, 0));
        assertEquals(Palette.map(Math.rint(14 / bright) / 14).getRGB(), colour(disks, 1));
        assertEquals(Palette.map(Math.rint(42 / bright) / 14).getRGB(), colour(disks, 3));
        assertTrue(disks.toString().endsWith("; speed: dark 0, bright 3.7 and above"), disks.toString());
    }

    @Test
    void framesOfARun() {
        Fluid start = Fluid.squareLattice(6, 0.64).thermalised(0.9, Rng.seeded(1));
        Langevin langevin = new Langevin(0.01, 1, 0.9);
        MdRun run = langevin.run(start, new InversePower(12).cutAt(3), 40, Every.steps(20).frames(20), Rng.seeded(2));
        Animation animation = Plot.animation("Disks", run, DiskColour.SPEED);
        assertEquals(3, animation.frames().size());
        assertEquals("Disks, t = 0.2", ((DiskDiagram) animation.frames().get(1)).getTitle());
        MdRun none = langevin.run(start, new InversePower(12).cutAt(3), 40, Every.steps(20), Rng.seeded(2));
        assertEquals("the run kept no frames; ask for some, for example with Every.steps(100).frames(1000)",
                assertThrows(IllegalArgumentException.class, () -> Plot.animation("Disks", none, DiskColour.SPEED))
                        .getMessage());
    }

    @Test
    void framesOfMonteCarlo() {
        Fluid start = Fluid.squareLattice(6, 0.64);
        CutPotential potential = new InversePower(12).cutAt(3);
        McRun run = new Nvt(0.9).run(start, potential, Sweeps.of(40).frames(20), Rng.seeded(1));
        Animation animation = Plot.animation("Disks", run, DiskColour.NEIGHBOURS);
        assertEquals(3, animation.frames().size());
        assertEquals("Disks, sweep 20", ((DiskDiagram) animation.frames().get(1)).getTitle());
        McRun none = new Nvt(0.9).run(start, potential, Sweeps.of(40), Rng.seeded(1));
        assertEquals("the run kept no frames; ask for some, for example with Sweeps.of(5000).frames(500)",
                assertThrows(IllegalArgumentException.class, () -> Plot.animation("Disks", none, DiskColour.PLAIN))
                        .getMessage());
    }

    /** The colour in the middle of disk i: the box is 440 wide and begins at (140, 44). */
    private static int colour(DiskDiagram disks, int i) {
        BufferedImage image = Pictures.image(disks, 1);
        return image.getRGB((int) (140 + 44 * PLACES[0][i]), (int) (44 + 440 - 44 * PLACES[1][i]));
    }
}
