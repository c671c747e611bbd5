package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

import matterbook.particles.Configuration;
import matterbook.particles.PeriodicBox;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;

class TileAndDiskDiagramTest {
    @Test
    void tilesAreColouredByTheirValue() {
        TileDiagram tiles = Plot.tiles("Spins", List.of("left", "right"), new double[][]{{1, -1}, {-1, 1}},
                new double[][]{{1}});
        assertEquals("Spins: left: 2 x 2 tiles, mean 0; right: 1 x 1 tiles, mean 1", tiles.toString());
        assertEquals(tiles.toString(), Captions.of(tiles));
        BufferedImage image = drawn(tiles);
        assertEquals(Palette.map(1).getRGB(), image.getRGB(100, 150));
        assertEquals(Palette.map(0).getRGB(), image.getRGB(300, 150));
        assertEquals(Palette.map(0).getRGB(), image.getRGB(100, 350));
        assertEquals(Palette.map(1).getRGB(), image.getRGB(600, 350));
    }

    @Test
    void aDiskAtTheEdgeShowsOnBothSides() {
        DiskDiagram disks = Plot.disks("One disk", Configuration.of(PeriodicBox.square(4), new double[]{0},
                new double[]{2}), 1);
        assertEquals("One disk: 1 particles in a box of 4 x 4, disks of diameter 1, the nearest two at Infinity",
                disks.toString());
        assertEquals(disks.toString(), Captions.of(disks));
        BufferedImage image = drawn(disks);
        int middle = 44 + 220;
        int fill = Palette.mix(Palette.series(0), Color.WHITE, 0.7).getRGB();
        assertEquals(fill, image.getRGB(140 + 10, middle));
        assertEquals(fill, image.getRGB(140 + 430, middle));
        assertEquals(Color.WHITE.getRGB(), image.getRGB(360, middle));
        assertEquals(Color.WHITE.getRGB(), image.getRGB(120, middle), "clipped at the box's edge");
    }

    @Test
    void gridsAndCirclesAreDrawnOverTheDisks() {
        DiskDiagram plain = Plot.disks("Cells", Configuration.of(PeriodicBox.square(4), new double[]{2},
                new double[]{2}), 1);
        DiskDiagram marked = plain.grid(2, 4).circle(0, 2, 1);
        assertEquals(plain + "; a grid of 2 x 4 cells; a circle of radius 1 about (0, 2)", marked.toString());
        BufferedImage before = drawn(plain);
        BufferedImage after = drawn(marked);
        int left = 140;
        int middle = 44 + 220;
        for (int[] onLine : new int[][]{{left + 220, 44 + 30}, {left + 30, 44 + 110}, {left + 110, middle},
                {left + 330, middle}}) {
            assertEquals(Color.WHITE.getRGB(), before.getRGB(onLine[0], onLine[1]));
            assertTrue(new Color(after.getRGB(onLine[0], onLine[1])).getRed() < 0xf0, onLine[0] + " " + onLine[1]);
        }
        assertEquals(Color.WHITE.getRGB(), after.getRGB(left + 30, 44 + 50), "between the lines");
        assertEquals(Color.WHITE.getRGB(), after.getRGB(left - 30, middle), "clipped at the box's edge");
    }

    @Test
    void mistakesReadWell() {
        assertEquals("\"T\" has 7 matrices; from 1 to 6 fit side by side", message(
                () -> Plot.tiles("T", List.of("1", "2", "3", "4", "5", "6", "7"), new double[7][1][1])));
        assertEquals("matrix 0 (a) must have rows of one length, at least 1",
                message(() -> Plot.tiles("T", List.of("a"), new double[][]{{1}, {1, 2}})));
        assertEquals("the diameter must be a finite number above 0, not 0.0", message(() -> Plot.disks("D",
                Configuration.of(PeriodicBox.square(1), new double[1], new double[1]), 0)));
        DiskDiagram disks = Plot.disks("D", Configuration.of(PeriodicBox.square(1), new double[1], new double[1]), 1);
        assertEquals("the number of rows must be at least 1, not 0", message(() -> disks.grid(1, 0)));
        assertEquals("the radius must be a finite number above 0, not -1.0", message(() -> disks.circle(0, 0, -1)));
    }

    private static BufferedImage drawn(IChart chart) {
        BufferedImage image = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        chart.paint(g, chart.getWidth(), chart.getHeight());
        g.dispose();
        return image;
    }

    private static String message(org.junit.jupiter.api.function.Executable body) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, body).getMessage());
    }
}
