package matterbook.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void intervalsOfWilson() {
        // scipy 1.10.1: stats.binomtest(15, 20).proportion_ci(method="wilson")
        Proportion most = new Proportion(15, 20);
        assertEquals(0.5312991, most.low(0.95), 1e-7);
        assertEquals(0.8881383, most.high(0.95), 1e-7);
        assertEquals("15/20 (53 to 89 %)", most.toString());
    }

    @Test
    void allAndNoneKeepAWidth() {
        Proportion none = new Proportion(0, 10);
        assertEquals(0, none.low(0.95));
        double z = 1.959963984540054;
        assertEquals(z * z / (10 + z * z), none.high(0.95), 1e-12);
        assertEquals(1 - none.high(0.95), new Proportion(10, 10).low(0.95), 1e-12);
        assertEquals(1, new Proportion(10, 10).high(0.95));
    }

    @Test
    void refusesNonsense() {
        assertEquals("of 3 trials, 4 cannot have succeeded",
                assertThrows(IllegalArgumentException.class, () -> new Proportion(4, 3)).getMessage());
        assertEquals("the number of trials must be at least 1, not 0",
                assertThrows(IllegalArgumentException.class, () -> new Proportion(0, 0)).getMessage());
    }
}
