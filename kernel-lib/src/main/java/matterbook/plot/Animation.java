package matterbook.plot;

import java.util.List;

import matterbook.core.Require;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Charts shown one after the other; a notebook shows them with a slider and a play button.
 *
 * @param frameMillis how long each frame stays, in milliseconds
 */
public record Animation(String title, List<? extends IChart> frames, int frameMillis) {
    private static final int FRAME_MILLIS = 120;

    public Animation {
        Require.positive(frameMillis, "the milliseconds of a frame");
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("nothing to show in \"" + title + "\": it has no frames");
        }
    }

    /** Frames of 120 ms each. */
    public Animation(String title, List<? extends IChart> frames) {
        this(title, frames, FRAME_MILLIS);
    }

    /** The same frames, each shown for {@code millis} milliseconds. */
    public Animation every(int millis) {
        return new Animation(title, frames, millis);
    }

    @Override
    public String toString() {
        return title + ": animation of " + frames.size() + (frames.size() == 1 ? " frame" : " frames");
    }
}
