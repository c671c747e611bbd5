package matterbook.neurons;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.nn.Model;
import matterbook.nn.Tensor;

/**
 * What a model with two inputs makes of a square of the plane, coordinates from low to high: {@code value()[i][j]} belongs to
 * x = low + (j + 1/2) h and y = high - (i + 1/2) h, h = (high - low) / side, so that drawn row by row it is a picture with
 * y upward.
 */
public final class DecisionMap {
    private final double low;
    private final double high;
    private final double[][] value;

    private DecisionMap(double low, double high, double[][] value) {
        this.low = low;
        this.high = high;
        this.value = value;
    }

    /**
     * The outputs of a model on a square.
     *
     * @param chance whether outputs are logits to be turned into chances, 1 / (1 + exp(-z))
     */
    public static DecisionMap of(Model model, boolean chance, double low, double high, int side) {
        Require.positive(side, "the points along a side");
        Require.that(low < high, "a map goes from low to high, not from " + low + " to " + high);
        Require.that(model.network().input().size() == 2, "a map needs a model with 2 inputs, not "
                + model.network().input().size());
        double h = (high - low) / side;
        double[][] x = new double[side * side][];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                x[i * side + j] = new double[]{low + (j + 0.5) * h, high - (i + 0.5) * h};
            }
        }
        Tensor y = model.predict(Tensor.of(x));
        double[][] value = new double[side][side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                double z = y.get(i * side + j, 0);
                value[i][j] = chance ? 1 / (1 + StrictMath.exp(-z)) : z;
            }
        }
        return new DecisionMap(low, high, value);
    }

    /** The least x and y. */
    public double low() {
        return low;
    }

    /** The greatest x and y. */
    public double high() {
        return high;
    }

    /** A copy of the values, the row with the greatest y first. */
    public double[][] value() {
        return Arrays.stream(value).map(double[]::clone).toArray(double[][]::new);
    }

    /** How many points along each side. */
    public int side() {
        return value.length;
    }

    /** The part of the square where the value is above one half. */
    public double share() {
        long above = Arrays.stream(value).flatMapToDouble(Arrays::stream).filter(v -> v > 0.5).count();
        return (double) above / (side() * side());
    }

    @Override
    public String toString() {
        return "decision map of " + side() + " x " + side() + " points from " + low + " to " + high;
    }
}
