package matterbook.notebook.display;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import matterbook.core.Stop;
import matterbook.plot.Animation;
import matterbook.plot.Captions;
import matterbook.plot.Pictures;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * An animation as HTML that needs nothing else: the frames as embedded PNGs, a slider and a play button. Viewers
 * without scripts see the first frame.
 */
final class AnimationHtml {
    /** So that a lecture with two animations stays under a megabyte; in characters of base64. */
    private static final int LARGEST = 400_000;
    /** What a browser still opens with ease. */
    private static final int LARGEST_OF_ALL = 8_000_000;
    private static final int FEWEST_FRAMES = 20;

    private static final String TEMPLATE = """
            <div class="matterbook-animation" data-animation="@ID@" style="display:inline-block;max-width:100%">
            <img alt="@TITLE@" width="@WIDTH@" style="display:block;max-width:100%" src="data:image/png;base64,@FIRST@">
            <div style="display:flex;gap:8px;align-items:center;padding:4px 0">
            <button type="button" style="min-width:5em">play</button>
            <input type="range" min="0" max="@LAST@" value="0" step="1" aria-label="frame" style="flex:1">
            <output style="min-width:5em;text-align:right;font-variant-numeric:tabular-nums">1 / @COUNT@</output>
            </div>
            <script>
            (function () {
              var frames = [@FRAMES@];
              document.querySelectorAll('[data-animation="@ID@"]:not([data-ready])').forEach(function (root) {
                root.setAttribute('data-ready', '1');
                var picture = root.querySelector('img'), button = root.querySelector('button');
                var slider = root.querySelector('input'), label = root.querySelector('output');
                var at = 0, timer = null;
                function show(i) {
                  at = i;
                  slider.value = i;
                  label.textContent = (i + 1) + ' / ' + frames.length;
                  picture.src = 'data:image/png;base64,' + frames[i];
                }
                function stop() { clearInterval(timer); timer = null; button.textContent = 'play'; }
                function play() {
                  button.textContent = 'pause';
                  if (at === frames.length - 1) { show(0); }
                  timer = setInterval(function () {
                    if (!document.body.contains(root) || at === frames.length - 1) { stop(); } else { show(at + 1); }
                  }, @MILLIS@);
                }
                button.addEventListener('click', function () { if (timer) { stop(); } else { play(); } });
                slider.addEventListener('input', function () { stop(); show(Number(slider.value)); });
              });
            })();
            </script>
            </div>
            """;

    private AnimationHtml() {}

    static MimeBundle render(Animation animation) {
        IChart first = animation.frames().getFirst();
        int scale = estimate(animation, 2) > LARGEST ? 1 : 2;
        int frames = animation.frames().size();
        long expected = estimate(animation, scale);
        int step = 1;
        while (expected / step > LARGEST && frames / (2 * step) >= FEWEST_FRAMES) {
            step *= 2;
        }
        List<String> pngs = pngs(animation, scale, step);
        if (size(pngs) > LARGEST_OF_ALL) {
            throw new IllegalArgumentException("the animation \"" + animation.title() + "\" takes "
                    + size(pngs) / 1_000_000 + " MB in " + pngs.size()
                    + " frames; the limit is 8 MB, so draw smaller charts");
        }
        String html = html(animation, first.getWidth(), step, pngs);
        return StandardRenderers
                .picture(animation + "; frame 1: " + Captions.of(first), Pictures.png(first, 2), first.getWidth(),
                        first.getHeight())
                .with(MimeBundle.HTML, html);
    }

    private static String html(Animation animation, int width, int step, List<String> pngs) {
        CRC32C sum = new CRC32C();
        pngs.forEach(png -> sum.update(png.getBytes(StandardCharsets.US_ASCII)));
        String frames = "'" + String.join("','", pngs) + "'";
        return TEMPLATE.replace("@ID@", HexFormat.of().toHexDigits((int) sum.getValue()))
                .replace("@WIDTH@", Integer.toString(width)).replace("@LAST@", Integer.toString(pngs.size() - 1))
                .replace("@COUNT@", Integer.toString(pngs.size()))
                .replace("@MILLIS@", Integer.toString(animation.frameMillis() * step))
                .replace("@TITLE@", Html.escape(animation.title())).replace("@FIRST@", pngs.getFirst())
                .replace("@FRAMES@", frames);
    }

    private static List<String> pngs(Animation animation, int scale, int step) {
        List<String> pngs = new ArrayList<>();
        for (int i = 0; i < animation.frames().size(); i += step) {
            Stop.check();
            pngs.add(StandardRenderers.base64(Pictures.png(animation.frames().get(i), scale)));
        }
        return pngs;
    }

    /** The size of all frames, from the first, the middle and the last one. */
    private static long estimate(Animation animation, int scale) {
        List<? extends IChart> frames = animation.frames();
        long three = Stream.of(frames.getFirst(), frames.get(frames.size() / 2), frames.getLast())
                .mapToLong(frame -> Pictures.png(frame, scale).length).sum();
        return three * 4 / 9 * frames.size();
    }

    private static long size(List<String> pngs) {
        return pngs.stream().mapToLong(String::length).sum();
    }
}
