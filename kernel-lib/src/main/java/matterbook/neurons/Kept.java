package matterbook.neurons;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import matterbook.core.UserError;
import matterbook.reproduce.Memory;

/** Numbers that a study found from one start and keeps, one line for all. */
final class Kept {
    private Kept() {}

    /**
     * What is kept under the key, or else what is made now, which is then kept.
     *
     * @param count how many numbers
     * @throws UserError if something else is kept
     */
    static double[] numbers(Memory memory, String key, int count, Supplier<double[]> make) {
        Optional<String> known = memory.recall(key);
        if (known.isPresent()) {
            return parse(key, known.get(), count);
        }
        double[] made = make.get();
        memory.keep(key, Arrays.stream(made).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
        return made;
    }

    private static double[] parse(String key, String text, int count) {
        double[] numbers = Arrays.stream(text.split(" ", -1)).mapToDouble(Kept::number).toArray();
        if (numbers.length != count || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new UserError("under \"" + key + "\" is kept \"" + text + "\", but " + count
                    + (count == 1 ? " number is" : " numbers are")
                    + " wanted; remove that line from the file of finished starts, or run without --resume");
        }
        return numbers;
    }

    /** NaN for what is none. */
    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
