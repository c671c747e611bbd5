package matterbook.nn;

import java.util.List;
import java.util.Locale;

import matterbook.core.UserError;

/** Layers as one line of text each, for people and for files: {@code dense 50 he}. */
final class LayerText {
    private LayerText() {}

    static String of(Layer layer) {
        return switch (layer) {
            case Dense(int units, Initialiser initialiser) -> "dense " + units + " " + lower(initialiser);
            case Quadratic(int units, Initialiser initialiser, QuadraticStart start, double rate) ->
                "quadratic " + units + " " + lower(initialiser) + " " + lower(start) + " " + rate;
            case Activation activation -> lower(activation);
            case Dropout(double chance) -> "dropout " + chance;
            case LayerNorm() -> "layer_norm";
        };
    }

    /**
     * The layer that {@link #of} wrote.
     *
     * @throws UserError if it is none of this version
     */
    static Layer parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        try {
            return switch (words.getFirst()) {
                case "dense" -> new Dense(whole(words, 1), one(Initialiser.class, words, 2));
                case "quadratic" -> new Quadratic(whole(words, 1), one(Initialiser.class, words, 2),
                        one(QuadraticStart.class, words, 3), Double.parseDouble(words.get(4)));
                case "dropout" -> new Dropout(Double.parseDouble(words.get(1)));
                case "layer_norm" -> new LayerNorm();
                default -> one(Activation.class, words, 0);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            throw new UserError("no layer of this version: \"" + line + "\"", unknown);
        }
    }

    private static int whole(List<String> words, int index) {
        return Integer.parseInt(words.get(index));
    }

    private static <E extends Enum<E>> E one(Class<E> type, List<String> words, int index) {
        return Enum.valueOf(type, words.get(index).toUpperCase(Locale.ROOT));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
