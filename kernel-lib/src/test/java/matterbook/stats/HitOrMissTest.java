package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import org.junit.jupiter.api.Test;

class HitOrMissTest {
    /** A quarter of a disk within 4 standard errors of pi / 4: an unlucky seed 1 in 16,000. */
    @Test
    void quarterDisk() {
        HitOrMiss found = HitOrMiss.of((x, y) -> x * x + y * y < 1, 1_000_000, Rng.seeded(1));
        assertTrue(found.area().sigmasFrom(Math.PI / 4) < 4, found.toString());
        assertEquals(4.1e-4, found.area().error(), 1e-5);
    }

    @Test
    void allAndNothing() {
        assertEquals(new HitOrMiss(70_000, 70_000), HitOrMiss.of((x, y) -> true, 70_000, Rng.seeded(2)));
        assertEquals(0, HitOrMiss.of((x, y) -> x > y && y > x, 1, Rng.seeded(2)).hits());
    }

    @Test
    void blocksAreOneRunCutUp() {
        HitOrMiss.Region region = (x, y) -> x < y * y;
        HitOrMiss whole = HitOrMiss.of(region, 1_000, Rng.seeded(3));
        double[] shares = HitOrMiss.shares(region, 10, 100, Rng.seeded(3));
        assertEquals(whole.hits(), Math.round(10 * Arrays.stream(shares).sum()));
    }

    @Test
    void stops() {
        Stop.request();
        try {
            assertThrows(Stopped.class, () -> HitOrMiss.of((x, y) -> true, 10, Rng.seeded(1)));
        } finally {
            Stop.clear();
        }
    }

    @Test
    void refusals() {
        assertEquals("shots must be at least 1, not 0", assertThrows(IllegalArgumentException.class,
                () -> HitOrMiss.of((x, y) -> true, 0, Rng.seeded(1))).getMessage());
        assertEquals("hits must lie between 0 and shots, and shots above 0: 3 of 2",
                assertThrows(IllegalArgumentException.class, () -> new HitOrMiss(3, 2)).getMessage());
    }
}
