package matterbook.neurons;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.nn.Learner;
import matterbook.nn.Model;
import matterbook.nn.Quadratic;
import matterbook.nn.Tensor;

/**
 * One second-order neuron before its activation, in double precision (eq. 1): net = r g + b with r = wr·x + br,
 * g = wg·x + bg and b = wb·x² + c, x² element by element.
 */
public final class QuadraticNeuron {
    private static final int DIGITS = 4;

    private final double[] wr;
    private final double br;
    private final double[] wg;
    private final double bg;
    private final double[] wb;
    private final double c;

    /** A neuron of as many inputs as wr, wg and wb have numbers. */
    public QuadraticNeuron(double[] wr, double br, double[] wg, double bg, double[] wb, double c) {
        Require.that(wr.length > 0 && wr.length == wg.length && wr.length == wb.length,
                "wr, wg and wb need one number for each input, not " + wr.length + ", " + wg.length + " and "
                        + wb.length);
        this.wr = wr.clone();
        this.br = br;
        this.wg = wg.clone();
        this.bg = bg;
        this.wb = wb.clone();
        this.c = c;
    }

    /**
     * Reads a neuron out of a model.
     *
     * @param layer which layer, from 0; a {@link Quadratic} one
     * @param unit which of its neurons, from 0
     */
    public static QuadraticNeuron of(Model model, int layer, int unit) {
        Require.that(model.network().layers().get(layer) instanceof Quadratic,
                "layer " + layer + " is no quadratic one: " + model.network().layers().get(layer));
        Learner learner = model.learner();
        List<Tensor> p = learner.parameters(layer);
        return new QuadraticNeuron(p.get(0).column(unit), p.get(1).get(0, unit), p.get(2).column(unit),
                p.get(3).get(0, unit), p.get(4).column(unit), p.get(5).get(0, unit));
    }

    /** How many inputs. */
    public int inputs() {
        return wr.length;
    }

    /** The first factor, wr·x + br. */
    public double r(double... x) {
        return dot(wr, x) + br;
    }

    /** The second factor, wg·x + bg. */
    public double g(double... x) {
        return dot(wg, x) + bg;
    }

    /** The squares, wb·x² + c. */
    public double b(double... x) {
        return dot(wb, squared(x)) + c;
    }

    /** r g + b. */
    public double net(double... x) {
        return r(x) * g(x) + b(x);
    }

    /** All parameters in one array: wr, br, wg, bg, wb, c. */
    public double[] parameters() {
        return join(wr, new double[]{br}, wg, new double[]{bg}, wb, new double[]{c});
    }

    /** The neuron with these parameters, in the order of {@link #parameters}. */
    public static QuadraticNeuron of(double... p) {
        Require.that(p.length >= 6 && p.length % 3 == 0,
                "a neuron of n inputs has 3 n + 3 parameters, not " + p.length);
        int n = p.length / 3 - 1;
        return new QuadraticNeuron(Arrays.copyOfRange(p, 0, n), p[n], Arrays.copyOfRange(p, n + 1, 2 * n + 1),
                p[2 * n + 1], Arrays.copyOfRange(p, 2 * n + 2, 3 * n + 2), p[3 * n + 2]);
    }

    /** The derivatives of net at x by each input (eq. 9, corrected): wr g + wg r + 2 wb x, element by element. */
    public double[] inputGradient(double... x) {
        double r = r(x);
        double g = g(x);
        double[] d = new double[x.length];
        for (int k = 0; k < d.length; k++) {
            d[k] = wr[k] * g + wg[k] * r + 2 * wb[k] * x[k];
        }
        return d;
    }

    /**
     * The derivatives of net at x by each parameter (eqs 6 and 11, corrected), in the order of {@link #parameters}: x g, g,
     * x r, r, x², 1.
     */
    public double[] gradient(double... x) {
        double r = r(x);
        double g = g(x);
        return join(scaled(x, g), new double[]{g}, scaled(x, r), new double[]{r}, squared(x), new double[]{1});
    }

    /** {@link #inputGradient} as eq. 9 is printed: its last term is summed over all inputs. */
    public double[] printedInputGradient(double... x) {
        double r = r(x);
        double g = g(x);
        double squares = 2 * dot(wb, x);
        double[] d = new double[x.length];
        for (int k = 0; k < d.length; k++) {
            d[k] = wr[k] * g + wg[k] * r + squares;
        }
        return d;
    }

    /**
     * {@link #gradient} as printed: the first two rows of eq. 11 have br and bg in each other's place, and eq. 6 takes for c
     * the derivative by bg. Where only the indices are wrong (o of the layer itself), they are read as meant.
     */
    public double[] printedGradient(double... x) {
        double r = r(x);
        double g = g(x);
        return join(scaled(x, g - bg + br), new double[]{g}, scaled(x, r - br + bg), new double[]{r}, squared(x),
                new double[]{r});
    }

    private static double[] scaled(double[] x, double factor) {
        return Arrays.stream(x).map(value -> factor * value).toArray();
    }

    private static double[] squared(double[] x) {
        return Arrays.stream(x).map(value -> value * value).toArray();
    }

    private static double[] join(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * The matrix of the terms of second degree: net = xᵀ A x + ..., A = (wr wgᵀ + wg wrᵀ) / 2 + diag(wb). Without the b
     * part it has rank 2 at most.
     */
    public double[][] form() {
        int n = inputs();
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = (wr[i] * wg[j] + wg[i] * wr[j]) / 2 + (i == j ? wb[i] : 0);
            }
        }
        return a;
    }

    /** The terms of first degree, br wg + bg wr. */
    public double[] slope() {
        double[] slope = new double[inputs()];
        for (int k = 0; k < slope.length; k++) {
            slope[k] = br * wg[k] + bg * wr[k];
        }
        return slope;
    }

    /** The term without x, br bg + c. */
    public double constant() {
        return br * bg + c;
    }

    private static double dot(double[] w, double[] x) {
        Require.that(w.length == x.length, "this neuron has " + w.length + " inputs, not " + x.length);
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += w[k] * x[k];
        }
        return sum;
    }

    /** {@code (0.5, 1)·x + 2, ...}: the three parts. */
    @Override
    public String toString() {
        return "(" + text(wr) + "·x + " + text(br) + ") (" + text(wg) + "·x + " + text(bg) + ") + " + text(wb)
                + "·x² + " + text(c);
    }

    private static String text(double... values) {
        List<String> parts = Arrays.stream(values).mapToObj(v -> Digits.shortest(v, DIGITS)).toList();
        return values.length == 1 ? parts.getFirst() : "(" + String.join(", ", parts) + ")";
    }
}
