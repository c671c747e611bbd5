package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;

class PicturesTest {
    private static final int LARGEST_PNG = 100_000;

    @Test
    void everyKindOfFigureDrawsAtTwiceItsSize() throws IOException {
        for (Map.Entry<String, IChart> figure : Gallery.figures().entrySet()) {
            IChart chart = figure.getValue();
            byte[] png = Pictures.png(chart, 2);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(2 * chart.getWidth(), image.getWidth(), figure.getKey());
            assertEquals(2 * chart.getHeight(), image.getHeight(), figure.getKey());
            assertTrue(png.length < LARGEST_PNG, figure.getKey() + " takes " + png.length + " bytes");
            assertTrue(colours(image) > 20, figure.getKey() + " is all but empty");
        }
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        Map<String, IChart> again = Gallery.figures();
        Map<String, IChart> once = Gallery.figures();
        once.keySet().retainAll(Set.of("lines", "histogram", "parity", "heatmap", "bars", "network", "million"));
        assertEquals(7, once.size());
        once.forEach((name, chart) -> {
            IChart twin = Objects.requireNonNull(again.get(name));
            assertArrayEquals(Pictures.png(chart, 1), Pictures.png(twin, 1), name);
            assertEquals(Captions.of(chart), Captions.of(twin));
        });
        IChart line = Objects.requireNonNull(again.get("line"));
        assertEquals(Pictures.svg(line), Pictures.svg(line));
    }

    @Test
    void svgIsSelfContainedAndShortEvenForAMillionPoints() {
        String svg = Pictures.svg(Plot.line("million", Gallery.running(1_000_000)));
        assertTrue(svg.contains("<svg") && !svg.contains("<text"), "letters must be outlines");
        assertTrue(svg.length() < 2_000_000, "SVG of " + svg.length() + " characters");
    }

    @Test
    void fewColoursAreKeptExactly() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, i * 0x030201);
        }
        BufferedImage indexed = Colours.indexed(image);
        assertEquals(BufferedImage.TYPE_BYTE_INDEXED, indexed.getType());
        for (int i = 0; i < 64; i++) {
            assertEquals(image.getRGB(i % 8, i / 8), indexed.getRGB(i % 8, i / 8));
        }
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .forEach(seen::add);
        return seen.size();
    }
}
