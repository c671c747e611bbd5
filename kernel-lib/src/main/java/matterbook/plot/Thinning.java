package matterbook.plot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Fewer points that look the same: what falls into one column of the picture is drawn by its first, lowest, highest
 * and last point; markers on the same spot are drawn once. A picture of a million points then takes as long as one
 * of some thousand, and its SVG stays small.
 */
final class Thinning {
    /** Series up to this length are drawn as they are. */
    static final int LONGEST = 5_000;

    private final double[] y;
    private final int[] kept;
    private int count;

    private Thinning(double[] y) {
        this.y = y;
        this.kept = new int[y.length];
    }

    /**
     * The indices of the points of a line to draw; all of them where {@code x} is not in ascending order.
     *
     * @param scale makes equal distances on the axis of equal differences (identity or logarithm)
     */
    static int[] line(double[] x, double[] y, int columns, DoubleUnaryOperator scale) {
        Thinning thinning = new Thinning(y);
        if (!ascending(x)) {
            return all(x.length);
        }
        double low = scale.applyAsDouble(x[0]);
        double width = (scale.applyAsDouble(x[x.length - 1]) - low) / columns;
        int start = 0;
        while (start < x.length) {
            long column = column(scale.applyAsDouble(x[start]), low, width);
            int end = start + 1;
            while (end < x.length && column(scale.applyAsDouble(x[end]), low, width) == column) {
                end++;
            }
            thinning.keepColumn(start, end);
            start = end;
        }
        return Arrays.copyOf(thinning.kept, thinning.count);
    }

    /** The indices of the points to draw as markers: the first in each cell of {@code columns} x {@code rows}. */
    static int[] points(double[] x, double[] y, int columns, int rows, DoubleUnaryOperator scaleX,
            DoubleUnaryOperator scaleY) {
        Thinning thinning = new Thinning(y);
        double[] u = Arrays.stream(x).map(scaleX).toArray();
        double[] v = Arrays.stream(y).map(scaleY).toArray();
        double[] rangeU = Points.range(u);
        double[] rangeV = Points.range(v);
        BitSet taken = new BitSet();
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(u[i]) && Double.isFinite(v[i])) {
                long cell = column(u[i], rangeU[0], (rangeU[1] - rangeU[0]) / columns) * (rows + 1)
                        + column(v[i], rangeV[0], (rangeV[1] - rangeV[0]) / rows);
                if (!taken.get((int) cell)) {
                    taken.set((int) cell);
                    thinning.kept[thinning.count++] = i;
                }
            }
        }
        return Arrays.copyOf(thinning.kept, thinning.count);
    }

    /** The values at these indices. */
    static double[] pick(double[] values, int[] indices) {
        double[] picked = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = values[indices[i]];
        }
        return picked;
    }

    private void keepColumn(int start, int end) {
        int lowest = start;
        int highest = start;
        int gap = -1;
        for (int i = start; i < end; i++) {
            if (Double.isNaN(y[i])) {
                gap = i;
            } else {
                lowest = Double.isNaN(y[lowest]) || y[i] < y[lowest] ? i : lowest;
                highest = Double.isNaN(y[highest]) || y[i] > y[highest] ? i : highest;
            }
        }
        int[] chosen = {start, lowest, highest, gap < 0 ? start : gap, end - 1};
        Arrays.sort(chosen);
        for (int index : chosen) {
            if (count == 0 || kept[count - 1] != index) {
                kept[count++] = index;
            }
        }
    }

    private static long column(double value, double low, double width) {
        return width > 0 ? (long) ((value - low) / width) : 0;
    }

    private static boolean ascending(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] >= x[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static int[] all(int n) {
        int[] indices = new int[n];
        for (int i = 0; i < n; i++) {
            indices[i] = i;
        }
        return indices;
    }
}
