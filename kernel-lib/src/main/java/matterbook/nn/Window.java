package matterbook.nn;

import matterbook.core.Require;

/**
 * A square that moves over an image.
 *
 * @param size its side in pixels
 * @param stride pixels from one place to the next
 * @param padding rows and columns of zeros around the image
 */
public record Window(int size, int stride, int padding) {
    public Window {
        Require.positive(size, "the side of a window");
        Require.positive(stride, "the stride");
        Require.that(padding >= 0 && padding < size, "padding must be from 0 to below " + size + ", not " + padding);
    }

    /** At every place that lies inside of the image. */
    public Window(int size) {
        this(size, 1, 0);
    }

    /** At how many places along a side of so many pixels. */
    int places(int side) {
        Require.that(side + 2 * padding >= size,
                "a window of " + size + " pixels does not fit into an image of " + side);
        return (side + 2 * padding - size) / stride + 1;
    }

    @Override
    public String toString() {
        return size + " " + stride + " " + padding;
    }
}
