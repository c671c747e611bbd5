package matterbook.mc;

/**
 * Weights that read off, from a sum over sample points, the density of the points at the edge where they begin: for a
 * density that is a polynomial of degree 3 on [0, width], the expected sum of {@code weight(t)} is its value at 0,
 * exactly. {@code w(t) = 1/width sum_(m=0..3) (2 m + 1) (-1)^m P_m(2 t / width - 1)} with Legendre's polynomials P_m,
 * because these are orthogonal and P_m(-1) = (-1)^m.
 */
final class ContactKernel {
    private final double width;

    ContactKernel(double width) {
        this.width = width;
    }

    /** The weight of a point at t; 0 from the width on. */
    double weight(double t) {
        if (t >= width) {
            return 0;
        }
        double s = t / width;
        // the sum written out in powers of s
        return (16 + s * (-120 + s * (240 - 140 * s))) / width;
    }
}
