package matterbook.markov;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

import matterbook.core.Digits;
import matterbook.core.Require;

/** A probability for each state; prints as {@code sun 0.8333  rain 0.1667}. */
public final class Distribution {
    /** How far the sum may stray from 1: rounding of some thousand states, far below any mistake. */
    static final double ROUNDING = 1e-9;

    private final List<String> states;
    private final double[] probabilities;

    private Distribution(List<String> states, double[] probabilities) {
        this.states = states;
        this.probabilities = probabilities;
    }

    /**
     * The law with these probabilities, in the order of the states.
     *
     * @throws IllegalArgumentException if one is negative or not a number, or they do not sum to 1
     */
    public static Distribution of(List<String> states, double... probabilities) {
        List<String> names = Names.checked(states);
        Require.that(probabilities.length == names.size(), "there are " + probabilities.length
                + " probabilities for the " + names.size() + " states " + names);
        for (int i = 0; i < probabilities.length; i++) {
            Require.that(probabilities[i] >= 0, "the probability of \"" + names.get(i) + "\" is " + probabilities[i]
                    + "; a probability lies between 0 and 1");
        }
        double sum = Arrays.stream(probabilities).sum();
        Require.that(Math.abs(sum - 1) <= ROUNDING,
                "the probabilities sum to " + Digits.shortest(sum, 10) + "; they must sum to 1");
        return new Distribution(names, probabilities.clone());
    }

    /** All probability on one state. */
    public static Distribution certain(List<String> states, String state) {
        List<String> names = Names.checked(states);
        double[] probabilities = new double[names.size()];
        probabilities[Names.index(names, state)] = 1;
        return new Distribution(names, probabilities);
    }

    /** The same probability for each state. */
    public static Distribution uniform(List<String> states) {
        double[] probabilities = new double[states.size()];
        Arrays.fill(probabilities, 1.0 / states.size());
        return new Distribution(Names.checked(states), probabilities);
    }

    /** The law of non-negative weights divided by their sum: wipes out rounding. */
    static Distribution normalised(List<String> states, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return of(states, Arrays.stream(weights).map(weight -> weight / sum).toArray());
    }

    public List<String> states() {
        return states;
    }

    public double probability(String state) {
        return probabilities[Names.index(states, state)];
    }

    /** A copy of the probabilities, in the order of the states. */
    public double[] toArray() {
        return probabilities.clone();
    }

    /**
     * Total variation distance {@code 1/2 sum_i |p_i - q_i|}, from 0 to 1: the largest difference between the
     * probabilities that the two laws give to one event (Levin and Peres, "Markov Chains and Mixing Times",
     * section 4.1).
     */
    public double distance(Distribution other) {
        Require.that(states.equals(other.states),
                "the laws have different states: " + states + " and " + other.states);
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += Math.abs(probabilities[i] - other.probabilities[i]);
        }
        return sum / 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that && states.equals(that.states)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return 31 * states.hashCode() + Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner("  ");
        for (int i = 0; i < probabilities.length; i++) {
            text.add(states.get(i) + " " + Names.shown(probabilities[i]));
        }
        return text.toString();
    }
}
