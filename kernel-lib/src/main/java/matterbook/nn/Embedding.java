package matterbook.nn;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;

/**
 * Each whole number of a row, from 0 to below {@code words}, becomes a vector that is learned. A NaN (no word) becomes NaN,
 * which {@link Lstm} and {@link Recurrent} pass over.
 */
public record Embedding(int words, int size) implements Layer {
    public Embedding {
        Require.positive(words, "the number of words");
        Require.positive(size, "the size of a vector");
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(List.of(input.size(), size));
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(new Parameter("vectors", words, size, new Start.Normal(1)));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        Tensor vectors = parameters.getFirst();
        Tensor y = tape.output(x.rows, x.columns * size, vectors.gradient != null);
        for (int i = 0; i < x.size(); i++) {
            int word = word(x.value[x.start + i]);
            if (word < 0) {
                Arrays.fill(y.value, i * size, (i + 1) * size, Float.NaN);
            } else {
                System.arraycopy(vectors.value, vectors.start + word * size, y.value, i * size, size);
            }
        }
        float[] dy = y.gradient;
        float[] dVectors = vectors.gradient;
        if (dy != null && dVectors != null) {
            tape.record(() -> {
                for (int i = 0; i < x.size(); i++) {
                    int word = word(x.value[x.start + i]);
                    if (word >= 0) {
                        Kernels.add(1, dy, i * size, dVectors, vectors.start + word * size, size);
                    }
                }
            });
        }
        return y;
    }

    /** The word's number; -1 for none. */
    int word(float value) {
        if (Float.isNaN(value)) {
            return -1;
        }
        int word = (int) value;
        Require.that(word == value && word >= 0 && word < words,
                "a word is a whole number from 0 to " + (words - 1) + ", not " + value);
        return word;
    }
}
