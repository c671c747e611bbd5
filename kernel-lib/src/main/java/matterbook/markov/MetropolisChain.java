package matterbook.markov;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;

/**
 * The chain of Metropolis on a few states with energies E at the inverse temperature beta: a move from i to j is
 * proposed with probability {@code T[i][j]} and taken with {@code min(1, e^(-beta (E_j - E_i)))}; otherwise the
 * chain stays. Its stationary law is Boltzmann's, with detailed balance (N. Metropolis, A. W. Rosenbluth, M. N.
 * Rosenbluth, A. H. Teller and E. Teller, J. Chem. Phys. 21, 1087 (1953)).
 *
 * <p>Energies and 1/beta share one unit.
 */
public final class MetropolisChain {
    private MetropolisChain() {}

    /** The chain on the states a, b, c, ... in which each state, the present one too, is proposed equally often. */
    public static MarkovChain of(double[] energies, double beta) {
        int n = energies.length;
        double[][] proposals = new double[n][n];
        for (double[] row : proposals) {
            Arrays.fill(row, 1.0 / n);
        }
        return of(Names.letters(n), energies, beta, proposals);
    }

    /**
     * The chain with these proposals.
     *
     * @param proposals a transition matrix that is symmetric, as the acceptance rule demands
     * @throws IllegalArgumentException if an energy is not finite, beta is negative, or the proposals are not a
     *         symmetric transition matrix
     */
    public static MarkovChain of(List<String> states, double[] energies, double beta, double[][] proposals) {
        checkEnergies(states, energies, beta);
        MarkovChain proposed = MarkovChain.of(states, proposals);
        Balance.requireSymmetric(proposed.table(), "the proposals");
        double[][] p = proposed.matrix();
        for (int i = 0; i < p.length; i++) {
            double stay = p[i][i];
            for (int j = 0; j < p.length; j++) {
                if (j != i) {
                    double taken = Math.min(1, Math.exp(-beta * (energies[j] - energies[i])));
                    stay += p[i][j] * (1 - taken);
                    p[i][j] *= taken;
                }
            }
            p[i][i] = stay;
        }
        return MarkovChain.of(states, p);
    }

    /** Boltzmann's law {@code p_i = e^(-beta E_i) / Z}. */
    public static Distribution boltzmann(List<String> states, double[] energies, double beta) {
        checkEnergies(states, energies, beta);
        double lowest = Arrays.stream(energies).min().orElse(0);
        double[] weights = Arrays.stream(energies).map(energy -> Math.exp(-beta * (energy - lowest))).toArray();
        return Distribution.normalised(states, weights);
    }

    private static void checkEnergies(List<String> states, double[] energies, double beta) {
        Require.that(energies.length == states.size(),
                "there are " + energies.length + " energies for the " + states.size() + " states " + states);
        Require.that(Arrays.stream(energies).allMatch(Double::isFinite),
                "an energy is not finite: " + Arrays.toString(energies));
        Require.that(beta >= 0 && beta < Double.POSITIVE_INFINITY,
                "beta must be a finite number from 0 on, not " + beta);
    }
}
