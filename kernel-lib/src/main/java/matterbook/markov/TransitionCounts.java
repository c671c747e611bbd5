package matterbook.markov;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import matterbook.core.Estimate;
import matterbook.core.Require;

/**
 * How often each state followed each other in an observed sequence, and the transition matrix that this suggests.
 *
 * <p>The estimate of P[i][j] with the greatest likelihood is {@code n_ij / n_i}, with {@code n_ij} the number of
 * steps from i to j and {@code n_i} the number of steps from i (T. W. Anderson and L. A. Goodman, Ann. Math.
 * Stat. 28, 89 (1957)). Given n_i, the counts of a row are multinomial, so the standard error of an entry is
 * {@code sqrt(p (1 - p) / n_i)}, though the sequence as a whole is correlated. A transition that was never seen
 * gets 0 ± 0: no proof that it cannot happen.
 */
public final class TransitionCounts {
    private final List<String> states;
    private final long[][] counts;

    private TransitionCounts(List<String> states, long[][] counts) {
        this.states = states;
        this.counts = counts;
    }

    /** Counts a sequence of states, which come in the order in which they are met first. */
    public static TransitionCounts of(Iterable<String> sequence) {
        Set<String> met = new LinkedHashSet<>();
        sequence.forEach(met::add);
        Require.that(!met.isEmpty(), "the sequence is empty");
        return of(List.copyOf(met), sequence);
    }

    /**
     * Counts a sequence of these states.
     *
     * @throws IllegalArgumentException if it holds another state, or fewer than two
     */
    public static TransitionCounts of(List<String> states, Iterable<String> sequence) {
        List<String> names = Names.checked(states);
        IntStream.Builder indices = IntStream.builder();
        sequence.forEach(state -> indices.add(Names.index(names, state)));
        return of(names, indices.build().toArray());
    }

    /** Counts a sequence of numbers of these states, from 0 on, as {@link Walk#indices()} gives them. */
    public static TransitionCounts of(List<String> states, int[] sequence) {
        List<String> names = Names.checked(states);
        Require.that(sequence.length >= 2, "a sequence of " + sequence.length + " states has no transition");
        for (int state : sequence) {
            Require.that(state >= 0 && state < names.size(),
                    "no state number " + state + "; the states are 0 to " + (names.size() - 1) + ", " + names);
        }
        long[][] counts = new long[names.size()][names.size()];
        for (int t = 1; t < sequence.length; t++) {
            counts[sequence[t - 1]][sequence[t]]++;
        }
        return new TransitionCounts(names, counts);
    }

    public List<String> states() {
        return states;
    }

    /** How often {@code to} followed {@code from} at once. */
    public long count(String from, String to) {
        return counts[Names.index(states, from)][Names.index(states, to)];
    }

    /** How many steps left {@code from}, those back to itself included. */
    public long count(String from) {
        return Arrays.stream(counts[Names.index(states, from)]).sum();
    }

    /**
     * The estimated probability of going from one state to another.
     *
     * @throws IllegalStateException if no step left {@code from}
     */
    public Estimate probability(String from, String to) {
        double n = checkedCount(from);
        double p = count(from, to) / n;
        return new Estimate(p, Math.sqrt(p * (1 - p) / n));
    }

    /** The chain of the estimated probabilities. */
    public MarkovChain chain() {
        double[][] p = new double[counts.length][counts.length];
        for (int i = 0; i < counts.length; i++) {
            double n = checkedCount(states.get(i));
            p[i] = Arrays.stream(counts[i]).mapToDouble(count -> count / n).toArray();
        }
        return MarkovChain.normalised(states, p);
    }

    private double checkedCount(String from) {
        long n = count(from);
        if (n == 0) {
            throw new IllegalStateException("no step leaves \"" + from + "\" in this sequence: its row is unknown");
        }
        return n;
    }

    /** The estimated probabilities with their errors as a table; a row that is unknown shows {@code ?}. */
    @Override
    public String toString() {
        String[][] cells = new String[counts.length][counts.length];
        for (int i = 0; i < counts.length; i++) {
            String from = states.get(i);
            for (int j = 0; j < counts.length; j++) {
                cells[i][j] = count(from) == 0 ? "?" : probability(from, states.get(j)).toString();
            }
        }
        return StateMatrix.layout(states, cells);
    }
}
