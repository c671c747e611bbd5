package matterbook.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import matterbook.core.Estimate;
import matterbook.core.Stop;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Mean of a correlated series with an honest error, by block averages: neighbours are averaged in pairs again and
 * again, and the naive error of the mean grows with the block length until blocks are independent.
 *
 * <p>At each level with n blocks of variance {@code c0 = 1/n sum (x - mean)^2} the error of the mean is
 * {@code sqrt(c0 / (n - 1))}, itself known to a relative {@code 1 / sqrt(2 (n - 1))} (H. Flyvbjerg and H. G.
 * Petersen, J. Chem. Phys. 91, 461 (1989), eq. 28). The level is chosen by the test of M. Jonsson, Phys. Rev. E
 * 98, 043304 (2018): the first from which on the blocks' correlation with their next neighbours is no larger
 * than chance gives it once in a hundred; then {@value #MARGIN} levels more while at least {@value #FEW_BLOCKS} blocks
 * are left, because a correlation too small to be detected still makes the error too small (for an autoregressive
 * series of 4096 values with a = 0.9 by 15 % without the margin and by 4 % with it).
 */
public final class Blocking {
    /** The fewest values that can be analysed. */
    public static final int LEAST = 4;

    private static final int FEW_BLOCKS = 16;
    private static final double CONFIDENCE = 0.99;
    private static final int MARGIN = 2;

    private final double mean;
    private final List<Level> levels;
    private final int chosen;

    /**
     * One level of blocking.
     *
     * @param blockLength number of values in a block
     * @param blocks number of blocks
     * @param error standard error of the mean at this level, with its own standard error
     * @param correlation autocorrelation of the blocks with their next neighbours
     */
    public record Level(int blockLength, int blocks, Estimate error, double correlation) {}

    private Blocking(double mean, List<Level> levels, int chosen) {
        this.mean = mean;
        this.levels = levels;
        this.chosen = chosen;
    }

    /**
     * Analyses a series of at least 4 values; an odd last block of a level is left out of the next one.
     *
     * @throws IllegalArgumentException if there are fewer values, or one is not finite
     */
    public static Blocking of(double... series) {
        double[] x = Series.checked(series, LEAST);
        double mean = Series.mean(x);
        List<Level> levels = new ArrayList<>();
        for (int length = 1; x.length >= 2; length *= 2) {
            Stop.check();
            levels.add(level(length, x));
            x = pairs(x);
        }
        return new Blocking(mean, List.copyOf(levels), choose(levels));
    }

    /** The mean with its error at the chosen level. */
    public Estimate estimate() {
        return new Estimate(mean, plateau().error().value());
    }

    /** The level at which the error stopped growing. */
    public Level plateau() {
        return levels.get(chosen);
    }

    /** Every level, from the bare values (block length 1) to the last with two blocks. */
    public List<Level> levels() {
        return levels;
    }

    /** False if fewer than 16 blocks were left at the chosen level: the series is too short for its memory. */
    public boolean longEnough() {
        return plateau().blocks() >= FEW_BLOCKS;
    }

    /** The estimate, then the levels as a table. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(estimate() + (longEnough() ? "" : " (the series is too short)"));
        text.append(String.format(Locale.ROOT, "%n%12s %8s  error of the mean", "block length", "blocks"));
        for (Level level : levels) {
            text.append(String.format(Locale.ROOT, "%n%12d %8d  %s%s", level.blockLength(), level.blocks(),
                    level.error(), level.equals(plateau()) ? "  <- chosen" : ""));
        }
        return text.toString();
    }

    private static Level level(int length, double[] x) {
        int n = x.length;
        double mean = Series.mean(x);
        double squares = 0;
        double neighbours = 0;
        for (int i = 0; i < n; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
            neighbours += i == 0 ? 0 : (x[i - 1] - mean) * (x[i] - mean);
        }
        double error = Math.sqrt(squares / n / (n - 1));
        return new Level(length, n, new Estimate(error, error / Math.sqrt(2.0 * (n - 1))),
                squares == 0 ? 0 : neighbours / squares);
    }

    private static double[] pairs(double[] x) {
        double[] halved = new double[x.length / 2];
        for (int i = 0; i < halved.length; i++) {
            halved[i] = (x[2 * i] + x[2 * i + 1]) / 2;
        }
        return halved;
    }

    /** The first level at which blocks look independent, and the margin. */
    private static int choose(List<Level> levels) {
        int chosen = firstIndependent(levels);
        for (int k = 0; k < MARGIN; k++) {
            boolean enough = chosen + 1 < levels.size() && levels.get(chosen + 1).blocks() >= FEW_BLOCKS;
            chosen += enough ? 1 : 0;
        }
        return chosen;
    }

    /** M_j = sum_(k >= j) n_k ((n_k - 1) / n_k^2 + rho_k(1))^2 is chi-square with one degree a level when independent. */
    private static int firstIndependent(List<Level> levels) {
        double sum = 0;
        int chosen = levels.size() - 1;
        for (int k = levels.size() - 1; k >= 0; k--) {
            Level level = levels.get(k);
            double n = level.blocks();
            double shift = (n - 1) / (n * n) + level.correlation();
            sum += level.error().value() == 0 ? 0 : n * shift * shift;
            double limit = new ChiSquaredDistribution(levels.size() - k).inverseCumulativeProbability(CONFIDENCE);
            chosen = sum < limit ? k : chosen;
        }
        return chosen;
    }
}
