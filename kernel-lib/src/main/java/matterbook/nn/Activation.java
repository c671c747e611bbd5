package matterbook.nn;

import java.util.List;

/** A function applied to each number. */
public enum Activation implements Layer {
    /** max(x, 0). */
    RELU,
    /** max(x, 0.01 x). */
    LEAKY_RELU,
    /** tanh(x), absolute error below 4e-7. */
    TANH,
    /** 1 / (1 + exp(-x)), absolute error below 3e-7. */
    SIGMOID;

    private static final float LEAK = 0.01f;

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        return tape.apply(this, x);
    }

    /** y = f(x). */
    void forward(Tensor x, Tensor y) {
        switch (this) {
            case RELU -> Kernels.rectify(0, x.value, x.start, y.value, y.start, x.size());
            case LEAKY_RELU -> Kernels.rectify(LEAK, x.value, x.start, y.value, y.start, x.size());
            case TANH -> Kernels.tanh(x.value, x.start, y.value, y.start, x.size());
            case SIGMOID -> Kernels.sigmoid(x.value, x.start, y.value, y.start, x.size());
        }
    }

    /** dx += dy f'(x), found from y = f(x). */
    void back(Tensor y, float[] dy, float[] dx, int xStart) {
        switch (this) {
            case RELU -> Kernels.rectifyBack(0, y.value, dy, dx, xStart, y.size());
            case LEAKY_RELU -> Kernels.rectifyBack(LEAK, y.value, dy, dx, xStart, y.size());
            case TANH -> Kernels.tanhBack(y.value, dy, dx, xStart, y.size());
            case SIGMOID -> Kernels.sigmoidBack(y.value, dy, dx, xStart, y.size());
        }
    }

    /** f'(x), found from y = f(x). */
    float slope(float y) {
        return switch (this) {
            case RELU -> y > 0 ? 1 : 0;
            case LEAKY_RELU -> y > 0 ? 1 : LEAK;
            case TANH -> 1 - y * y;
            case SIGMOID -> y * (1 - y);
        };
    }

    /** The derivative of {@link #slope} by y. */
    float bend(float y) {
        return switch (this) {
            case RELU, LEAKY_RELU -> 0;
            case TANH -> -2 * y;
            case SIGMOID -> 1 - 2 * y;
        };
    }
}
