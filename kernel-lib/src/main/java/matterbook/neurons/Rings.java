package matterbook.neurons;

import matterbook.nn.Examples;

/**
 * Four concentric rings around 0 with 60 evenly spaced points each. The paper gives neither radii nor labels; here the
 * radii are 0.5, 1, 1.5 and 2, and the labels from the inside 1, 0, 1, 0.
 */
public final class Rings {
    /** Points on one ring. */
    public static final int POINTS = 60;
    private static final double[] RADII = {0.5, 1, 1.5, 2};

    private Rings() {}

    /** The radii from the inside. */
    public static double[] radii() {
        return RADII.clone();
    }

    /** The 240 points, ring by ring from the inside. */
    public static Examples samples() {
        double[][] x = new double[RADII.length * POINTS][];
        double[] label = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double radius = RADII[i / POINTS];
            double angle = 2 * Math.PI * (i % POINTS) / POINTS;
            x[i] = new double[]{radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
            label[i] = 1 - i / POINTS % 2;
        }
        return Examples.of(x, label);
    }
}
