package matterbook.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Stop;
import matterbook.core.UserError;

/**
 * The smooth part of the potential of charges that stay where they are, a framework's above all: the sum over waves of
 * {@link Ewald}, with the structure factor S(k) = sum_j q_j exp(i k · r_j) of each wave calculated once. A place then costs
 * one complex product a wave, whatever the number of charges. What belongs to space is left to the caller, who adds
 * q erfc(alpha r)/r ({@link Ewald#screened}) over the charges near by.
 *
 * <p>phi(r) = sum over half of all k of 2 · 4 pi / V · exp(-k² / 4 alpha²) / k² · Re(S(k)* exp(i k · r)) - pi Q / (alpha² V)
 *
 * <p>Any number of threads may use one.
 */
public final class EwaldField {
    /** The edges, that with the most waves last. */
    private final int[] order;
    private final int[] most;
    private final double[] reciprocal = new double[9];
    /** Waves that differ in the last index alone are a row: its first two indices, where it begins and ends. */
    private final int[] rows;
    private final int[] last;
    private final double[] re;
    private final double[] im;
    private final double background;

    private EwaldField(Ewald sum, int[] order, Waves waves, double background) {
        this.order = order;
        this.background = background;
        int[] all = sum.mostWaves();
        most = new int[]{all[order[0]], all[order[1]], all[order[2]]};
        for (int k = 0; k < 3; k++) {
            System.arraycopy(sum.cell().reciprocal(order[k]), 0, reciprocal, 3 * k, 3);
        }
        rows = waves.rows.stream().mapToInt(Integer::intValue).toArray();
        last = waves.last.stream().mapToInt(Integer::intValue).toArray();
        re = waves.re.stream().mapToDouble(Double::doubleValue).toArray();
        im = waves.im.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The field of these charges.
     *
     * @param r row 0 has x of all charges, row 1 y, row 2 z
     * @throws UserError if the charges do not add up to 0
     */
    public static EwaldField of(Ewald sum, double[][] r, double[] charges) {
        Ewald.requireNeutral(charges);
        int[] order = order(sum.mostWaves());
        Waves waves = new Waves(sum, r, charges);
        waves.collect(order);
        double total = Arrays.stream(charges).sum();
        return new EwaldField(sum, order, waves,
                -Math.PI * total / (sum.alpha() * sum.alpha() * sum.cell().volume()));
    }

    /** The waves of one half of reciprocal space while they are collected. */
    private static final class Waves {
        final List<Integer> rows = new ArrayList<>();
        final List<Integer> last = new ArrayList<>();
        final List<Double> re = new ArrayList<>();
        final List<Double> im = new ArrayList<>();
        private final Ewald sum;
        private final double[] charges;
        private final double[][] fractional;

        Waves(Ewald sum, double[][] r, double[] charges) {
            this.sum = sum;
            this.charges = charges;
            fractional = new double[charges.length][];
            for (int j = 0; j < charges.length; j++) {
                fractional[j] = sum.cell().fractional(r[0][j], r[1][j], r[2][j]);
            }
        }

        void collect(int[] order) {
            int[] most = sum.mostWaves();
            for (int first = 0; first <= most[order[0]]; first++) {
                for (int second = first == 0 ? 0 : -most[order[1]]; second <= most[order[1]]; second++) {
                    Stop.check();
                    int from = last.size();
                    for (int third = first == 0 && second == 0
                            ? 1
                            : -most[order[2]]; third <= most[order[2]]; third++) {
                        int[] index = new int[3];
                        index[order[0]] = first;
                        index[order[1]] = second;
                        index[order[2]] = third;
                        add(index, third);
                    }
                    if (last.size() > from) {
                        rows.addAll(List.of(first, second, from, last.size()));
                    }
                }
            }
        }

        /** Adds twice the weight, for k and -k, times the conjugate of the structure factor. */
        private void add(int[] index, int third) {
            double weight = 2 * sum.weight(index[0], index[1], index[2]);
            if (weight == 0) {
                return;
            }
            double cosine = 0;
            double sine = 0;
            for (int j = 0; j < charges.length; j++) {
                double phase = 2 * Math.PI * (index[0] * fractional[j][0] + index[1] * fractional[j][1]
                        + index[2] * fractional[j][2]);
                cosine += charges[j] * Math.cos(phase);
                sine += charges[j] * Math.sin(phase);
            }
            last.add(third);
            re.add(weight * cosine);
            im.add(-weight * sine);
        }
    }

    /** Long rows are fast: the edge with the most waves is last. */
    private static int[] order(int[] most) {
        int longest = most[2] >= most[0] && most[2] >= most[1] ? 2 : most[1] >= most[0] ? 1 : 0;
        return new int[]{(longest + 1) % 3, (longest + 2) % 3, longest};
    }

    /** How many waves there are, of k and -k one. */
    public int waves() {
        return re.length;
    }

    /** The smooth part of the potential at this place, in charge / length. */
    public double at(double x, double y, double z) {
        double[][] phases = new double[3][];
        for (int k = 0; k < 3; k++) {
            phases[k] = phases(most[k],
                    reciprocal[3 * k] * x + reciprocal[3 * k + 1] * y + reciprocal[3 * k + 2] * z);
        }
        double[] p0 = phases[0];
        double[] p1 = phases[1];
        double[] p2 = phases[2];
        double sum = 0;
        for (int row = 0; row < rows.length; row += 4) {
            double a = 0;
            double b = 0;
            for (int n = rows[row + 2]; n < rows[row + 3]; n++) {
                int at = 2 * (last[n] + most[2]);
                double c = p2[at];
                double s = p2[at + 1];
                a += re[n] * c - im[n] * s;
                b += re[n] * s + im[n] * c;
            }
            int i = 2 * (rows[row] + most[0]);
            int j = 2 * (rows[row + 1] + most[1]);
            sum += a * (p0[i] * p1[j] - p0[i + 1] * p1[j + 1]) - b * (p0[i] * p1[j + 1] + p0[i + 1] * p1[j]);
        }
        return sum + background;
    }

    /** cos and sin of 2 pi n f for n from -most to most, by turning from one to the next. */
    private static double[] phases(int most, double f) {
        double[] phases = new double[2 * (2 * most + 1)];
        int zero = 2 * most;
        phases[zero] = 1;
        // the whole part turns nothing; without it the angle is small and its rounding too
        double angle = 2 * Math.PI * (f - Math.rint(f));
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        for (int n = 2; n <= zero; n += 2) {
            double c = phases[zero + n - 2] * cosine - phases[zero + n - 1] * sine;
            double s = phases[zero + n - 2] * sine + phases[zero + n - 1] * cosine;
            phases[zero + n] = c;
            phases[zero + n + 1] = s;
            phases[zero - n] = c;
            phases[zero - n + 1] = -s;
        }
        return phases;
    }

    @Override
    public String toString() {
        return "Ewald field of " + re.length + " waves, along edges " + order[0] + ", " + order[1] + ", " + order[2];
    }
}
