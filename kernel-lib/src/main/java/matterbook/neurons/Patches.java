package matterbook.neurons;

import java.util.Arrays;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.Examples;

/**
 * Pieces of 28 x 28 pixels from images of {@link Phantom phantoms}, label 1 for CT and 0 for MR. Each piece is shifted and
 * scaled to mean 0 and variance 1, so that its brightness as a whole does not give it away. Two calls with different seeds
 * share no phantom: that is how learning and testing are kept apart.
 */
public final class Patches {
    /** Pixels along a side of a piece. */
    public static final int SIDE = 28;
    private static final int IMAGE = 96;
    private static final double LEAST_DEVIATION = 1e-6;

    private Patches() {}

    /**
     * Pieces of so many phantoms, every other one seen by CT and the rest by MR.
     *
     * @param each pieces of each phantom, at random places of the middle of its image
     */
    public static Examples of(int phantoms, int each, Rng rng) {
        Require.positive(phantoms, "the number of phantoms");
        Require.positive(each, "the pieces of each phantom");
        double[][] x = new double[phantoms * each][];
        double[] label = new double[x.length];
        for (int i = 0; i < phantoms; i++) {
            Phantom.Modality modality = i % 2 == 0 ? Phantom.Modality.CT : Phantom.Modality.MR;
            double[] image = Phantom.random(rng).image(modality, IMAGE, rng);
            for (int k = 0; k < each; k++) {
                x[i * each + k] = piece(image, SIDE / 4 + rng.nextInt(IMAGE - SIDE - SIDE / 2),
                        SIDE / 4 + rng.nextInt(IMAGE - SIDE - SIDE / 2));
                label[i * each + k] = modality == Phantom.Modality.CT ? 1 : 0;
            }
        }
        return Examples.of(x, label);
    }

    private static double[] piece(double[] image, int row, int column) {
        double[] piece = new double[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            System.arraycopy(image, (row + i) * IMAGE + column, piece, i * SIDE, SIDE);
        }
        double mean = Arrays.stream(piece).average().orElseThrow();
        double variance = Arrays.stream(piece).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
        return Arrays.stream(piece).map(v -> (v - mean) / deviation).toArray();
    }
}
