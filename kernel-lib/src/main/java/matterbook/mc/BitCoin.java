package matterbook.mc;

import matterbook.core.Rng;

/**
 * 64 coins at once that each show 1 with the probability p. A coin compares a uniform number with p digit by binary
 * digit, from the first: where they differ the coin has decided. About eight words of random bits decide all 64.
 */
final class BitCoin {
    private static final int DIGITS = 62;

    private final long digits;

    private BitCoin(long digits) {
        this.digits = digits;
    }

    /** The coins of p, cut after {@value #DIGITS} binary digits. */
    static BitCoin of(double p) {
        return new BitCoin(Math.min((1L << DIGITS) - 1, (long) (p * (1L << DIGITS))));
    }

    /** Throws the coins whose bits are set in {@code wanted}; all others are 0. */
    long toss(long wanted, Rng rng) {
        long undecided = wanted;
        long result = 0;
        for (int i = DIGITS - 1; i >= 0 && undecided != 0; i--) {
            long random = rng.nextLong();
            if ((digits >>> i & 1) == 1) {
                result |= undecided & ~random;
                undecided &= random;
            } else {
                undecided &= ~random;
            }
        }
        return result;
    }
}
