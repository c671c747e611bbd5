package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import matterbook.core.Rng;
import org.junit.jupiter.api.Test;

class BitCoinTest {
    /** 6.4 million coins, 4.9 sigma: one false alarm in a million seeds. */
    @Test
    void showsOneWithItsProbability() {
        for (double p : new double[]{0.5, 0.135335, 0.3, 0.999, 1e-3}) {
            BitCoin coin = BitCoin.of(p);
            Rng rng = Rng.seeded(1);
            long ones = 0;
            for (int i = 0; i < 100_000; i++) {
                ones += Long.bitCount(coin.toss(-1, rng));
            }
            double n = 6.4e6;
            assertEquals(p, ones / n, 4.9 * Math.sqrt(p * (1 - p) / n));
        }
    }

    @Test
    void onlyTheWantedOnesAreThrown() {
        Rng rng = Rng.seeded(2);
        long seen = 0;
        for (int i = 0; i < 200; i++) {
            seen |= BitCoin.of(0.5).toss(0x0f0f, rng);
        }
        assertEquals(0x0f0f, seen);
        assertEquals(-1, BitCoin.of(1).toss(-1, rng));
        assertEquals(0, BitCoin.of(0).toss(-1, rng));
    }

    /** Neighbouring coins are independent: both show 1 with p^2 (4.9 sigma). */
    @Test
    void neighboursAreIndependent() {
        Rng rng = Rng.seeded(3);
        BitCoin coin = BitCoin.of(0.3);
        long both = 0;
        for (int i = 0; i < 100_000; i++) {
            long coins = coin.toss(-1, rng);
            both += Long.bitCount(coins & coins >>> 1 & 0x5555555555555555L);
        }
        double n = 3.2e6;
        assertTrue(Math.abs(both / n - 0.09) < 4.9 * Math.sqrt(0.09 * 0.91 / n), "share " + both / n);
    }
}
