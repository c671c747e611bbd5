package matterbook.adsorption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Stop;
import matterbook.crystal.AtomSite;
import matterbook.particles.UnitCell;

/**
 * The operations f' = W f + t that carry a framework into itself, types and charges included, found from its atoms: what a
 * file says of its symmetry is not needed. W has entries -1, 0 and 1 alone, which is enough for the cells in use.
 */
final class FrameworkSymmetry {
    /** In angstrom: coordinates in files have four digits or more. */
    private static final double SAME_PLACE = 0.002;
    private static final double SAME_CHARGE = 1e-6;
    private static final double SAME_METRIC = 1e-5;
    /** 3 to the power of 9. */
    private static final int MATRICES = 19_683;

    /** An operation on fractional coordinates. */
    static final class Operation {
        /** W, row by row. */
        final int[][] turn;
        /** t, all in [0, 1). */
        final double[] shift;

        Operation(int[][] turn, double[] shift) {
            this.turn = turn;
            this.shift = shift;
        }

        double[] apply(double[] f) {
            double[] moved = new double[3];
            for (int k = 0; k < 3; k++) {
                moved[k] = turn[k][0] * f[0] + turn[k][1] * f[1] + turn[k][2] * f[2] + shift[k];
            }
            return moved;
        }

        @Override
        public String toString() {
            return Arrays.deepToString(turn) + " + " + Arrays.toString(shift);
        }
    }

    private final Framework framework;
    private final UnitCell cell;
    private final List<AtomSite> atoms;
    private final double[][] metric = new double[3][3];

    private FrameworkSymmetry(Framework framework) {
        this.framework = framework;
        cell = framework.cell();
        atoms = framework.crystal().sites();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int axis = 0; axis < 3; axis++) {
                    metric[i][j] += cell.edge(i)[axis] * cell.edge(j)[axis];
                }
            }
        }
    }

    /** All operations, the identity among them. */
    static List<Operation> of(Framework framework) {
        FrameworkSymmetry symmetry = new FrameworkSymmetry(framework);
        int first = symmetry.rarest();
        List<Operation> found = new ArrayList<>();
        for (int code = 0; code < MATRICES; code++) {
            int[][] turn = matrix(code);
            if (symmetry.keepsLengths(turn)) {
                Stop.check();
                symmetry.withTurn(turn, first, found);
            }
        }
        return found;
    }

    /** An atom of the type that has the fewest. */
    private int rarest() {
        int[] counts = new int[framework.types().size()];
        for (int i = 0; i < atoms.size(); i++) {
            counts[framework.type(i)]++;
        }
        int best = 0;
        for (int i = 1; i < atoms.size(); i++) {
            best = counts[framework.type(i)] < counts[framework.type(best)] ? i : best;
        }
        return best;
    }

    private static int[][] matrix(int code) {
        int[][] turn = new int[3][3];
        int rest = code;
        for (int n = 0; n < 9; n++) {
            turn[n / 3][n % 3] = rest % 3 - 1;
            rest /= 3;
        }
        return turn;
    }

    /** Whether W<sup>T</sup> G W = G for the metric G of the edges. */
    private boolean keepsLengths(int[][] w) {
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        sum += w[k][i] * metric[k][l] * w[l][j];
                    }
                }
                if (Math.abs(sum - metric[i][j]) > SAME_METRIC * Math.sqrt(metric[i][i] * metric[j][j])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds the operations with this turn: one atom goes to any of its kind, and all others must find theirs. */
    private void withTurn(int[][] turn, int first, List<Operation> found) {
        double[] turned = new Operation(turn, new double[3]).apply(atoms.get(first).fractional());
        for (int j = 0; j < atoms.size(); j++) {
            if (alike(first, j)) {
                double[] to = atoms.get(j).fractional();
                double[] shift = new double[3];
                for (int k = 0; k < 3; k++) {
                    shift[k] = UnitCell.fraction(to[k] - turned[k]);
                }
                Operation operation = new Operation(turn, shift);
                if (holds(operation)) {
                    found.add(operation);
                }
            }
        }
    }

    private boolean alike(int i, int j) {
        double difference = Math.abs(atoms.get(i).charge() - atoms.get(j).charge());
        // unknown charges are alike
        return framework.type(i) == framework.type(j) && !(difference > SAME_CHARGE);
    }

    private boolean holds(Operation operation) {
        for (int i = 0; i < atoms.size(); i++) {
            if (!meets(i, operation.apply(atoms.get(i).fractional()))) {
                return false;
            }
        }
        return true;
    }

    private boolean meets(int i, double[] f) {
        for (int j = 0; j < atoms.size(); j++) {
            AtomSite atom = atoms.get(j);
            if (alike(i, j)) {
                double[] d = cell.cartesian(whole(f[0] - atom.x()), whole(f[1] - atom.y()), whole(f[2] - atom.z()));
                if (d[0] * d[0] + d[1] * d[1] + d[2] * d[2] < SAME_PLACE * SAME_PLACE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double whole(double difference) {
        return difference - Math.rint(difference);
    }
}
