package matterbook.markov;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import matterbook.core.Estimate;
import matterbook.core.Require;
import matterbook.stats.Blocking;

/**
 * The share of time that a walk spent in each state. The errors come from block averages ({@link Blocking}): steps
 * of a walk are correlated, and {@code sqrt(p (1 - p) / n)} would be too small.
 */
public record Frequencies(List<String> states, List<Estimate> shares) {
    public Frequencies {
        states = Names.checked(states);
        shares = List.copyOf(shares);
        Require.that(states.size() == shares.size(), "there must be one share a state");
    }

    static Frequencies of(Walk walk) {
        List<Estimate> shares = new ArrayList<>();
        for (String state : walk.states()) {
            shares.add(Blocking.of(walk.visits(state)).estimate());
        }
        return new Frequencies(walk.states(), shares);
    }

    /** The share of time in {@code state}. */
    public Estimate share(String state) {
        return shares.get(Names.index(states, state));
    }

    /** The shares without their errors, as a law. */
    public Distribution distribution() {
        return Distribution.normalised(states, shares.stream().mapToDouble(Estimate::value).toArray());
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner("  ");
        for (int i = 0; i < shares.size(); i++) {
            text.add(states.get(i) + " " + shares.get(i));
        }
        return text.toString();
    }
}
