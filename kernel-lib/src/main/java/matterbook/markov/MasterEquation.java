package matterbook.markov;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Require;

/**
 * A Markov process in continuous time: from state i it jumps to state j with the rate {@code k[i][j]} (per unit of
 * time), and the law obeys the master equation
 * {@code dp_j/dt = sum_i (p_i k[i][j] - p_j k[j][i])}, in short {@code dp/dt = p Q}.
 *
 * <p>Q has the rates off its diagonal and {@code Q[i][i] = -sum_j k[i][j]} on it; the solution is
 * {@code p(t) = p(0) exp(Q t)} (Norris, section 2.1).
 */
public final class MasterEquation {
    private static final double TAIL = 1e-18;

    private final StateMatrix generator;
    private final double fastest;
    private final MarkovChain jump;

    /** Beside Q: the largest rate L of leaving a state, and the chain {@code 1 + Q / L} of jumps at that rate. */
    private MasterEquation(StateMatrix generator) {
        this.generator = generator;
        double[][] q = generator.toArray();
        fastest = IntStream.range(0, q.length).mapToDouble(i -> -q[i][i]).max().orElse(0);
        double[][] p = Matrices.identity(q.length);
        for (int i = 0; i < q.length; i++) {
            for (int j = 0; j < q.length; j++) {
                p[i][j] = fastest == 0 ? p[i][j] : Math.max(0, p[i][j] + q[i][j] / fastest);
            }
        }
        jump = MarkovChain.normalised(generator.states(), p);
    }

    /**
     * The process with these rates; the diagonal must be 0, or minus the sum of the rest of its row.
     *
     * @throws IllegalArgumentException if a rate is negative or not finite, or the diagonal is anything else
     */
    public static MasterEquation of(List<String> states, double[][] rates) {
        return of(StateMatrix.of(states, rates));
    }

    /** Reads the rates from a table as {@link MarkovChain#parse} reads probabilities. */
    public static MasterEquation parse(String table) {
        return of(StateMatrix.parse(table));
    }

    /** The process that takes a step of {@code chain} at random instants, {@code rate} a unit of time: Q = rate (P - 1). */
    public static MasterEquation of(MarkovChain chain, double rate) {
        Require.positive(rate, "rate");
        double[][] rates = chain.matrix();
        for (int i = 0; i < rates.length; i++) {
            for (int j = 0; j < rates.length; j++) {
                rates[i][j] = i == j ? 0 : rate * rates[i][j];
            }
        }
        return of(chain.states(), rates);
    }

    private static MasterEquation of(StateMatrix rates) {
        double[][] q = rates.toArray();
        List<String> states = rates.states();
        for (int i = 0; i < q.length; i++) {
            double out = 0;
            for (int j = 0; j < q.length; j++) {
                boolean rate = i == j || (q[i][j] >= 0 && q[i][j] < Double.POSITIVE_INFINITY);
                Require.that(rate, "the rate " + states.get(i) + " -> " + states.get(j)
                        + " must be a finite number from 0 on, not " + q[i][j]);
                out += i == j ? 0 : q[i][j];
            }
            Require.that(q[i][i] == 0 || Math.abs(q[i][i] + out) <= 1e-9 * out, StateMatrix.row(i, states)
                    + ": the diagonal must be 0 or " + Names.shown(-out) + ", not " + Names.shown(q[i][i]));
            q[i][i] = -out;
        }
        return new MasterEquation(StateMatrix.of(states, q));
    }

    public List<String> states() {
        return generator.states();
    }

    /** The rate of jumps from one state to another; from a state to itself, minus the rate of leaving it. */
    public double rate(String from, String to) {
        return generator.at(from, to);
    }

    /** The generator Q as a table. */
    public StateMatrix generator() {
        return generator;
    }

    /**
     * {@code exp(Q t)}: the chain that looks at the process once in t.
     *
     * <p>With L the largest rate of leaving, {@code exp(Q s) = sum_k e^(-L s) (L s)^k / k! (1 + Q / L)^k}, a sum of
     * transition matrices in which nothing cancels (uniformisation, A. Jensen, Skand. Aktuarietidskr. 36, 87
     * (1953)). Taken for a short s with L s at most 1, then squared until s is t.
     */
    public MarkovChain after(double t) {
        Evolution.checkTimes(new double[]{t});
        Require.that(fastest * t < Double.POSITIVE_INFINITY, "rate times time is beyond all numbers: " + fastest
                + " times " + t);
        int doublings = Math.max(0, (int) Math.ceil(Math.log(fastest * t) / Math.log(2)));
        MarkovChain result = shortTime(Math.scalb(fastest * t, -doublings));
        for (int k = 0; k < doublings; k++) {
            result = result.then(result);
        }
        return result;
    }

    /** Jensen's sum for a mean number of at most one jump. */
    private MarkovChain shortTime(double jumps) {
        double[][] p = jump.matrix();
        double[][] power = Matrices.identity(p.length);
        double[][] sum = new double[p.length][p.length];
        double weight = Math.exp(-jumps);
        for (int k = 1; weight > TAIL; k++) {
            addScaled(sum, power, weight);
            power = Matrices.product(power, p);
            weight *= jumps / k;
        }
        return MarkovChain.normalised(states(), sum);
    }

    private static void addScaled(double[][] sum, double[][] term, double weight) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] += weight * term[i][j];
            }
        }
    }

    /** The law at time t after the start in {@code start}. */
    public Distribution distributionAt(String start, double t) {
        return after(t).distributionAfter(start, 1);
    }

    /** The law at time t after a start drawn from {@code start}. */
    public Distribution distributionAt(Distribution start, double t) {
        return after(t).step(start);
    }

    /** The laws at these times after the start in {@code start}. */
    public Evolution evolution(String start, double... times) {
        Evolution.checkTimes(times);
        return new Evolution(times, Arrays.stream(times).mapToObj(t -> distributionAt(start, t)).toList());
    }

    /** The law that does not change: {@code p Q = 0}. Unique or not as {@link MarkovChain#stationary()}. */
    public Distribution stationary() {
        return jump.stationary();
    }

    /**
     * The relaxation time: 1 over the smallest rate {@code -Re q} at which a deviation from the stationary law
     * decays, q the eigenvalues of Q without the one at 0. Infinite if there are several closed classes.
     */
    public double relaxationTime() {
        double[] real = jump.spectrum().eigenvalues().stream().mapToDouble(Spectrum.Eigenvalue::real).sorted()
                .toArray();
        double slowest = real.length < 2 ? 1 : 1 - real[real.length - 2];
        return slowest < 1e-12 ? Double.POSITIVE_INFINITY : 1 / (fastest * slowest);
    }

    /** The generator as a table. */
    @Override
    public String toString() {
        return generator.toString();
    }
}
