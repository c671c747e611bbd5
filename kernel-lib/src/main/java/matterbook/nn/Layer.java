package matterbook.nn;

import java.util.List;

/** One step of a {@link Network}: what it makes of a shape, what it can learn, and how it works. A value without state. */
public sealed interface Layer
        permits Dense, Quadratic, Conv2d, QuadraticConv2d, Pool, Embedding, Lstm, Recurrent, EachStep, Activation,
        Dropout, LayerNorm, Shortcut {
    /**
     * The shape of a row that this layer makes from one of shape {@code input}.
     *
     * @throws IllegalArgumentException if it cannot take such rows
     */
    Shape output(Shape input);

    /** What it learns when rows have shape {@code input}, in the order in which {@link #apply} wants it; nothing as a rule. */
    default List<Parameter> parameters(Shape input) {
        return List.of();
    }

    /** The layer at work on rows {@code x} of shape {@code input}. */
    Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x);
}
