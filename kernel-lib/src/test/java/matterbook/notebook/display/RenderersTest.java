package matterbook.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.imageio.ImageIO;
import matterbook.plot.Plot;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class RenderersTest {
    interface Shape {}

    interface Round extends Shape {}

    static class Circle implements Round {}

    static final class Disk extends Circle implements Comparable<Disk> {
        @Override
        public int compareTo(Disk other) {
            return 0;
        }
    }

    @Test
    void theMostSpecificTypeWins() {
        Renderers renderers = new Renderers();
        renderers.register(Comparable.class, x -> MimeBundle.text("comparable"));
        renderers.register(Shape.class, x -> MimeBundle.text("shape"));
        assertEquals("shape", renderers.render(new Circle()).text());
        renderers.register(Round.class, x -> MimeBundle.text("round"));
        assertEquals("round", renderers.render(new Disk()).text());
        renderers.register(Circle.class, x -> MimeBundle.text("circle"));
        renderers.register(Shape.class, x -> MimeBundle.text("shape again"));
        assertEquals("circle", renderers.render(new Disk()).text());
        renderers.register(Disk.class, x -> MimeBundle.text("first"));
        renderers.register(Disk.class, x -> MimeBundle.text("second"));
        assertEquals("second", renderers.render(new Disk()).text());
    }

    @Test
    void aChartIsAPngOfTwiceItsSizeAndALineOfText() throws IOException {
        MimeBundle bundle = Renderers.standard().render(Plot.line("Energy", new double[]{1, 2, 3}).axes("t", "E / ε"));
        assertEquals("Energy [E / ε against t]\n  Energy: line, 3 points, x 0 to 2, y 1 to 3", bundle.text());
        assertEquals(Map.of("width", 720, "height", 440), bundle.metadata().get(MimeBundle.PNG));
        BufferedImage image = decode(bundle);
        assertEquals(1440, image.getWidth());
        assertEquals(880, image.getHeight());
    }

    @Test
    void aChartOfXChartsOwnAndADiagramTheSameWay() {
        XYChart own = new XYChart(300, 200);
        own.addSeries("s", new double[]{1, 2});
        assertTrue(Renderers.standard().render(own).text().contains("s: series, 2 points, x 1 to 2, y 1 to 2"));
        MimeBundle network = Renderers.standard()
                .render(Plot.network("N", List.of("a", "b"), new double[][]{{0, 1}, {1, 0}}));
        assertEquals("N: 2 states, 2 arrows: a → b 1, b → a 1", network.text());
        assertNotNull(network.get(MimeBundle.PNG));
    }

    @Test
    void imagesKeepTheirPixels() throws IOException {
        BufferedImage image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(3, 4, 0x80123456);
        MimeBundle bundle = Renderers.standard().render(image);
        assertEquals("image of 30 x 20 pixels", bundle.text());
        assertEquals(0x80123456, decode(bundle).getRGB(3, 4));
    }

    @Test
    void wrappersSayTheForm() {
        MimeBundle html = Renderers.standard().render(Show.html("<p>a &lt; <b>b</b></p><script>x()</script>"));
        assertEquals("a < b", html.text());
        assertEquals("**bold** $x$", Show.markdown("**bold** $x$").get(MimeBundle.MARKDOWN));
        assertEquals("$$\\pi P = \\pi$$", Show.latex("\\pi P = \\pi").get("text/latex"));
        assertEquals("$x$", Show.latex("$x$").get("text/latex"));
        MimeBundle timed = Show.captioned(Plot.line("Seconds", new double[]{1, 2}), "a time for each step");
        assertEquals("a time for each step", timed.text());
        assertEquals(Renderers.standard().render(Plot.line("Seconds", new double[]{1, 2})).get(MimeBundle.PNG),
                timed.get(MimeBundle.PNG));
        MimeBundle svg = Show.svg(Plot.line("L", new double[]{1, 2}));
        assertTrue(Objects.requireNonNull(svg.get(MimeBundle.SVG)).contains("<svg"));
        assertNull(svg.get(MimeBundle.PNG));
    }

    @Test
    void textIsEscaped() {
        assertEquals("&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;", Html.escape("<b> & \"q\" 'a'"));
    }

    private static BufferedImage decode(MimeBundle bundle) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(Objects.requireNonNull(bundle.get(MimeBundle.PNG)))));
    }
}
