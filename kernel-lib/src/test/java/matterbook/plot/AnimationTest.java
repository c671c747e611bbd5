package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class AnimationTest {
    @Test
    void framesInOrder() {
        Animation animation = Plot.animation("A", 3, i -> Plot.line("frame " + i, new double[]{0, i})).every(50);
        assertEquals("A: animation of 3 frames", animation.toString());
        assertEquals("frame 2", animation.frames().getLast().getTitle());
        assertEquals(50, animation.frameMillis());
    }

    @Test
    void mistakesReadWell() {
        assertEquals("nothing to show in \"A\": it has no frames",
                assertThrows(IllegalArgumentException.class, () -> new Animation("A", List.of())).getMessage());
        assertEquals("the number of frames must be at least 1, not 0", assertThrows(IllegalArgumentException.class,
                () -> Plot.animation("A", 0, i -> Plot.line("x", new double[]{0}))).getMessage());
    }
}
