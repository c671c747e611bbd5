package matterbook.neurons;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;

/**
 * A synthetic cross-section of a body: an ellipse of soft tissue within a shell of bone, with organs inside. It can be seen
 * as by CT or by MR; the geometry is drawn from the same law for both. These are drawings with the typical contrast and
 * noise of either, not simulations of a scanner: what is learned from them says nothing about figures on real images.
 *
 * @param body the outer ellipse
 * @param shell the thickness of the bone as a part of the body's size
 * @param organs later ones lie above earlier ones
 */
public record Phantom(Ellipse body, double shell, List<Organ> organs) {
    private static final int MOST_ORGANS = 8;
    private static final int LEAST_ORGANS = 4;

    public Phantom {
        organs = List.copyOf(organs);
    }

    /** How an image is made. */
    public enum Modality {
        /** Bright bone, soft tissue nearly alike, noise whose neighbours are correlated. */
        CT,
        /** Dark bone, soft tissue full of contrast, brightness that drifts across the image, Rician noise. */
        MR
    }

    /** An ellipse with centre (x, y), semi-axes a and b and a turn in radians; the image spans -1 to 1. */
    public record Ellipse(double x, double y, double a, double b, double turn) {
        private Turned turned() {
            return new Turned(this, StrictMath.cos(turn), StrictMath.sin(turn));
        }
    }

    /** An ellipse with the cosine and the sine of its turn, which are the same for all pixels. */
    private record Turned(Ellipse ellipse, double c, double s) {
        /** Below 1 inside, 1 on the edge. */
        double level(double px, double py) {
            double u = (c * (px - ellipse.x) + s * (py - ellipse.y)) / ellipse.a;
            double v = (c * (py - ellipse.y) - s * (px - ellipse.x)) / ellipse.b;
            return Math.sqrt(u * u + v * v);
        }
    }

    /** A region of soft tissue; {@code tissue} from 0 to 1 decides its brightness. */
    public record Organ(Ellipse place, double tissue) {}

    /** A body by chance. */
    public static Phantom random(Rng rng) {
        Ellipse body = new Ellipse(uniform(-0.05, 0.05, rng), uniform(-0.05, 0.05, rng), uniform(0.7, 0.92, rng),
                uniform(0.6, 0.85, rng), uniform(-0.4, 0.4, rng));
        List<Organ> organs = new ArrayList<>();
        int number = LEAST_ORGANS + rng.nextInt(MOST_ORGANS - LEAST_ORGANS + 1);
        for (int i = 0; i < number; i++) {
            organs.add(
                    new Organ(new Ellipse(uniform(-0.45, 0.45, rng), uniform(-0.4, 0.4, rng), uniform(0.08, 0.3, rng),
                            uniform(0.08, 0.3, rng), uniform(0, Math.PI, rng)), rng.nextDouble()));
        }
        return new Phantom(body, uniform(0.06, 0.14, rng), organs);
    }

    /**
     * An image of {@code side} x {@code side} pixels, row by row; air is near 0, the brightest tissue near 1.
     *
     * @param rng the noise, and the drift of MR
     */
    public double[] image(Modality modality, int side, Rng rng) {
        Require.positive(side, "the side of an image");
        double[] image = new double[side * side];
        Turned outer = body.turned();
        List<Turned> places = organs.stream().map(organ -> organ.place().turned()).toList();
        for (int i = 0; i < side; i++) {
            Stop.check();
            for (int j = 0; j < side; j++) {
                image[i * side + j] = brightness(modality, outer, places, (2 * j + 1.0) / side - 1,
                        (2 * i + 1.0) / side - 1);
            }
        }
        return switch (modality) {
            case CT -> withCorrelatedNoise(image, side, rng);
            case MR -> withDriftAndRicianNoise(image, side, rng);
        };
    }

    private double brightness(Modality modality, Turned outer, List<Turned> places, double x, double y) {
        double level = outer.level(x, y);
        if (level > 1) {
            return 0;
        }
        if (level > 1 - shell) {
            return modality == Modality.CT ? 1 : 0.08;
        }
        double tissue = 0.5;
        for (int k = 0; k < places.size(); k++) {
            if (places.get(k).level(x, y) < 1) {
                tissue = organs.get(k).tissue();
            }
        }
        return modality == Modality.CT ? 0.45 + 0.1 * tissue : 0.25 + 0.7 * tissue;
    }

    /** Gaussian noise, averaged over 3 x 3 pixels. */
    private static double[] withCorrelatedNoise(double[] image, int side, Rng rng) {
        double[] noise = new double[(side + 2) * (side + 2)];
        rng.fillGaussian(noise);
        double[] noisy = image.clone();
        for (int i = 0; i < side; i++) {
            Stop.check();
            for (int j = 0; j < side; j++) {
                double sum = 0;
                for (int k = 0; k < 9; k++) {
                    sum += noise[(i + k / 3) * (side + 2) + j + k % 3];
                }
                noisy[i * side + j] += 0.06 * sum / 3;
            }
        }
        return noisy;
    }

    /** sqrt((s + n1)² + n2²), s the image times a plane of brightness (H. Gudbjartsson and S. Patz, MRM 34, 910 (1995)). */
    private static double[] withDriftAndRicianNoise(double[] image, int side, Rng rng) {
        double across = uniform(-0.3, 0.3, rng);
        double down = uniform(-0.3, 0.3, rng);
        double[] noisy = new double[image.length];
        for (int i = 0; i < side; i++) {
            Stop.check();
            for (int j = 0; j < side; j++) {
                double s = image[i * side + j] * (1 + across * (2.0 * j / side - 1) + down * (2.0 * i / side - 1));
                double real = s + 0.06 * rng.nextGaussian();
                double imaginary = 0.06 * rng.nextGaussian();
                noisy[i * side + j] = Math.sqrt(real * real + imaginary * imaginary);
            }
        }
        return noisy;
    }

    static double uniform(double low, double high, Rng rng) {
        return low + (high - low) * rng.nextDouble();
    }
}
