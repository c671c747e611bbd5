package matterbook.nn;

import java.util.List;

import matterbook.core.Require;

/**
 * While learning, sets each number to 0 with this chance and divides the others by 1 - chance; otherwise does nothing
 * (Srivastava et al., J. Mach. Learn. Res. 15, 1929 (2014)).
 */
public record Dropout(double chance) implements Layer {
    private static final double GREATEST = 0.95;

    public Dropout {
        Require.between(chance, 0, GREATEST, "the chance of dropout");
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        return tape.dropout(chance, x);
    }
}
