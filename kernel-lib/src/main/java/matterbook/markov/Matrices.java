package matterbook.markov;

import matterbook.core.Stop;

/** Products of small dense matrices, rows first. */
final class Matrices {
    private Matrices() {}

    static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int i = 0; i < n; i++) {
            one[i][i] = 1;
        }
        return one;
    }

    static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            Stop.check();
            c[i] = product(a[i], b);
        }
        return c;
    }

    /** The row vector {@code v M}. */
    static double[] product(double[] v, double[][] m) {
        double[] result = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            if (v[k] != 0) {
                for (int j = 0; j < result.length; j++) {
                    result[j] += v[k] * m[k][j];
                }
            }
        }
        return result;
    }
}
