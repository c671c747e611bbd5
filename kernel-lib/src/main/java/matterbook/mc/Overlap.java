package matterbook.mc;

import matterbook.core.Digits;
import matterbook.core.Stop;
import matterbook.core.UserError;

/** Refuses a start from which no walk leads on. */
final class Overlap {
    /** No fluid has so much energy for each particle, in temperatures. */
    private static final double HOPELESS = 1e6;

    private Overlap() {}

    /** Returns the energy, unless it is none or tells of particles that overlap. */
    static double requireNone(Places places, double energy, double temperature) {
        if (Double.isNaN(energy) || energy == Double.NEGATIVE_INFINITY) {
            throw new UserError("the energy at the start is " + energy
                    + "; a potential's energy must be a number above minus infinity");
        }
        if (energy > HOPELESS * places.size * Math.max(1, temperature)) {
            throw new UserError(closest(places));
        }
        return energy;
    }

    private static String closest(Places places) {
        double least = Double.POSITIVE_INFINITY;
        int one = 0;
        int two = 0;
        for (int i = 0; i < places.size; i++) {
            Stop.check();
            for (int j = 0; j < i; j++) {
                double size = places.diameter(i, j);
                double squared = places.distanceSquared(j, places.x[i], places.y[i], places.z[i]) / (size * size);
                if (squared < least) {
                    least = squared;
                    one = j;
                    two = i;
                }
            }
        }
        return "particles " + one + " and " + two + " overlap: they are "
                + Digits.shortest(Math.sqrt(least) * places.diameter(one, two), 3) + " apart at the start";
    }
}
