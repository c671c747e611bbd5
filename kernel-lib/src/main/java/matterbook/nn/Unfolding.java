package matterbook.nn;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;

/**
 * What a {@link Window} sees of an image, as a matrix: a row for each channel and pixel of the window, a column for each
 * place. A convolution is then a product of matrices (K. Chellapilla et al., Tenth International Workshop on Frontiers in
 * Handwriting Recognition, 2006).
 */
record Unfolding(int channels, int height, int width, Window window, int down, int across) {
    static Unfolding of(Shape input, Window window) {
        List<Integer> sides = input.sides();
        Require.that(sides.size() == 3, "an image (channels x height x width) is wanted, not " + input);
        return new Unfolding(sides.get(0), sides.get(1), sides.get(2), window, window.places(sides.get(1)),
                window.places(sides.get(2)));
    }

    /** Rows of the matrix. */
    int pixels() {
        return channels * window.size() * window.size();
    }

    /** Columns of the matrix. */
    int places() {
        return down * across;
    }

    /** Numbers of an image. */
    int size() {
        return channels * height * width;
    }

    /** Writes the matrix of one image. */
    void unfold(float[] image, int imageStart, float[] matrix, int matrixStart) {
        Arrays.fill(matrix, matrixStart, matrixStart + pixels() * places(), 0);
        walk((imageRow, from, matrixRow, to, count) -> {
            for (int j = 0; j < count; j++) {
                matrix[matrixStart + matrixRow + to + j] = image[imageStart + imageRow + from + j * window.stride()];
            }
        });
    }

    /** Adds each number of the matrix to the pixel that it came from. */
    void fold(float[] matrix, int matrixStart, float[] image, int imageStart) {
        walk((imageRow, from, matrixRow, to, count) -> {
            for (int j = 0; j < count; j++) {
                image[imageStart + imageRow + from + j * window.stride()] += matrix[matrixStart + matrixRow + to + j];
            }
        });
    }

    /** A run of pixels of one image row that are neighbours in one row of the matrix. */
    private interface Run {
        void at(int imageRow, int from, int matrixRow, int to, int count);
    }

    private void walk(Run run) {
        int side = window.size();
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < side; p++) {
                for (int q = 0; q < side; q++) {
                    walk(c, p, q, ((c * side + p) * side + q) * places(), run);
                }
            }
        }
    }

    /** All places of one pixel of the window that lie inside of the image. */
    private void walk(int channel, int p, int q, int matrixRow, Run run) {
        int stride = window.stride();
        int first = Math.max(0, Math.ceilDiv(window.padding() - q, stride));
        int last = Math.min(across - 1, Math.floorDiv(width - 1 + window.padding() - q, stride));
        for (int i = 0; i < down; i++) {
            int y = i * stride + p - window.padding();
            if (y >= 0 && y < height && last >= first) {
                run.at((channel * height + y) * width, first * stride + q - window.padding(), matrixRow + i * across,
                        first, last - first + 1);
            }
        }
    }
}
