package matterbook.core;

/**
 * Normal numbers from a stack of 256 layers of equal area that covers the bell curve exp(-x² / 2) (G. Marsaglia and W. W.
 * Tsang, J. Stat. Softw. 5(8), 1 (2000)). Of 100 points drawn in the stack 99 lie where a layer is below the curve
 * all along; only the others need an exponential or a logarithm. Layer and place within it come from different bits of the
 * same number, as J. A. Doornik advises (An improved ziggurat method, University of Oxford (2005)).
 */
final class Ziggurat {
    private static final int LAYERS = 256;
    /** Where the lowest layer's rectangle ends and the tail begins. */
    private static final double TAIL = 3.654152885361009;
    /** Of each layer: TAIL exp(-TAIL² / 2) plus the tail's area. */
    private static final double AREA = 0.004928673233974655;
    /** 53 bits and a sign become a number within (-1, 1). */
    private static final int SPARE_BITS = 11;
    private static final double UNIT = 0x1.0p-52;

    /** Half the width of each layer, from the bottom to the tip; the lowest is as wide as if its tail were folded in. */
    private static final double[] HALF_WIDTH = new double[LAYERS + 1];
    /** The curve at these. */
    private static final double[] HEIGHT = new double[LAYERS + 1];

    static {
        HALF_WIDTH[0] = AREA / curve(TAIL);
        HALF_WIDTH[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            HALF_WIDTH[i] = Math
                    .sqrt(-2 * StrictMath.log(AREA / HALF_WIDTH[i - 1] + curve(HALF_WIDTH[i - 1])));
        }
        for (int i = 0; i <= LAYERS; i++) {
            HEIGHT[i] = curve(HALF_WIDTH[i]);
        }
    }

    private Ziggurat() {}

    private static double curve(double x) {
        return StrictMath.exp(-x * x / 2);
    }

    /** The place that these bits stand for. */
    static double place(long bits) {
        return ((bits >> SPARE_BITS) + 0.5) * UNIT * HALF_WIDTH[layer(bits)];
    }

    /** Whether this place, of these bits, is below the curve for certain. */
    static boolean below(long bits, double place) {
        return Math.abs(place) < HALF_WIDTH[layer(bits) + 1];
    }

    private static int layer(long bits) {
        return (int) bits & (LAYERS - 1);
    }

    /** A normal number where the first bits drawn led to a place that is not below the curve for certain. */
    static double resolve(long first, Rng rng) {
        long bits = first;
        double place = place(bits);
        while (!below(bits, place)) {
            int layer = layer(bits);
            if (layer == 0) {
                return Math.copySign(TAIL + beyond(rng), place);
            }
            double height = HEIGHT[layer] + rng.nextDouble() * (HEIGHT[layer + 1] - HEIGHT[layer]);
            if (height < curve(place)) {
                return place;
            }
            bits = rng.nextLong();
            place = place(bits);
        }
        return place;
    }

    /** How far in the tail (G. Marsaglia, Technometrics 6, 101 (1964)). */
    private static double beyond(Rng rng) {
        double x;
        double y;
        do {
            x = -StrictMath.log(1 - rng.nextDouble()) / TAIL;
            y = -StrictMath.log(1 - rng.nextDouble());
        } while (2 * y < x * x);
        return x;
    }
}
