package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import matterbook.reproduce.FindingsTable;

/**
 * The derivatives of a second-order neuron against differences, corrected and as printed.
 *
 * @param neurons how many random neurons, each at a random point
 */
public record EquationStudy(int neurons) implements Study {
    private static final double STEP = 1e-5;
    private static final double RIGHT = 1e-7;
    private static final List<Integer> INPUTS = List.of(1, 2, 5);

    public EquationStudy {
        Require.positive(neurons, "the number of neurons");
    }

    /** The greatest errors over all neurons, in units of the gradient's length. */
    record Errors(double input, double inputPrinted, double parameters, double parametersPrinted) {}

    @Override
    public String id() {
        return "equations";
    }

    @Override
    public String title() {
        return "The derivatives (eqs 6, 9 and 11)";
    }

    @Override
    public Findings run(Memory memory) {
        List<Errors> errors = INPUTS.stream().map(this::errors).toList();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < errors.size(); i++) {
            Errors e = errors.get(i);
            rows.add(List.of(INPUTS.get(i).toString(), text(e.input()), text(e.inputPrinted()), text(e.parameters()),
                    text(e.parametersPrinted())));
        }
        FindingsTable table = new FindingsTable("Greatest distance from differences, in units of the gradient's length",
                List.of("inputs", "by inputs", "by inputs, eq. 9 as printed", "by parameters",
                        "by parameters, eqs 6 and 11 as printed"),
                rows);
        return new Findings(
                neurons + " neurons with normally distributed parameters, each at a normally distributed point "
                        + "(seed 1); differences (f(h) - f(-h)) / 2 h, h = 1e-5, in double precision.",
                List.of(table),
                claims(errors));
    }

    private static List<Claim> claims(List<Errors> errors) {
        return List.of(new Claim("eq-9",
                "Equation 9 is the derivative of a neuron by its inputs.", "formula",
                "distance " + range(errors, Errors::inputPrinted) + "; corrected "
                        + text(most(errors, Errors::input)),
                Claim.judge(most(errors, Errors::inputPrinted) < RIGHT),
                "Its last term is summed over all inputs; 2 wb_j x_j is right. With one input both are the same."),
                new Claim("eq-11", "Equations 6 and 11 are the derivatives by the parameters.", "formula",
                        "distance " + range(errors, Errors::parametersPrinted) + "; corrected "
                                + text(most(errors, Errors::parameters)),
                        Claim.judge(most(errors, Errors::parametersPrinted) < RIGHT),
                        "In the first two rows of eq. 11, br and bg stand in each other's place; the row of c is missing, and "
                                + "eq. 6 takes for it the derivative by bg (1 is right)."));
    }

    private Errors errors(int inputs) {
        Rng rng = Rng.seeded(1);
        double[] most = new double[4];
        for (int i = 0; i < neurons; i++) {
            double[] p = new double[3 * inputs + 3];
            double[] x = new double[inputs];
            rng.fillGaussian(p);
            rng.fillGaussian(x);
            QuadraticNeuron neuron = QuadraticNeuron.of(p);
            double[] byX = differences(x, moved -> neuron.net(moved));
            double[] byP = differences(p, moved -> QuadraticNeuron.of(moved).net(x));
            most[0] = Math.max(most[0], distance(neuron.inputGradient(x), byX));
            most[1] = Math.max(most[1], distance(neuron.printedInputGradient(x), byX));
            most[2] = Math.max(most[2], distance(neuron.gradient(x), byP));
            most[3] = Math.max(most[3], distance(neuron.printedGradient(x), byP));
        }
        return new Errors(most[0], most[1], most[2], most[3]);
    }

    private static double[] differences(double[] at, ToDoubleFunction<double[]> f) {
        double[] d = new double[at.length];
        for (int k = 0; k < d.length; k++) {
            d[k] = (f.applyAsDouble(moved(at, k, STEP)) - f.applyAsDouble(moved(at, k, -STEP))) / (2 * STEP);
        }
        return d;
    }

    private static double[] moved(double[] at, int k, double by) {
        double[] x = at.clone();
        x[k] += by;
        return x;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum / Arrays.stream(b).map(v -> v * v).sum());
    }

    private static double most(List<Errors> errors, ToDoubleFunction<Errors> which) {
        return errors.stream().mapToDouble(which).max().orElseThrow();
    }

    private static String range(List<Errors> errors, ToDoubleFunction<Errors> which) {
        double[] sorted = errors.stream().mapToDouble(which).sorted().toArray();
        return text(sorted[0]) + " to " + text(sorted[sorted.length - 1]);
    }

    private static String text(double value) {
        return Digits.of(value, 2);
    }
}
