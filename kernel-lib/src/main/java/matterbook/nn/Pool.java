package matterbook.nn;

import java.util.List;
import java.util.Objects;

import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * Images made smaller: of each square of {@code size} x {@code size} pixels the greatest or the mean remains. Squares do not
 * overlap; rows and columns at the end that fill no square are left out.
 */
public record Pool(Kind kind, int size) implements Layer {
    /** What remains of a square. */
    public enum Kind {
        /** The greatest pixel. */
        MAX,
        /** The mean of all pixels. */
        MEAN
    }

    public Pool {
        Objects.requireNonNull(kind);
        Require.positive(size, "the side of a square");
    }

    @Override
    public Shape output(Shape input) {
        Unfolding unfolding = unfolding(input);
        return Shape.image(unfolding.channels(), unfolding.down(), unfolding.across());
    }

    private Unfolding unfolding(Shape input) {
        return Unfolding.of(input, new Window(size, size, 0));
    }

    @Override
    public Tensor apply(Tape tape, List<Tensor> parameters, Shape input, Tensor x) {
        Unfolding squares = unfolding(input);
        Tensor y = tape.output(x.rows, squares.channels() * squares.places(), x.gradient != null);
        Tensor chosen = tape.output(y.rows, y.columns, false);
        for (int i = 0; i < x.rows; i++) {
            Stop.check();
            for (int k = 0; k < y.columns; k++) {
                int corner = corner(squares, k);
                y.value[i * y.columns + k] = kind == Kind.MAX
                        ? greatest(squares, x.value, x.start + i * x.columns, corner, chosen, i * y.columns + k)
                        : mean(squares, x.value, x.start + i * x.columns + corner);
            }
        }
        float[] dx = x.gradient;
        float[] dy = y.gradient;
        if (dx != null && dy != null) {
            tape.record(() -> back(squares, x, dx, dy, chosen));
        }
        return y;
    }

    /** Where in its image the square of output {@code k} begins. */
    private int corner(Unfolding squares, int k) {
        int place = k % squares.places();
        int channel = k / squares.places();
        return (channel * squares.height() + place / squares.across() * size) * squares.width()
                + place % squares.across() * size;
    }

    private float greatest(Unfolding squares, float[] image, int start, int corner, Tensor chosen, int index) {
        int best = corner;
        for (int p = 0; p < size; p++) {
            for (int q = 0; q < size; q++) {
                int at = corner + p * squares.width() + q;
                if (image[start + at] > image[start + best]) {
                    best = at;
                }
            }
        }
        chosen.value[index] = best; // a place: exact in images of up to 2^24 numbers
        return image[start + best];
    }

    private float mean(Unfolding squares, float[] image, int at) {
        double sum = 0;
        for (int p = 0; p < size; p++) {
            for (int q = 0; q < size; q++) {
                sum += image[at + p * squares.width() + q];
            }
        }
        return (float) (sum / (size * size));
    }

    private void back(Unfolding squares, Tensor x, float[] dx, float[] dy, Tensor chosen) {
        for (int i = 0; i < chosen.rows; i++) {
            Stop.check();
            int image = x.start + i * x.columns;
            for (int k = 0; k < chosen.columns; k++) {
                int index = i * chosen.columns + k;
                if (kind == Kind.MAX) {
                    dx[image + (int) chosen.value[index]] += dy[index];
                } else {
                    share(squares, dx, image + corner(squares, k), dy[index] / (size * size));
                }
            }
        }
    }

    private void share(Unfolding squares, float[] dx, int at, float part) {
        for (int p = 0; p < size; p++) {
            for (int q = 0; q < size; q++) {
                dx[at + p * squares.width() + q] += part;
            }
        }
    }
}
