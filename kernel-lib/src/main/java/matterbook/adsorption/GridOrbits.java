package matterbook.adsorption;

import java.util.Arrays;
import java.util.List;

/**
 * The points of a grid over a framework's cell in sets that symmetry carries into one another: one point of a set stands for
 * all. Operations that do not carry the grid into itself are left out; the identity always does.
 */
final class GridOrbits {
    /** In units of the grid's spacing. */
    private static final double ROUNDING = 1e-3;

    private final int[] counts;
    /** The point that stands for each. */
    private final int[] standsFor;
    private int[] points = new int[1024];
    private int size;

    private GridOrbits(int[] counts) {
        this.counts = counts;
        standsFor = new int[counts[0] * counts[1] * counts[2]];
        Arrays.fill(standsFor, -1);
    }

    static GridOrbits of(Framework framework, int[] counts) {
        GridOrbits orbits = new GridOrbits(counts);
        List<int[]> steps = FrameworkSymmetry.of(framework).stream().map(orbits::step)
                .filter(step -> step.length > 0).toList();
        for (int point = 0; point < orbits.standsFor.length; point++) {
            if (orbits.standsFor[point] < 0) {
                orbits.add(point, steps);
            }
        }
        return orbits;
    }

    /**
     * An operation on the numbers of points along the edges: nine numbers that turn, three that shift; none if it carries
     * points between points.
     */
    private int[] step(FrameworkSymmetry.Operation operation) {
        int[] step = new int[12];
        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < 3; j++) {
                int scaled = operation.turn[k][j] * counts[k];
                if (scaled % counts[j] != 0) {
                    return new int[0];
                }
                step[3 * k + j] = scaled / counts[j];
            }
            double moved = operation.shift[k] * counts[k];
            step[9 + k] = (int) Math.rint(moved);
            if (Math.abs(moved - step[9 + k]) > ROUNDING) {
                return new int[0];
            }
        }
        return step;
    }

    private void add(int point, List<int[]> steps) {
        if (size == points.length) {
            points = Arrays.copyOf(points, 2 * size);
        }
        points[size++] = point;
        int c = point % counts[2];
        int b = point / counts[2] % counts[1];
        int a = point / counts[2] / counts[1];
        standsFor[point] = point;
        for (int[] step : steps) {
            int image = 0;
            for (int k = 0; k < 3; k++) {
                image = image * counts[k] + Math.floorMod(step[3 * k] * a + step[3 * k + 1] * b + step[3 * k + 2] * c
                        + step[9 + k], counts[k]);
            }
            standsFor[image] = point;
        }
    }

    /** How many sets there are. */
    int size() {
        return size;
    }

    /** The point that stands for a set: (a n<sub>b</sub> + b) n<sub>c</sub> + c for the numbers a, b, c along the edges. */
    int point(int set) {
        return points[set];
    }

    /** Gives each point the value of the one that stands for it. */
    void spread(float[] values) {
        for (int point = 0; point < values.length; point++) {
            values[point] = values[standsFor[point]];
        }
    }
}
