package matterbook.particles;

import java.util.Arrays;

/**
 * Particles in motion: what a running simulation changes, as flat arrays with one entry for each particle. It belongs to
 * the run, which never hands it out; results are {@link Fluid}s.
 *
 * <p>Arrays of vectors have the axis first: {@code position[1][i]} is particle i's y. Positions are not wrapped: they go
 * on where a particle leaves the box, and the pair kernels wrap for themselves. A kernel may reorder the particles
 * ({@link #reorder}) so that neighbours in space are neighbours in memory; {@link #id} tells who is who.
 */
public final class State {
    public final PeriodicBox box;
    /** The number of particles. */
    public final int size;
    /** 2 or 3. */
    public final int dimensions;
    public final double mass;
    public final double[][] position;
    public final double[][] velocity;
    public final double[][] force;
    /** Position minus that of the step before, for the integrators that need it. */
    public final double[][] displacement;
    /** Each particle's diameter; empty if all are 1. */
    public final double[] diameter;
    /** Room for random numbers, one for each particle. */
    public final double[] noise;
    /** Which particle of the fluid stands at place i. */
    public final int[] id;
    /** Whether the next calculation of forces is to find energy and virial as well. */
    public boolean measuring = true;
    /** The potential energy at the last calculation that measured it. */
    public double energy;
    /** The sum of r·f over all pairs at the last calculation that measured it. */
    public double virial;

    private final double[] scratch;

    State(Fluid start) {
        box = start.box();
        size = start.size();
        dimensions = box.dimensions();
        mass = start.mass();
        position = start.positions();
        velocity = start.velocities();
        force = new double[dimensions][size];
        displacement = new double[dimensions][size];
        diameter = start.diameters();
        id = new int[size];
        Arrays.setAll(id, i -> i);
        noise = new double[size];
        scratch = new double[size];
    }

    /** The state to start from this fluid. */
    public static State of(Fluid start) {
        return new State(start);
    }

    /** The fluid as it is now, in its own order. */
    public Fluid fluid() {
        return Fluid.ordered(this);
    }

    /** Puts the particle that stands at {@code order[i]} at place i. */
    public void reorder(int[] order) {
        for (double[][] vectors : new double[][][]{position, velocity, force, displacement}) {
            for (double[] values : vectors) {
                reorder(values, order);
            }
        }
        if (diameter.length > 0) {
            reorder(diameter, order);
        }
        int[] old = id.clone();
        for (int i = 0; i < size; i++) {
            id[i] = old[order[i]];
        }
    }

    private void reorder(double[] values, int[] order) {
        System.arraycopy(values, 0, scratch, 0, size);
        for (int i = 0; i < size; i++) {
            values[i] = scratch[order[i]];
        }
    }

    /** The kinetic energy: the sum of m v² / 2. */
    public double kineticEnergy() {
        return mass / 2 * squares(velocity);
    }

    /** The total momentum along an axis. */
    public double momentum(int axis) {
        return mass * Arrays.stream(velocity[axis]).sum();
    }

    /** The total angular momentum about the origin along an axis, the sum of m r x v; along axis 2 in two dimensions. */
    public double angularMomentum(int axis) {
        return mass * angularMomentum(position, velocity, (axis + 1) % 3, (axis + 2) % 3);
    }

    static double angularMomentum(double[][] r, double[][] v, int a, int b) {
        double sum = 0;
        for (int i = 0; i < r[a].length; i++) {
            sum += r[a][i] * v[b][i] - r[b][i] * v[a][i];
        }
        return sum;
    }

    /** The largest force on a particle; infinite or NaN if one is. */
    public double largestForce() {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            double squared = 0;
            for (double[] values : force) {
                squared += values[i] * values[i];
            }
            largest = Math.max(largest, squared);
        }
        return Math.sqrt(largest);
    }

    /** The largest speed of a particle; infinite or NaN if one is. */
    public double largestSpeed() {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            double squared = 0;
            for (double[] values : velocity) {
                squared += values[i] * values[i];
            }
            largest = Math.max(largest, squared);
        }
        return Math.sqrt(largest);
    }

    static double squares(double[][] vectors) {
        double sum = 0;
        for (double[] values : vectors) {
            for (double value : values) {
                sum += value * value;
            }
        }
        return sum;
    }
}
