package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.nn.Initialiser;
import matterbook.nn.Layer;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.QuadraticStart;
import matterbook.nn.Examples;
import matterbook.nn.Tensor;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.reproduce.FindingsTable;
import matterbook.stats.Outliers;
import matterbook.stats.Proportion;

/**
 * Beyond the paper: polynomials of known degree, recovered from their values by second-order neurons without activation.
 *
 * @param starts random starts of each network
 */
public record PolynomialStudy(int starts) implements Study {
    private static final int POINTS = 64;
    private static final double BEYOND = 1.5;
    private static final int ITERATIONS = 3000;
    private static final double RATE = 0.03;
    private static final double NEAR = 0.01;

    /** Chebyshev's, which are as large between -1 and 1 for every degree. */
    private static final List<Target> TARGETS = List.of(
            new Target("T2", List.of(1), List.of(1, 2, 1), List.of(-1.0, 0.0, 2.0)),
            new Target("T3", List.of(2, 1), List.of(1, 7, 1), List.of(0.0, -3.0, 0.0, 4.0)),
            new Target("T4", List.of(2, 1), List.of(1, 7, 1), List.of(1.0, 0.0, -8.0, 0.0, 8.0)));

    /**
     * A polynomial and the networks that learn it.
     *
     * @param neurons second-order ones, layer by layer
     * @param firstOrder widths of the other network
     */
    private record Target(String name, List<Integer> neurons, List<Integer> firstOrder, List<Double> coefficients) {
        int[] widths() {
            return firstOrder.stream().mapToInt(Integer::intValue).toArray();
        }

        String secondOrderName() {
            return Networks
                    .name(IntStream.concat(IntStream.of(1), neurons.stream().mapToInt(Integer::intValue)).toArray());
        }

        double[] values() {
            return coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        }

        Network secondOrder() {
            Layer[] layers = neurons.stream()
                    .map(n -> new Quadratic(n, Initialiser.XAVIER, QuadraticStart.RANDOM, 1))
                    .toArray(Layer[]::new);
            return Network.of(1, layers);
        }

        /** Values at evenly spaced x. */
        Examples samples(double from, double to) {
            double[][] x = new double[POINTS][1];
            double[] y = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                x[i][0] = from + (to - from) * i / (POINTS - 1);
                y[i] = Polynomials.value(values(), x[i][0]);
            }
            return Examples.of(x, y);
        }

        double coefficientError(Model model) {
            double[] difference = Polynomials.add(Polynomials.of(model), -1, values());
            return Arrays.stream(difference).map(Math::abs).max().orElseThrow();
        }
    }

    public PolynomialStudy {
        Require.positive(starts, "the number of starts");
    }

    @Override
    public String id() {
        return "polynomials";
    }

    @Override
    public String title() {
        return "Beyond the paper: polynomials of known degree";
    }

    @Override
    public Findings run(Memory memory) {
        List<List<String>> rows = new ArrayList<>();
        for (Target target : TARGETS) {
            List<Fit> second = fits(target, "second order", target.secondOrder());
            List<Fit> first = fits(target, "first order", Networks.firstOrder(target.widths()));
            int recovered = (int) second.stream().filter(fit -> target.coefficientError(fit.model()) < NEAR).count();
            rows.add(row(target, "second order " + target.secondOrderName(), second,
                    new Proportion(recovered, starts).toString()));
            rows.add(row(target, "first order " + Networks.name(target.widths()) + ", tanh", first, "has none"));
        }
        return new Findings(method(),
                List.of(new FindingsTable("Errors are medians of the starts", List.of("target", "network",
                        "parameters", "coefficients recovered", "error from -1 to 1", "error from 1 to 1.5"), rows)),
                List.of());
    }

    private List<Fit> fits(Target target, String name, Network network) {
        Examples samples = target.samples(-1, 1);
        List<Fit> fits = new ArrayList<>();
        try (Progress progress = Progress.start(target.name() + ", " + name, starts)) {
            for (int seed = 1; seed <= starts; seed++) {
                fits.add(Fit.of(network, samples, RATE, ITERATIONS, seed));
                progress.step();
            }
        }
        return fits;
    }

    private static List<String> row(Target target, String name, List<Fit> fits, String recovered) {
        Examples beyond = target.samples(1, BEYOND);
        return List.of(target.name(), name, String.valueOf(fits.getFirst().model().network().parameterCount()),
                recovered,
                median(fits, Fit::error), median(fits, fit -> error(fit.model(), beyond)));
    }

    private static double error(Model model, Examples samples) {
        Tensor y = model.predict(samples.x());
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            double d = y.get(i, 0) - samples.y().get(i, 0);
            sum += d * d;
        }
        return Math.sqrt(sum / samples.size());
    }

    private static String median(List<Fit> fits, ToDoubleFunction<Fit> value) {
        return Digits.of(Outliers.median(fits.stream().mapToDouble(value).toArray()), 2);
    }

    private String method() {
        return "Chebyshev's polynomials of degree 2, 3 and 4 at " + POINTS + " points from -1 to 1, least squares, "
                + ITERATIONS
                + " iterations of Adam (0.03, falling along a cosine), all points in each, seeds 1 to " + starts
                + ". Second-order neurons without activation are a polynomial whose coefficients are read off their weights; "
                + "recovered: each within 0.01. Errors are roots of mean squares; from 1 to 1.5 no network saw anything.";
    }
}
