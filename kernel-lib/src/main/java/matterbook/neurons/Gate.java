package matterbook.neurons;

import matterbook.core.Require;
import matterbook.nn.Examples;

/**
 * Gates of fuzzy logic: truth a and b between 0 and 1, "and" is the product, "not" is 1 - a. On 0 and 1 they are the
 * ordinary gates; in between, each is a polynomial of second degree, a b being its only term of that degree.
 */
public enum Gate {
    AND {
        @Override
        public double of(double a, double b) {
            return a * b;
        }
    },
    OR {
        @Override
        public double of(double a, double b) {
            return a + b - a * b;
        }
    },
    NAND {
        @Override
        public double of(double a, double b) {
            return 1 - AND.of(a, b);
        }
    },
    NOR {
        @Override
        public double of(double a, double b) {
            return 1 - OR.of(a, b);
        }
    },
    /** a or b but not both: a + b - 2 a b. */
    XOR {
        @Override
        public double of(double a, double b) {
            return a + b - 2 * a * b;
        }
    },
    XNOR {
        @Override
        public double of(double a, double b) {
            return 1 - XOR.of(a, b);
        }
    };

    /** The truth of the gate's output. */
    public abstract double of(double a, double b);

    /** All combinations of {@code side} evenly spaced truths from 0 to 1; 2 gives the corners alone. */
    public Examples samples(int side) {
        Require.that(side >= 2, "a grid needs at least 2 points a side, not " + side);
        double[][] x = new double[side * side][];
        double[] y = new double[side * side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                double a = i / (side - 1.0);
                double b = j / (side - 1.0);
                x[i * side + j] = new double[]{a, b};
                y[i * side + j] = of(a, b);
            }
        }
        return Examples.of(x, y);
    }
}
