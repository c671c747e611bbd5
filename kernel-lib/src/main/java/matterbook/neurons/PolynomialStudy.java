package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.nn.Examples;
import matterbook.nn.Initialiser;
import matterbook.nn.Layer;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.QuadraticStart;
import matterbook.nn.Tensor;
import matterbook.reproduce.Findings;
import matterbook.reproduce.FindingsTable;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
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

    /**
     * Errors of one fit.
     *
     * @param coefficients the greatest of all; infinite where the network is no polynomial
     */
    private record Seen(double coefficients, double inside, double beyond) {
        static Seen of(Target target, Fit fit) {
            boolean polynomial = fit.model().network().layers().getFirst() instanceof Quadratic;
            return new Seen(polynomial ? target.coefficientError(fit.model()) : Double.POSITIVE_INFINITY, fit.error(),
                    error(fit.model(), target.samples(1, BEYOND)));
        }

        private static double error(Model model, Examples samples) {
            Tensor y = Networks.predict(model, samples.x());
            double sum = 0;
            for (int i = 0; i < samples.size(); i++) {
                double d = y.get(i, 0) - samples.y().get(i, 0);
                sum += d * d;
            }
            return Math.sqrt(sum / samples.size());
        }

        double[] numbers() {
            return new double[]{coefficients, inside, beyond};
        }

        static Seen of(double[] numbers) {
            return new Seen(numbers[0], numbers[1], numbers[2]);
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
            Network quadratic = target.secondOrder();
            List<Seen> second = seen(target, "second order", quadratic, memory);
            int recovered = (int) second.stream().filter(seen -> seen.coefficients() < NEAR).count();
            rows.add(row(target, "second order " + target.secondOrderName(), quadratic, second,
                    new Proportion(recovered, starts).toString()));
            Network linear = Networks.firstOrder(target.widths());
            rows.add(row(target, "first order " + Networks.name(target.widths()) + ", tanh", linear,
                    seen(target, "first order", linear, memory), "has none"));
        }
        return new Findings(method(),
                List.of(new FindingsTable("Errors are medians of the starts", List.of("target", "network",
                        "parameters", "coefficients recovered", "error from -1 to 1", "error from 1 to 1.5"), rows)),
                List.of());
    }

    private List<Seen> seen(Target target, String name, Network network, Memory memory) {
        Examples samples = target.samples(-1, 1);
        String key = Fit.key(network, samples, RATE, ITERATIONS) + " errors to " + BEYOND;
        List<Seen> all = new ArrayList<>();
        try (Progress progress = Progress.start(target.name() + ", " + name, starts)) {
            for (int i = 1; i <= starts; i++) {
                int seed = i;
                all.add(memory.remember(key + ", seed " + seed,
                        () -> Seen.of(target, Fit.of(network, samples, RATE, ITERATIONS, seed)), Seen::numbers,
                        Seen::of));
                progress.step();
            }
        }
        return all;
    }

    private static List<String> row(Target target, String name, Network network, List<Seen> seen,
            String recovered) {
        return List.of(target.name(), name, String.valueOf(network.parameterCount()), recovered,
                median(seen, Seen::inside), median(seen, Seen::beyond));
    }

    private static String median(List<Seen> seen, ToDoubleFunction<Seen> value) {
        return Digits.of(Outliers.median(seen.stream().mapToDouble(value).toArray()), 2);
    }

    private String method() {
        return "Chebyshev's polynomials of degree 2, 3 and 4 at " + POINTS + " points from -1 to 1, least squares, "
                + ITERATIONS
                + " iterations of Adam (0.03, falling along a cosine), all points in each, seeds 1 to " + starts
                + ". Second-order neurons without activation are a polynomial whose coefficients are read off their weights; "
                + "recovered: each within 0.01. Errors are roots of mean squares; from 1 to 1.5 no network saw anything.";
    }
}
