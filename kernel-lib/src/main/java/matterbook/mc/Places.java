package matterbook.mc;

import java.util.Arrays;

import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;

/**
 * Where the particles of a running walk are, as flat arrays that grow when particles come. Coordinates are not wrapped. A
 * rectangle has all z = 0. It belongs to the walk and is never handed out.
 */
final class Places {
    final PeriodicBox box;
    int size;
    double[] x;
    double[] y;
    double[] z;
    /** Each particle's diameter; empty if all are 1. */
    final double[] diameter;

    private Places(PeriodicBox box, int size, double[] x, double[] y, double[] z, double[] diameter) {
        this.box = box;
        this.size = size;
        this.x = x;
        this.y = y;
        this.z = z;
        this.diameter = diameter;
    }

    static Places of(Fluid fluid) {
        double[][] r = fluid.positions();
        double[] z = r.length == 3 ? r[2] : new double[fluid.size()];
        return new Places(fluid.box(), fluid.size(), r[0], r[1], z, fluid.diameters());
    }

    /** A copy that is stretched with its box. */
    Places stretched(double factor) {
        return new Places(box.scaled(factor), size, times(x, factor), times(y, factor), times(z, factor), diameter);
    }

    private static double[] times(double[] values, double factor) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] *= factor;
        }
        return result;
    }

    void put(int i, double px, double py, double pz) {
        x[i] = px;
        y[i] = py;
        z[i] = pz;
    }

    void add(double px, double py, double pz) {
        if (size == x.length) {
            int room = 2 * size + 8;
            x = Arrays.copyOf(x, room);
            y = Arrays.copyOf(y, room);
            z = Arrays.copyOf(z, room);
        }
        put(size++, px, py, pz);
    }

    /** Takes particle i out; the last one gets its number. */
    void remove(int i) {
        size--;
        put(i, x[size], y[size], z[size]);
    }

    double largestDiameter() {
        return diameter.length == 0 ? 1 : Arrays.stream(diameter).max().orElseThrow();
    }

    /** The mean diameter of two particles. */
    double diameter(int i, int j) {
        return diameter.length == 0 ? 1 : (diameter[i] + diameter[j]) / 2;
    }

    /** The square of the distance from a place to particle j's nearest image. */
    double distanceSquared(int j, double px, double py, double pz) {
        double dx = box.nearest(0, px - x[j]);
        double dy = box.nearest(1, py - y[j]);
        double dz = box.dimensions() == 2 ? 0 : box.nearest(2, pz - z[j]);
        return dx * dx + dy * dy + dz * dz;
    }

    /** The particles at rest, with mass and diameters of the fluid that the walk started from. */
    Fluid fluid(Fluid start) {
        double[][] r = {Arrays.copyOf(x, size), Arrays.copyOf(y, size), Arrays.copyOf(z, size)};
        double[][] axes = Arrays.copyOf(r, box.dimensions());
        Fluid fluid = Fluid.of(box, axes, new double[axes.length][size]).withMass(start.mass());
        return diameter.length == 0 ? fluid : fluid.withDiameters(diameter);
    }
}
