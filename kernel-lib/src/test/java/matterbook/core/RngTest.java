package matterbook.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;

class RngTest {
    /** The JDK's own xoshiro256++, started from the same 32 bytes of state, is the reference. */
    @Test
    void agreesWithTheJdksXoshiro() {
        long[] state = Rng.seeded(7).state();
        ByteBuffer seed = ByteBuffer.allocate(32);
        for (int i = 0; i < 4; i++) {
            seed.putLong(state[i]);
        }
        RandomGenerator reference = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed.array());
        Rng ours = Rng.fromState(state);
        for (int i = 0; i < 1000; i++) {
            assertEquals(reference.nextLong(), ours.nextLong());
        }
    }

    @Test
    void sameSeedSameNumbers() {
        assertEquals(Rng.seeded(3).nextLong(), Rng.seeded(3).nextLong());
        assertNotEquals(Rng.seeded(3).nextLong(), Rng.seeded(4).nextLong());
        Rng parent = Rng.seeded(3);
        assertNotEquals(parent.split().nextLong(), parent.nextLong());
    }

    @Test
    void goesOnFromASavedState() {
        Rng rng = Rng.seeded(11);
        rng.nextGaussian();
        Rng resumed = Rng.fromState(rng.state());
        double[] expected = new double[9];
        double[] actual = new double[9];
        rng.fillGaussian(expected);
        resumed.fillGaussian(actual);
        assertArrayEquals(expected, actual);
    }

    /** Moments of 10^6 normal numbers within 4.5 standard errors: a right generator fails 1 seed in 50,000. */
    @Test
    void gaussianMoments() {
        int n = 1_000_000;
        double[] x = new double[n];
        Rng.seeded(1).fillGaussian(x);
        double m1 = 0;
        double m2 = 0;
        double m4 = 0;
        for (double v : x) {
            m1 += v;
            m2 += v * v;
            m4 += v * v * v * v;
        }
        assertEquals(0, m1 / n, 4.5 / Math.sqrt(n));
        assertEquals(1, m2 / n, 4.5 * Math.sqrt(2.0 / n));
        assertEquals(3, m4 / n, 4.5 * Math.sqrt(96.0 / n));
    }

    /** Expected 20 % and 80 % of 10^5 draws, 4.5 standard errors. */
    @Test
    void picksByWeightAndNeverAWeightOfZero() {
        Rng rng = Rng.seeded(2);
        int[] counts = new int[4];
        for (int i = 0; i < 100_000; i++) {
            counts[rng.pick(0, 1, 4, 0)]++;
        }
        assertEquals(0, counts[0] + counts[3]);
        assertEquals(20_000, counts[1], 4.5 * Math.sqrt(100_000 * 0.2 * 0.8));
        assertThrows(IllegalArgumentException.class, () -> rng.pick(0, 0));
        assertThrows(IllegalArgumentException.class, () -> rng.pick(1, Double.NaN));
    }
}
