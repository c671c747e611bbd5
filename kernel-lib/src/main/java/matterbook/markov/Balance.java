package matterbook.markov;

import matterbook.core.Require;

/** Probability fluxes of a stationary chain. */
final class Balance {
    private Balance() {}

    static StateMatrix flux(MarkovChain chain) {
        double[] pi = chain.stationary().toArray();
        double[][] flux = chain.matrix();
        for (int i = 0; i < pi.length; i++) {
            for (int j = 0; j < pi.length; j++) {
                flux[i][j] *= pi[i];
            }
        }
        return StateMatrix.of(chain.states(), flux);
    }

    static StateMatrix net(StateMatrix flux) {
        double[][] j = flux.toArray();
        double[][] net = new double[j.length][j.length];
        for (int a = 0; a < j.length; a++) {
            for (int b = 0; b < j.length; b++) {
                net[a][b] = j[a][b] - j[b][a];
            }
        }
        return StateMatrix.of(flux.states(), net);
    }

    static MarkovChain reversed(MarkovChain chain) {
        if (!chain.isIrreducible()) {
            throw new IllegalStateException(
                    "a chain runs backwards only if every state leads to every other; its classes are "
                            + chain.classes());
        }
        double[][] flux = flux(chain).toArray();
        double[][] back = new double[flux.length][flux.length];
        for (int i = 0; i < flux.length; i++) {
            for (int j = 0; j < flux.length; j++) {
                back[i][j] = flux[j][i];
            }
        }
        return MarkovChain.normalised(chain.states(), back);
    }

    /** A proposal or jump matrix that must be symmetric. */
    static void requireSymmetric(StateMatrix matrix, String what) {
        double[][] a = matrix.toArray();
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                Require.that(Math.abs(a[i][j] - a[j][i]) <= 1e-12,
                        what + " must be symmetric: " + matrix.states().get(j) + " -> " + matrix.states().get(i)
                                + " is " + Names.shown(a[j][i]) + " but back is " + Names.shown(a[i][j]));
            }
        }
    }
}
