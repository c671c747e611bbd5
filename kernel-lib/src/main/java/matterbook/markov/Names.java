package matterbook.markov;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import matterbook.core.Require;

/** States' names: checks, look-up and the way numbers are shown beside them. */
final class Names {
    private Names() {}

    static List<String> checked(List<String> states) {
        Require.that(!states.isEmpty(), "a chain needs at least one state");
        for (String state : states) {
            Require.that(!state.isBlank(), "a state's name is empty; the states are " + states);
        }
        if (new HashSet<>(states).size() < states.size()) {
            throw new IllegalArgumentException("two states have the same name; the states are " + states);
        }
        return List.copyOf(states);
    }

    static int index(List<String> states, String state) {
        int index = states.indexOf(state);
        if (index < 0) {
            throw new IllegalArgumentException("no state \"" + state + "\"; the states are " + states);
        }
        return index;
    }

    /** The states a, b, c, ... and s27, s28, ... beyond z. */
    static List<String> letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i < 26 ? String.valueOf((char) ('a' + i)) : "s" + (i + 1)).toList();
    }

    /** At most four decimals, no trailing zeros, no minus before nought: 0.9, 0.8333, 1. */
    static String shown(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        String text = String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }
}
