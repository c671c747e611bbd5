package matterbook.markov;

import java.util.List;

import matterbook.core.Stop;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;

/** The stationary law three ways. */
final class Stationary {
    private static final int MOST_DOUBLINGS = 60;
    private static final double SETTLED = 1e-13;

    private Stationary() {}

    static Distribution byElimination(MarkovChain chain) {
        List<String> names = chain.states();
        int[] closed = Classes.onlyClosed(chain).states().stream().mapToInt(names::indexOf).toArray();
        double[][] p = chain.matrix();
        double[][] a = new double[closed.length][closed.length];
        for (int i = 0; i < closed.length; i++) {
            for (int j = 0; j < closed.length; j++) {
                a[i][j] = p[closed[i]][closed[j]];
            }
        }
        double[] weights = eliminate(a);
        double[] law = new double[names.size()];
        for (int i = 0; i < closed.length; i++) {
            law[closed[i]] = weights[i];
        }
        return Distribution.normalised(names, law);
    }

    /** Takes the last state out of an irreducible chain again and again, then puts the states back one by one. */
    private static double[] eliminate(double[][] a) {
        int n = a.length;
        for (int k = n - 1; k > 0; k--) {
            Stop.check();
            double leaving = 0;
            for (int j = 0; j < k; j++) {
                leaving += a[k][j];
            }
            for (int i = 0; i < k; i++) {
                a[i][k] /= leaving;
                for (int j = 0; j < k; j++) {
                    a[i][j] += a[i][k] * a[k][j];
                }
            }
        }
        double[] weights = new double[n];
        weights[0] = 1;
        for (int k = 1; k < n; k++) {
            for (int i = 0; i < k; i++) {
                weights[k] += weights[i] * a[i][k];
            }
        }
        return weights;
    }

    /** Solves {@code (P^T - 1) pi = 0} with {@code sum pi = 1} as one more equation, by least squares (exact here). */
    static Distribution byEigenvector(MarkovChain chain) {
        Classes.onlyClosed(chain);
        double[][] p = chain.matrix();
        int n = p.length;
        double[][] equations = new double[n + 1][n];
        double[] right = new double[n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                equations[j][i] = p[i][j] - (i == j ? 1 : 0);
            }
            equations[n][i] = 1;
        }
        right[n] = 1;
        double[] pi = new QRDecomposition(MatrixUtils.createRealMatrix(equations)).getSolver()
                .solve(MatrixUtils.createRealVector(right)).toArray();
        for (int i = 0; i < n; i++) {
            pi[i] = Math.max(0, pi[i]);
        }
        return Distribution.normalised(chain.states(), pi);
    }

    static Distribution byPowers(MarkovChain chain) {
        int period = Classes.onlyClosed(chain).period();
        if (period > 1) {
            throw new IllegalStateException("the powers of this chain never settle: its period is " + period
                    + "; the mean over " + period + " steps in a row does");
        }
        MarkovChain power = chain;
        for (int k = 0; k < MOST_DOUBLINGS && spread(power) > SETTLED; k++) {
            power = power.then(power);
        }
        return power.distributionAfter(Distribution.uniform(chain.states()), 1);
    }

    /** The largest distance between an entry of the first row and the same entry of another row. */
    private static double spread(MarkovChain chain) {
        double[][] p = chain.matrix();
        double largest = 0;
        for (double[] row : p) {
            for (int j = 0; j < row.length; j++) {
                largest = Math.max(largest, Math.abs(row[j] - p[0][j]));
            }
        }
        return largest;
    }
}
