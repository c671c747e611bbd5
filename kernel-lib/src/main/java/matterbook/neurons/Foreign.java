package matterbook.neurons;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;

/**
 * Synthetic images that are neither CT nor MR, for a network that is to reject what it was not made for. All have a little
 * Gaussian noise of a strength drawn for each image, so that clean pixels alone do not give them away.
 */
public enum Foreign {
    /**
     * Disks that hide one another, as the things in a photograph do: the dead leaves model of natural images, radii by the
     * law r<sup>-3</sup> (A. B. Lee, D. Mumford, J. Huang, Int. J. Comput. Vis. 41, 35 (2001)).
     */
    LEAVES {
        @Override
        void draw(double[] image, int side, Rng rng) {
            for (int leaf = 0; leaf < LEAVES_DRAWN; leaf++) {
                Stop.check();
                double u = rng.nextDouble();
                double radius = side / Math.sqrt(u / (LEAST_LEAF * LEAST_LEAF) + (1 - u) / (MOST_LEAF * MOST_LEAF));
                disk(image, side, side * rng.nextDouble(), side * rng.nextDouble(), radius, rng.nextDouble());
            }
        }
    },
    /**
     * A natural texture: plane waves whose power falls as the square of their wave number (D. J. Field, J. Opt. Soc. Am. A 4,
     * 2379 (1987)).
     */
    CLOUDS {
        @Override
        void draw(double[] image, int side, Rng rng) {
            paint(image, side, (_, _) -> 0.5);
            for (int wave = 0; wave < WAVES; wave++) {
                double number = 2 * Math.PI * StrictMath.pow(MOST_WAVE_NUMBER, rng.nextDouble()) / side;
                double turn = 2 * Math.PI * rng.nextDouble();
                double phase = 2 * Math.PI * rng.nextDouble();
                double across = number * StrictMath.cos(turn);
                double down = number * StrictMath.sin(turn);
                paint(image, side, (i, j) -> image[i * side + j]
                        + 0.35 / StrictMath.sqrt(WAVES) * StrictMath.cos(across * j + down * i + phase));
            }
        }
    },
    /** Lines of dark characters, each of a few straight strokes, on bright paper. */
    WRITING {
        @Override
        void draw(double[] image, int side, Rng rng) {
            paint(image, side, (_, _) -> 0.9);
            for (int top = 2; top + 12 <= side; top += 16) {
                for (int left = 2; left + 8 <= side; left += 12) {
                    for (int k = 0; k < STROKES; k++) {
                        stroke(image, side, top + 4 * rng.nextInt(4), left + 4 * rng.nextInt(3),
                                top + 4 * rng.nextInt(4), left + 4 * rng.nextInt(3));
                    }
                }
            }
        }
    },
    /** A wall: rows of bricks, each of its own grey, with bright mortar between. */
    BRICKS {
        @Override
        void draw(double[] image, int side, Rng rng) {
            int height = 6 + rng.nextInt(6);
            int width = 2 * height;
            double[] greys = new double[side * side];
            rng.fillGaussian(greys);
            paint(image, side, (i, j) -> {
                int shifted = j + i / height % 2 * height;
                boolean mortar = i % height == 0 || shifted % width == 0;
                return mortar ? 0.9 : 0.4 + 0.1 * greys[i / height * side + shifted / width];
            });
        }
    },
    /** Brightness that changes smoothly, as across a sky. */
    SHADE {
        @Override
        void draw(double[] image, int side, Rng rng) {
            double across = Phantom.uniform(-0.4, 0.4, rng);
            double down = Phantom.uniform(-0.4, 0.4, rng);
            double bent = Phantom.uniform(-0.3, 0.3, rng);
            paint(image, side, (i, j) -> {
                double x = 2.0 * j / side - 1;
                double y = 2.0 * i / side - 1;
                return 0.5 + across * x + down * y + bent * (x * x + y * y);
            });
        }
    },
    /** Pixels that know nothing of each other. */
    STATIC {
        @Override
        void draw(double[] image, int side, Rng rng) {
            paint(image, side, (_, _) -> rng.nextDouble());
        }
    };

    private static final int LEAVES_DRAWN = 600;
    /** Of the side of the image. */
    private static final double LEAST_LEAF = 0.03;
    private static final double MOST_LEAF = 0.3;
    private static final int WAVES = 40;
    /** Periods across an image. */
    private static final double MOST_WAVE_NUMBER = 30;
    private static final int STROKES = 4;
    private static final double MOST_NOISE = 0.06;

    /** The brightness of a pixel in row i and column j. */
    @FunctionalInterface
    private interface Brightness {
        double at(int i, int j);
    }

    /** Draws on black, without noise. */
    abstract void draw(double[] image, int side, Rng rng);

    /** An image of {@code side} x {@code side} pixels, row by row; brightness lies mostly between 0 and 1. */
    public double[] image(int side, Rng rng) {
        Require.positive(side, "the side of an image");
        double[] image = new double[side * side];
        draw(image, side, rng);
        double noise = MOST_NOISE * rng.nextDouble();
        for (int i = 0; i < image.length; i++) {
            image[i] += noise * rng.nextGaussian();
        }
        return image;
    }

    private static void paint(double[] image, int side, Brightness brightness) {
        for (int i = 0; i < side; i++) {
            Stop.check();
            for (int j = 0; j < side; j++) {
                image[i * side + j] = brightness.at(i, j);
            }
        }
    }

    private static void disk(double[] image, int side, double row, double column, double radius, double grey) {
        for (int i = (int) Math.max(0, row - radius); i < Math.min(side, row + radius); i++) {
            double half = Math.sqrt(Math.max(0, radius * radius - (i - row) * (i - row)));
            for (int j = (int) Math.max(0, column - half); j < Math.min(side, column + half); j++) {
                image[i * side + j] = grey;
            }
        }
    }

    /** A dark line, two pixels wide, from one place to another. */
    private static void stroke(double[] image, int side, int row, int column, int toRow, int toColumn) {
        int steps = Math.max(1, Math.max(Math.abs(toRow - row), Math.abs(toColumn - column)));
        for (int k = 0; k <= steps; k++) {
            int i = row + Math.round((float) (toRow - row) * k / steps);
            int j = column + Math.round((float) (toColumn - column) * k / steps);
            for (int at : new int[]{0, 1, side, side + 1}) {
                image[Math.min(image.length - 1, i * side + j + at)] = 0.1;
            }
        }
    }
}
