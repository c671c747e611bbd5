package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.nn.Examples;
import matterbook.nn.Tensor;

/**
 * Pieces of 28 x 28 pixels from images of {@link Phantom phantoms}, label 1 for CT and 0 for MR, and of {@link Foreign}
 * images, label 2. Each piece is shifted and scaled to mean 0 and variance 1, so that its brightness as a whole does not give
 * it away. Every call draws new phantoms: pieces of one phantom, which resemble one another, are never parted between learning
 * and testing ({@link #split}).
 */
public final class Patches {
    /** Pixels along a side of a piece. */
    public static final int SIDE = 28;
    /** The label of CT. */
    public static final int CT = 1;
    /** The label of MR. */
    public static final int MR = 0;
    /** The label of images that are neither. */
    public static final int NEITHER = 2;
    private static final int IMAGE = 96;
    private static final double LEAST_DEVIATION = 1e-6;

    private final int each;
    private final Rng rng;
    private final List<double[]> pieces = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();

    private Patches(int each, Rng rng) {
        this.each = Require.positive(each, "the pieces of each image");
        this.rng = rng;
    }

    /**
     * Pieces of so many phantoms, every other one seen by CT and the rest by MR.
     *
     * @param each pieces of each phantom, at random places of the middle of its image
     */
    public static Examples of(int phantoms, int each, Rng rng) {
        return new Patches(each, rng).addPhantoms(phantoms).examples();
    }

    /** For learning and for testing, pieces of so many phantoms; no phantom is in both. */
    public static Examples.Split split(int train, int test, int each, Rng rng) {
        Examples first = of(train, each, rng);
        return new Examples.Split(first, of(test, each, rng));
    }

    /** Pieces of so many phantoms, then of half as many foreign images of these kinds in turn. */
    public static Examples withForeign(int phantoms, List<Foreign> kinds, int each, Rng rng) {
        return new Patches(each, rng).addPhantoms(phantoms).addForeign(kinds, phantoms / 2).examples();
    }

    /** Pieces of so many foreign images of one kind. */
    public static Tensor foreign(Foreign kind, int images, int each, Rng rng) {
        return new Patches(each, rng).addForeign(List.of(kind), images).examples().x();
    }

    private Patches addPhantoms(int phantoms) {
        Require.positive(phantoms, "the number of phantoms");
        for (int i = 0; i < phantoms; i++) {
            Phantom.Modality modality = i % 2 == 0 ? Phantom.Modality.CT : Phantom.Modality.MR;
            cut(Phantom.random(rng).image(modality, IMAGE, rng), modality == Phantom.Modality.CT ? CT : MR);
        }
        return this;
    }

    private Patches addForeign(List<Foreign> kinds, int images) {
        Require.that(!kinds.isEmpty(), "there is no kind of foreign images");
        Require.positive(images, "the number of foreign images");
        for (int i = 0; i < images; i++) {
            cut(kinds.get(i % kinds.size()).image(IMAGE, rng), NEITHER);
        }
        return this;
    }

    private void cut(double[] image, int label) {
        Stop.check();
        for (int k = 0; k < each; k++) {
            pieces.add(piece(image, SIDE / 4 + rng.nextInt(IMAGE - SIDE - SIDE / 2),
                    SIDE / 4 + rng.nextInt(IMAGE - SIDE - SIDE / 2)));
            labels.add((double) label);
        }
    }

    private Examples examples() {
        return Examples.of(pieces.toArray(double[][]::new), labels.stream().mapToDouble(Double::doubleValue).toArray());
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
