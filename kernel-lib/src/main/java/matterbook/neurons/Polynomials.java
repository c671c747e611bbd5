package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;
import matterbook.nn.Layer;
import matterbook.nn.Model;
import matterbook.nn.Quadratic;

/**
 * Polynomials of one variable as arrays of coefficients, the constant first. L layers of second-order neurons without
 * activation are a polynomial of degree 2^L: what such a network learned can be read off exactly.
 */
public final class Polynomials {
    private Polynomials() {}

    /**
     * The polynomial that a model with one input and one output is.
     *
     * @throws IllegalArgumentException if one of its layers is not {@link Quadratic}
     */
    public static double[] of(Model model) {
        List<Layer> layers = model.network().layers();
        Require.that(model.network().input().size() == 1 && model.network().output().size() == 1,
                "a polynomial of one variable has one input and one output");
        List<double[]> values = List.of(new double[]{0, 1});
        for (int i = 0; i < layers.size(); i++) {
            Require.that(layers.get(i) instanceof Quadratic, "layer " + i + " is no quadratic one: " + layers.get(i));
            List<double[]> next = new ArrayList<>();
            for (int unit = 0; unit < model.network().shapes().get(i + 1).size(); unit++) {
                next.add(of(QuadraticNeuron.of(model, i, unit), values));
            }
            values = next;
        }
        return values.getFirst();
    }

    /** What a neuron makes of polynomials: r g + b. */
    private static double[] of(QuadraticNeuron neuron, List<double[]> x) {
        int n = neuron.inputs();
        double[] p = neuron.parameters();
        double[] r = {p[n]};
        double[] g = {p[2 * n + 1]};
        double[] b = {p[3 * n + 2]};
        for (int k = 0; k < n; k++) {
            r = add(r, p[k], x.get(k));
            g = add(g, p[n + 1 + k], x.get(k));
            b = add(b, p[2 * n + 2 + k], multiply(x.get(k), x.get(k)));
        }
        return add(multiply(r, g), 1, b);
    }

    /** a + factor b. */
    static double[] add(double[] a, double factor, double[] b) {
        double[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int k = 0; k < b.length; k++) {
            sum[k] += factor * b[k];
        }
        return sum;
    }

    /** a b. */
    static double[] multiply(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] += a[i] * b[j];
            }
        }
        return product;
    }

    /** The value at x (Horner's scheme). */
    public static double value(double[] coefficients, double x) {
        double y = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            y = y * x + coefficients[k];
        }
        return y;
    }
}
