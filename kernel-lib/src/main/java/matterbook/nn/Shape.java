package matterbook.nn;

import java.util.List;
import java.util.stream.Collectors;

import matterbook.core.Require;

/** What the numbers of a row are to each other: {@code 432} is a vector, {@code 1 x 28 x 28} an image of one channel. */
public record Shape(List<Integer> sides) {
    public Shape {
        sides = List.copyOf(sides);
        Require.that(!sides.isEmpty(), "a shape needs at least one side");
        for (int side : sides) {
            Require.that(side > 0, "the sides of a shape must be at least 1, not " + side);
        }
    }

    /** A vector of so many numbers. */
    public static Shape of(int size) {
        return new Shape(List.of(size));
    }

    /** Channels, each an image of so many rows and columns. */
    public static Shape image(int channels, int height, int width) {
        return new Shape(List.of(channels, height, width));
    }

    /** How many numbers. */
    public int size() {
        int size = 1;
        for (int side : sides) {
            size = Math.multiplyExact(size, side);
        }
        return size;
    }

    /** {@code 1 x 28 x 28}. */
    @Override
    public String toString() {
        return sides.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
