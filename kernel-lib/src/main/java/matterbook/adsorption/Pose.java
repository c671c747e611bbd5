package matterbook.adsorption;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.UnitCell;

/**
 * Where a rigid guest stands and how it is turned: the place of its centre of mass, and the unit quaternion
 * w + i x̂ + j ŷ + k ẑ of the rotation from the guest's own axes. A quaternion of any length is brought to length 1.
 */
public record Pose(double x, double y, double z, double w, double i, double j, double k) {
    private static final double ROUNDING = 1e-12;

    public Pose {
        Require.that(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z), "a place must be finite");
        double length = Require.positive(Math.sqrt(w * w + i * i + j * j + k * k), "the length of a quaternion");
        // one that was divided before stays as it is: a pose read from a file is the one that was written
        if (Math.abs(length - 1) > ROUNDING) {
            w /= length;
            i /= length;
            j /= length;
            k /= length;
        }
    }

    /** Not turned. */
    public Pose(double x, double y, double z) {
        this(x, y, z, 1, 0, 0, 0);
    }

    /**
     * Any place in the cell and any orientation, all equally likely (K. Shoemake, Graphics Gems III, 124 (1992)).
     */
    public static Pose uniform(UnitCell cell, Rng rng) {
        double[] r = cell.cartesian(rng.nextDouble(), rng.nextDouble(), rng.nextDouble());
        return turnedAnyhow(r[0], r[1], r[2], rng);
    }

    /** This place and any orientation, all equally likely. */
    public static Pose turnedAnyhow(double x, double y, double z, Rng rng) {
        double u = rng.nextDouble();
        double first = 2 * Math.PI * rng.nextDouble();
        double second = 2 * Math.PI * rng.nextDouble();
        double a = Math.sqrt(1 - u);
        double b = Math.sqrt(u);
        return new Pose(x, y, z, a * Math.sin(first), a * Math.cos(first), b * Math.sin(second), b * Math.cos(second));
    }

    /** Where the sites of a guest are: x, y, z of the first, x, y, z of the second, and so on. */
    public double[] sites(Guest guest) {
        double[] places = new double[3 * guest.size()];
        double ww = w * w;
        double ii = i * i;
        double jj = j * j;
        double kk = k * k;
        int at = 0;
        for (Guest.Site s : guest.sites()) {
            places[at++] = x + (ww + ii - jj - kk) * s.x() + 2 * ((i * j - w * k) * s.y() + (i * k + w * j) * s.z());
            places[at++] = y + (ww - ii + jj - kk) * s.y() + 2 * ((i * j + w * k) * s.x() + (j * k - w * i) * s.z());
            places[at++] = z + (ww - ii - jj + kk) * s.z() + 2 * ((i * k - w * j) * s.x() + (j * k + w * i) * s.y());
        }
        return places;
    }
}
