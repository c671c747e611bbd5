package matterbook.reproduce;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import matterbook.core.Require;
import matterbook.core.UserError;

/** Keeps what long studies have finished, so that a run that was stopped goes on where it was. */
public interface Memory {
    /** What was kept under this key. */
    Optional<String> recall(String key);

    /**
     * Keeps a value.
     *
     * @param key names all that the value depends on; one line without tabs, as the value
     */
    void keep(String key, String value);

    /**
     * What was kept under this key, or else what {@code make} makes, which is then kept: as numbers with a blank between two.
     *
     * @param numbers of a value
     * @param read makes the value of its numbers again
     * @throws UserError if what was kept are not the numbers of a value
     */
    default <T> T remember(String key, Supplier<T> make, Function<T, double[]> numbers,
            Function<double[], T> read) {
        Optional<String> kept = recall(key);
        if (kept.isEmpty()) {
            T made = make.get();
            keep(key, text(numbers.apply(made)));
            return made;
        }
        try {
            double[] known = Arrays.stream(kept.get().split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
            T value = read.apply(known);
            Require.that(Arrays.equals(known, numbers.apply(value)), "these are other numbers");
            return value;
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new UserError("what was finished cannot be read: \"" + kept.get() + "\" under \"" + key
                    + "\"; remove that line from the file of what was finished, or begin anew", wrong);
        }
    }

    private static String text(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> number == (int) number ? "" + (int) number : "" + number)
                .collect(Collectors.joining(" "));
    }

    /** Keeps nothing. */
    static Memory none() {
        return new Memory() {
            @Override
            public Optional<String> recall(String key) {
                return Optional.empty();
            }

            @Override
            public void keep(String key, String value) {
                // nothing is kept
            }
        };
    }
}
