package matterbook.core;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A seeded random generator: the same seed gives the same numbers on every machine and in every version.
 *
 * <p>The generator is xoshiro256++ (D. Blackman and S. Vigna, ACM Trans. Math. Softw. 47, 36 (2021)), period
 * 2<sup>256</sup> - 1, seeded through SplitMix64 as its authors advise. Not for cryptography. One instance
 * belongs to one thread; {@link #split()} makes another for a second thread.
 */
public final class Rng implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spareGaussian;
    private boolean hasSpare;

    private Rng(long a, long b, long c, long d) {
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /** The generator for this seed. */
    public static Rng seeded(long seed) {
        long[] state = new long[4];
        long z = seed;
        for (int i = 0; i < state.length; i++) {
            z += GOLDEN_GAMMA;
            state[i] = mix(z);
        }
        return new Rng(state[0], state[1], state[2], state[3]);
    }

    /** A generator that goes on from a saved {@link #state()}. */
    public static Rng fromState(long[] state) {
        if (state.length != 6 || (state[0] | state[1] | state[2] | state[3]) == 0) {
            throw new IllegalArgumentException(
                    "a generator's state is six numbers, the first four not all zero: " + Arrays.toString(state));
        }
        Rng rng = new Rng(state[0], state[1], state[2], state[3]);
        rng.hasSpare = state[4] != 0;
        rng.spareGaussian = Double.longBitsToDouble(state[5]);
        return rng;
    }

    /** All that determines the numbers to come, for a checkpoint: {@link #fromState} goes on exactly here. */
    public long[] state() {
        return new long[]{s0, s1, s2, s3, hasSpare ? 1 : 0, Double.doubleToRawLongBits(spareGaussian)};
    }

    /** A new generator whose numbers are independent of this one's; this one moves on by one step. */
    public Rng split() {
        return seeded(nextLong());
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform on [0, 1), a multiple of 2<sup>-53</sup>. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Normal with mean 0 and variance 1 (polar method of Marsaglia and Bray, SIAM Rev. 6, 260 (1964)). */
    @Override
    public double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spareGaussian;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
        spareGaussian = v * scale;
        hasSpare = true;
        return u * scale;
    }

    /** Fills {@code target} with independent standard normal numbers. */
    public void fillGaussian(double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = nextGaussian();
        }
    }

    /**
     * Fills {@code target} with independent standard normal numbers several times faster than {@link #fillGaussian}, by
     * the ziggurat method; they are other numbers than its.
     */
    public void fillNormal(double[] target) {
        for (int i = 0; i < target.length; i++) {
            long bits = nextLong();
            double place = Ziggurat.place(bits);
            target[i] = Ziggurat.below(bits, place) ? place : Ziggurat.resolve(bits, this);
        }
    }

    /** The numbers 0 to n - 1 in an order of chance (Fisher and Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /**
     * Index {@code i} with probability {@code weights[i] / sum(weights)}.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite, or all are 0
     */
    public int pick(double... weights) {
        double total = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("weights must be finite and not negative: " + weight);
            }
            total += weight;
        }
        if (total == 0) {
            throw new IllegalArgumentException("at least one weight must be above 0");
        }
        double left = nextDouble() * total;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
