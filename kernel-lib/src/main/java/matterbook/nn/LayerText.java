package matterbook.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import matterbook.core.UserError;

/** Layers as one line of text each, for people and for files: {@code dense 50 he}. */
final class LayerText {
    private LayerText() {}

    static String of(Layer layer) {
        return switch (layer) {
            case Dense(int units, Initialiser initialiser) -> "dense " + units + " " + lower(initialiser);
            case Quadratic(int units, Initialiser initialiser, QuadraticStart start, double rate) ->
                "quadratic " + units + " " + lower(initialiser) + " " + lower(start) + " " + rate;
            case Conv2d(int channels, Window window, Initialiser initialiser) ->
                "conv2d " + channels + " " + window + " " + lower(initialiser);
            case QuadraticConv2d(int channels, Window window, Initialiser initialiser, QuadraticStart start, double rate) ->
                "quadratic_conv2d " + channels + " " + window + " " + lower(initialiser) + " " + lower(start) + " "
                        + rate;
            case Pool(Pool.Kind kind, int size) -> "pool " + lower(kind) + " " + size;
            case Embedding(int vocabulary, int size) -> "embedding " + vocabulary + " " + size;
            case Lstm(int units, boolean last) -> "lstm " + units + (last ? " last" : " all");
            case Recurrent(Layer neurons, boolean last) -> "recurrent" + (last ? " last " : " all ") + of(neurons);
            case EachStep(Dense dense) -> "each_step " + of(dense);
            case Activation activation -> lower(activation);
            case Dropout(double chance) -> "dropout " + chance;
            case LayerNorm() -> "layer_norm";
            case Shortcut(List<Layer> layers) ->
                "shortcut " + layers.stream().map(LayerText::of).collect(Collectors.joining(", "));
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
                case "conv2d" -> new Conv2d(whole(words, 1), window(words), one(Initialiser.class, words, 5));
                case "quadratic_conv2d" -> new QuadraticConv2d(whole(words, 1), window(words),
                        one(Initialiser.class, words, 5), one(QuadraticStart.class, words, 6),
                        Double.parseDouble(words.get(7)));
                case "pool" -> new Pool(one(Pool.Kind.class, words, 1), whole(words, 2));
                case "embedding" -> new Embedding(whole(words, 1), whole(words, 2));
                case "lstm" -> new Lstm(whole(words, 1), last(words.get(2)));
                case "recurrent" ->
                    new Recurrent(parse(String.join(" ", words.subList(2, words.size()))), last(words.get(1)));
                case "each_step" -> new EachStep(new Dense(whole(words, 2), one(Initialiser.class, words, 3)));
                case "dropout" -> new Dropout(Double.parseDouble(words.get(1)));
                case "layer_norm" -> new LayerNorm();
                case "shortcut" -> new Shortcut(Arrays.stream(line.substring("shortcut ".length()).split(", ", -1))
                        .map(LayerText::parse).toList());
                default -> one(Activation.class, words, 0);
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            throw new UserError("no layer of this version: \"" + line + "\"", unknown);
        }
    }

    private static boolean last(String word) {
        return switch (word) {
            case "last" -> true;
            case "all" -> false;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Window window(List<String> words) {
        return new Window(whole(words, 2), whole(words, 3), whole(words, 4));
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
