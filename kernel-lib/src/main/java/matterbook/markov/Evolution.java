package matterbook.markov;

import java.util.List;

import matterbook.core.Require;

/** A law that changes in time: the instants and the law at each. */
public final class Evolution {
    private final double[] times;
    private final List<Distribution> laws;

    Evolution(double[] times, List<Distribution> laws) {
        this.times = times.clone();
        this.laws = laws;
    }

    /** A copy of the instants. */
    public double[] times() {
        return times.clone();
    }

    /** The law at each instant. */
    public List<Distribution> laws() {
        return laws;
    }

    public List<String> states() {
        return laws.getFirst().states();
    }

    /** The probability of a state at each instant. */
    public double[] probability(String state) {
        return laws.stream().mapToDouble(law -> law.probability(state)).toArray();
    }

    /** The total variation distance to {@code law} at each instant. */
    public double[] distanceTo(Distribution law) {
        return laws.stream().mapToDouble(law::distance).toArray();
    }

    public Distribution last() {
        return laws.getLast();
    }

    /** One line an instant, the first and last five if there are more than twelve. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("time  law");
        for (int i = 0; i < times.length; i++) {
            if (times.length > 12 && i == 5) {
                text.append("\n...");
                i = times.length - 5;
            }
            text.append('\n').append(Names.shown(times[i])).append("  ").append(laws.get(i));
        }
        return text.toString();
    }

    static void checkTimes(double[] times) {
        Require.that(times.length > 0, "there are no times");
        for (double t : times) {
            Require.that(t >= 0 && t < Double.POSITIVE_INFINITY, "a time must be a finite number from 0 on, not " + t);
        }
    }
}
