package matterbook.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import matterbook.core.Rng;
import matterbook.plot.Animation;
import matterbook.plot.Plot;
import org.junit.jupiter.api.Test;

class AnimationHtmlTest {
    private static final int LARGEST_PAGE = 900_000;

    @Test
    void isOneSelfContainedPieceOfHtml() {
        Animation animation = Plot.animation("<A>", 3, i -> Plot.line("frame " + i, new double[]{0, i})).every(50);
        MimeBundle bundle = Renderers.standard().render(animation);
        String html = html(bundle);
        assertEquals(3, frames(html));
        assertTrue(html.contains("alt=\"&lt;A&gt;\"") && html.contains("}, 50);") && html.contains("max=\"2\""));
        assertFalse(html.contains("http:") || html.contains("https:"), "asks the network");
        assertEquals("<A>: animation of 3 frames; frame 1: frame 0 [y against index]\n"
                + "  frame 0: line, 2 points, x 0 to 1, y 0 to 0", bundle.text());
        assertNotNull(bundle.get(MimeBundle.PNG));
        assertEquals(html, html(Renderers.standard().render(animation)), "the same animation, the same HTML");
    }

    @Test
    void aLongOneIsShrunkAndThinned() {
        double[] noise = new double[100];
        Rng.seeded(1).fillGaussian(noise);
        Animation animation = Plot.animation("long", 100, i -> Plot.line("noise", noise)).every(50);
        String html = html(Renderers.standard().render(animation));
        assertEquals(25, frames(html));
        assertTrue(html.contains("}, 200);"), "it must last as long as before");
        assertTrue(html.length() < LARGEST_PAGE, "takes " + html.length() + " characters");
    }

    private static String html(MimeBundle bundle) {
        return Objects.requireNonNull(bundle.get(MimeBundle.HTML));
    }

    private static int frames(String html) {
        Matcher matcher = Pattern.compile("var frames = \\[([^\\]]*)\\]").matcher(html);
        assertTrue(matcher.find());
        return matcher.group(1).split(",", -1).length;
    }
}
