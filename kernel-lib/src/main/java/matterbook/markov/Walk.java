package matterbook.markov;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;

/** The states that a walk met, in order, the start included. */
public final class Walk {
    private static final int SHOWN = 40;
    private static final int LINE = 10;

    private final List<String> states;
    private final int[] path;

    Walk(List<String> states, int[] path) {
        this.states = states;
        this.path = path;
    }

    /** All states of the chain, met or not. */
    public List<String> states() {
        return states;
    }

    /** The number of steps, one less than the number of states met. */
    public int steps() {
        return path.length - 1;
    }

    /** The states met, as numbers of {@link #states()}; a copy. */
    public int[] indices() {
        return path.clone();
    }

    /** The states met, by name. */
    public List<String> path() {
        return new AbstractList<>() {
            @Override
            public String get(int t) {
                return states.get(path[t]);
            }

            @Override
            public int size() {
                return path.length;
            }
        };
    }

    /** 1 where the walk was in {@code state}, 0 elsewhere: the series whose mean is the state's frequency. */
    public double[] visits(String state) {
        int wanted = Names.index(states, state);
        double[] visits = new double[path.length];
        for (int t = 0; t < path.length; t++) {
            visits[t] = path[t] == wanted ? 1 : 0;
        }
        return visits;
    }

    /** The walk without its first {@code steps} steps, in which it may remember its start. */
    public Walk afterBurnIn(int steps) {
        Require.that(steps >= 0 && steps <= steps(),
                "the walk has " + steps() + " steps; " + steps + " cannot be left out");
        return new Walk(states, Arrays.copyOfRange(path, steps, path.length));
    }

    /** The share of time in each state, with errors that respect the walk's memory. */
    public Frequencies frequencies() {
        return Frequencies.of(this);
    }

    /** How often each state followed each other. */
    public TransitionCounts transitions() {
        return TransitionCounts.of(states, path);
    }

    /** The first forty states, ten a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("walk of " + steps() + (steps() == 1 ? " step" : " steps"));
        for (int t = 0; t < Math.min(SHOWN, path.length); t++) {
            text.append(t % LINE == 0 ? '\n' : ' ').append(states.get(path[t]));
        }
        return text.append(path.length > SHOWN ? " ..." : "").toString();
    }
}
