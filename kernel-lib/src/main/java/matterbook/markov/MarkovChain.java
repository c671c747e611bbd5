package matterbook.markov;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;

/**
 * A Markov chain on finitely many named states: the next state depends on the present one alone, by the
 * transition matrix P with {@code P[i][j]} the probability of going from i to j in one step.
 *
 * <p>Immutable. Notions and theorems as in J. R. Norris, "Markov Chains", Cambridge University Press 1997,
 * chapter 1, and D. A. Levin and Y. Peres, "Markov Chains and Mixing Times", 2nd edition, AMS 2017.
 */
public final class MarkovChain {
    private final StateMatrix matrix;
    private final double[][] p;

    private MarkovChain(StateMatrix matrix) {
        this.matrix = matrix;
        this.p = matrix.toArray();
    }

    /**
     * The chain with this transition matrix.
     *
     * @throws IllegalArgumentException if the matrix is not square, an entry is no probability or a row does not
     *         sum to 1
     */
    public static MarkovChain of(List<String> states, double[][] matrix) {
        return of(StateMatrix.of(states, matrix));
    }

    /** The chain with this transition matrix on the states a, b, c, ... */
    public static MarkovChain of(double[][] matrix) {
        return of(Names.letters(matrix.length), matrix);
    }

    /**
     * Reads a chain from a table: a line with the states' names, then a line a state with its name and the
     * probabilities of going from it to each state, as {@code 0.25} or {@code 1/4}.
     */
    public static MarkovChain parse(String table) {
        return of(StateMatrix.parse(table));
    }

    private static MarkovChain of(StateMatrix matrix) {
        List<String> states = matrix.states();
        double[][] p = matrix.toArray();
        for (int i = 0; i < p.length; i++) {
            double sum = 0;
            for (int j = 0; j < p.length; j++) {
                Require.that(p[i][j] >= 0, StateMatrix.row(i, states) + ", column " + states.get(j) + ": "
                        + Digits.shortest(p[i][j], 10) + " is not a probability from 0 to 1");
                sum += p[i][j];
            }
            Require.that(Math.abs(sum - 1) <= Distribution.ROUNDING, StateMatrix.row(i, states) + " sums to "
                    + Digits.shortest(sum, 10) + "; each row must sum to 1");
        }
        return new MarkovChain(matrix);
    }

    /** The chain of a non-negative matrix whose rows are first divided by their sums: wipes out rounding. */
    static MarkovChain normalised(List<String> states, double[][] weights) {
        double[][] rows = new double[weights.length][];
        for (int i = 0; i < rows.length; i++) {
            double sum = Arrays.stream(weights[i]).sum();
            rows[i] = Arrays.stream(weights[i]).map(weight -> weight / sum).toArray();
        }
        return of(states, rows);
    }

    public List<String> states() {
        return matrix.states();
    }

    /** The number of states. */
    public int size() {
        return p.length;
    }

    /** The probability of going from one state to another in one step. */
    public double probability(String from, String to) {
        return matrix.at(from, to);
    }

    /** A copy of the transition matrix, a row for each state that is left. */
    public double[][] matrix() {
        return matrix.toArray();
    }

    /** The transition matrix P as a table that prints itself. */
    public StateMatrix table() {
        return matrix;
    }

    /** A walk of {@code steps} steps from {@code start}: {@code steps + 1} states, the start included. */
    public Walk walk(String start, int steps, Rng rng) {
        Require.that(steps >= 0, "steps must not be negative: " + steps);
        int[] path = new int[steps + 1];
        path[0] = Names.index(states(), start);
        for (int t = 1; t <= steps; t++) {
            Stop.check();
            path[t] = rng.pick(p[path[t - 1]]);
        }
        return new Walk(states(), path);
    }

    /**
     * The chain that takes n steps of this one at once: its matrix is {@code P^n}. By repeated squaring, which is
     * the equation of Chapman and Kolmogorov {@code P^(m+n) = P^m P^n} at work (Norris, theorem 1.1.3).
     */
    public MarkovChain power(int n) {
        Require.that(n >= 0, "the power must not be negative: " + n);
        double[][] result = Matrices.identity(size());
        double[][] square = p;
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = Matrices.product(result, square);
            }
            square = left > 1 ? Matrices.product(square, square) : square;
        }
        return normalised(states(), result);
    }

    /** The chain that takes a step of this one and then a step of {@code next}: the matrix product. */
    public MarkovChain then(MarkovChain next) {
        Require.that(states().equals(next.states()),
                "the chains have different states: " + states() + " and " + next.states());
        return normalised(states(), Matrices.product(p, next.p));
    }

    /** The law after one step from a state drawn from {@code law}: {@code p P}. */
    public Distribution step(Distribution law) {
        return distributionAfter(law, 1);
    }

    /** The law after n steps from {@code start}: the row of {@code P^n}. */
    public Distribution distributionAfter(String start, int n) {
        return distributionAfter(Distribution.certain(states(), start), n);
    }

    /** The law after n steps from a state drawn from {@code start}: {@code p P^n}. */
    public Distribution distributionAfter(Distribution start, int n) {
        Require.that(n >= 0, "steps must not be negative: " + n);
        Require.that(states().equals(start.states()),
                "the start's states " + start.states() + " are not the chain's " + states());
        double[] law = start.toArray();
        for (int t = 0; t < n; t++) {
            Stop.check();
            law = Matrices.product(law, p);
        }
        return Distribution.normalised(states(), law);
    }

    /** The laws after 0, 1, ..., {@code steps} steps from {@code start}. */
    public Evolution evolution(String start, int steps) {
        Require.that(steps >= 0, "steps must not be negative: " + steps);
        double[] times = new double[steps + 1];
        Distribution[] laws = new Distribution[steps + 1];
        laws[0] = Distribution.certain(states(), start);
        for (int t = 1; t <= steps; t++) {
            times[t] = t;
            laws[t] = step(laws[t - 1]);
        }
        return new Evolution(times, List.of(laws));
    }

    /**
     * The stationary law pi with {@code pi P = pi}, by the elimination of W. K. Grassmann, M. I. Taksar and D. P.
     * Heyman, Oper. Res. 33, 1107 (1985), which subtracts nothing and so loses no digits. States that the chain
     * leaves for good get 0.
     *
     * @throws IllegalStateException if the law is not unique: the message names the closed classes
     */
    public Distribution stationary() {
        return Stationary.byElimination(this);
    }

    /** The stationary law as the left eigenvector of P to the eigenvalue 1; unique or not as {@link #stationary()}. */
    public Distribution stationaryByEigenvector() {
        return Stationary.byEigenvector(this);
    }

    /**
     * The stationary law as the rows that {@code P^(2^k)} tends to.
     *
     * @throws IllegalStateException if the law is not unique, or the chain is periodic and its powers never settle
     */
    public Distribution stationaryByPowers() {
        return Stationary.byPowers(this);
    }

    /** The communicating classes: states that lead to each other and back. */
    public List<CommunicatingClass> classes() {
        return Classes.of(this);
    }

    /** Whether every state leads to every other. */
    public boolean isIrreducible() {
        return classes().size() == 1;
    }

    /**
     * The period of the one closed class: the greatest common divisor of the lengths of its loops; 1 is aperiodic.
     *
     * @throws IllegalStateException if there are several closed classes
     */
    public int period() {
        return Classes.onlyClosed(this).period();
    }

    /** The eigenvalues of P and the times they set. */
    public Spectrum spectrum() {
        return Spectrum.of(p);
    }

    /** {@code 1 - |lambda_2|}: see {@link Spectrum#gap()}. */
    public double spectralGap() {
        return spectrum().gap();
    }

    /** {@code 1 / (1 - |lambda_2|)} in steps: see {@link Spectrum#relaxationTime()}. */
    public double relaxationTime() {
        return spectrum().relaxationTime();
    }

    /** The probability flux {@code J[i][j] = pi_i P[i][j]}: the share of all steps that go from i to j. */
    public StateMatrix flux() {
        return Balance.flux(this);
    }

    /** The net flux {@code J[i][j] - J[j][i]}: 0 everywhere under detailed balance, a current round a cycle otherwise. */
    public StateMatrix netFlux() {
        return Balance.net(flux());
    }

    /** The largest {@code |pi_i P[i][j] - pi_j P[j][i]|}: by how much detailed balance is missed. */
    public double detailedBalanceViolation() {
        return netFlux().largest();
    }

    /** Whether detailed balance {@code pi_i P[i][j] = pi_j P[j][i]} holds within 1e-12. */
    public boolean isReversible() {
        return detailedBalanceViolation() <= 1e-12;
    }

    /**
     * The chain of the same walk filmed and run backwards: {@code pi_j P[j][i] / pi_i} (Norris, theorem 1.9.1).
     *
     * @throws IllegalStateException if the chain is not irreducible
     */
    public MarkovChain reversed() {
        return Balance.reversed(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkovChain that && matrix.equals(that.matrix);
    }

    @Override
    public int hashCode() {
        return matrix.hashCode();
    }

    /** The transition matrix as a table. */
    @Override
    public String toString() {
        return matrix.toString();
    }
}
