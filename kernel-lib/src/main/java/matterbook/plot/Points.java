package matterbook.plot;

import java.util.List;

import matterbook.core.Estimate;

/** Checks of the numbers that a figure is given, with one-line messages. */
final class Points {
    private Points() {}

    /** Refuses coordinates of different lengths, none at all, and none that can be drawn. */
    static void check(String name, double[] x, double[] y) {
        checkLengths(name, x.length, "x values", y.length, "y values");
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "nothing to draw in \"" + name + "\": none of its " + x.length + " points has finite coordinates");
    }

    /** Refuses lists of different lengths and empty ones. */
    static void checkLengths(String name, int first, String firstName, int second, String secondName) {
        if (first != second) {
            throw new IllegalArgumentException("\"" + name + "\" has " + first + " " + firstName + " but " + second
                    + " " + secondName + "; each point needs both");
        }
        if (first == 0) {
            throw new IllegalArgumentException("nothing to draw in \"" + name + "\": it has no values");
        }
    }

    /** A copy in which every value that is not finite is NaN, which XChart draws as a gap. */
    static double[] finite(double[] values) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                copy[i] = Double.NaN;
            }
        }
        return copy;
    }

    /** 0, 1, 2, ... below {@code n}. */
    static double[] indices(int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i;
        }
        return x;
    }

    static double[] values(List<Estimate> estimates) {
        return estimates.stream().mapToDouble(Estimate::value).toArray();
    }

    static double[] errors(List<Estimate> estimates) {
        return estimates.stream().mapToDouble(Estimate::error).toArray();
    }

    /** Smallest and largest finite value; {NaN, NaN} if there is none. */
    static double[] range(double[] values) {
        double least = Double.NaN;
        double most = Double.NaN;
        for (double value : values) {
            if (Double.isFinite(value)) {
                least = Double.isNaN(least) ? value : Math.min(least, value);
                most = Double.isNaN(most) ? value : Math.max(most, value);
            }
        }
        return new double[]{least, most};
    }
}
