package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RunningStatsTest {
    /** Mean 10 and unbiased variance 30; with 1e9 added the naive sum of squares loses all digits of it. */
    @Test
    void varianceSurvivesALargeOffset() {
        RunningStats stats = RunningStats.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
        assertEquals(1e9 + 10, stats.mean(), 0);
        assertEquals(30, stats.variance(), 0);
        assertEquals(Math.sqrt(30 / 4.0), stats.estimate().error(), 1e-15);
        assertEquals(4, stats.count());
    }

    @Test
    void saysWhenThereIsTooLittle() {
        assertEquals(Double.NaN, new RunningStats().mean(), 0);
        assertEquals(Double.NaN, RunningStats.of(1).variance(), 0);
        assertEquals("an error needs at least 2 numbers; there are 1",
                assertThrows(IllegalStateException.class, () -> RunningStats.of(1).estimate()).getMessage());
    }
}
