package matterbook.particles;

import java.util.Arrays;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * Particles with places and velocities in a periodic box: what a simulation starts from and what it leaves. It does not
 * change; each method that would change it returns another.
 *
 * <p>All particles have the same mass, 1 unless {@link #withMass} says otherwise. Positions are not wrapped, so that the
 * way a particle has gone can be read off two fluids; {@link #configuration()} wraps them.
 */
public final class Fluid {
    private final PeriodicBox box;
    private final double mass;
    private final double[][] positions;
    private final double[][] velocities;
    private final double[] diameters;

    private Fluid(PeriodicBox box, double mass, double[][] positions, double[][] velocities, double[] diameters) {
        this.box = box;
        this.mass = mass;
        this.positions = positions;
        this.velocities = velocities;
        this.diameters = diameters;
    }

    /** Particles at rest in these places. */
    public static Fluid of(Configuration places) {
        double[][] r = places.box().dimensions() == 2
                ? new double[][]{places.x(), places.y()}
                : new double[][]{places.x(), places.y(), places.z()};
        return new Fluid(places.box(), 1, r, new double[r.length][places.size()], new double[0]);
    }

    /**
     * Particles with these places and velocities, one array for each axis of the box; all are copied.
     *
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Fluid of(PeriodicBox box, double[][] positions, double[][] velocities) {
        int n = positions.length == 0 ? 0 : positions[0].length;
        Require.that(n > 0, "a fluid needs at least one particle");
        requireVectors(positions, box, n, "positions");
        requireVectors(velocities, box, n, "velocities");
        return new Fluid(box, 1, copy(positions), copy(velocities), new double[0]);
    }

    /** {@code side} rows and columns of particles at rest on a square lattice with this many in a unit of area. */
    public static Fluid squareLattice(int side, double density) {
        return of(Lattices.square(side, density));
    }

    /**
     * Particles at rest on the hexagonal lattice with this many in a unit of area.
     *
     * @param rows even
     */
    public static Fluid hexagonalLattice(int columns, int rows, double density) {
        Require.positive(density, "the density");
        return of(Lattices.hexagonal(columns, rows, Math.sqrt(2 / (Math.sqrt(3) * density))));
    }

    /** Four particles at rest in each of {@code cells}³ cubes, with this many in a unit of volume. */
    public static Fluid fccLattice(int cells, double density) {
        return of(Lattices.faceCentred(cells, density));
    }

    static Fluid ordered(State state) {
        int n = state.size;
        double[][] r = new double[state.dimensions][n];
        double[][] v = new double[state.dimensions][n];
        double[] diameters = new double[state.diameter.length];
        for (int i = 0; i < n; i++) {
            int id = state.id[i];
            for (int axis = 0; axis < r.length; axis++) {
                r[axis][id] = state.position[axis][i];
                v[axis][id] = state.velocity[axis][i];
            }
            if (diameters.length > 0) {
                diameters[id] = state.diameter[i];
            }
        }
        return new Fluid(state.box, state.mass, r, v, diameters);
    }

    /**
     * The same places with velocities drawn from Maxwell's distribution at this temperature: normal with variance T / m for
     * each component. The velocity of the centre of mass is taken off and the rest scaled, so that total momentum is 0 and
     * the kinetic energy exactly d N T / 2.
     */
    public Fluid thermalised(double temperature, Rng rng) {
        Require.notNegative(temperature, "a temperature");
        double[][] v = maxwell(temperature, rng);
        for (double[] component : v) {
            double mean = Arrays.stream(component).sum() / size();
            for (int i = 0; i < component.length; i++) {
                component[i] -= mean;
            }
        }
        double squares = State.squares(v);
        double factor = squares > 0 ? Math.sqrt(dimensions() * size() * temperature / (mass * squares)) : 0;
        for (double[] component : v) {
            for (int i = 0; i < component.length; i++) {
                component[i] *= factor;
            }
        }
        return new Fluid(box, mass, positions, v, diameters);
    }

    /** The same places with independent velocities from Maxwell's distribution: neither momentum nor energy is set. */
    public Fluid maxwellian(double temperature, Rng rng) {
        Require.notNegative(temperature, "a temperature");
        return new Fluid(box, mass, positions, maxwell(temperature, rng), diameters);
    }

    private double[][] maxwell(double temperature, Rng rng) {
        double width = Math.sqrt(temperature / mass);
        double[][] v = new double[dimensions()][size()];
        for (double[] component : v) {
            rng.fillGaussian(component);
            for (int i = 0; i < component.length; i++) {
                component[i] *= width;
            }
        }
        return v;
    }

    /** The same with every velocity turned round: a reversible simulation then runs backwards. */
    public Fluid reversed() {
        double[][] v = new double[dimensions()][size()];
        for (int axis = 0; axis < v.length; axis++) {
            for (int i = 0; i < v[axis].length; i++) {
                v[axis][i] = -velocities[axis][i];
            }
        }
        return new Fluid(box, mass, positions, v, diameters);
    }

    /** The same with all particles of this mass; velocities stay. */
    public Fluid withMass(double newMass) {
        return new Fluid(box, Require.positive(newMass, "the mass"), positions, velocities, diameters);
    }

    /**
     * The same with diameters 1 + spread · (a standard normal number); pairs then interact at the mean of their diameters.
     *
     * @throws IllegalArgumentException if the spread is not from 0 to 0.2: larger ones would make diameters near 0
     */
    public Fluid polydisperse(double spread, Rng rng) {
        Require.between(spread, 0, 0.2, "the spread of diameters");
        double[] drawn = new double[size()];
        rng.fillGaussian(drawn);
        for (int i = 0; i < drawn.length; i++) {
            // five standard deviations are beyond any draw that matters and keep the smallest above 0
            drawn[i] = 1 + spread * Math.clamp(drawn[i], -4.5, 4.5);
        }
        return new Fluid(box, mass, positions, velocities, drawn);
    }

    /** The same with these diameters, which are copied. */
    public Fluid withDiameters(double[] newDiameters) {
        Require.that(newDiameters.length == size(),
                "there are " + newDiameters.length + " diameters for " + size() + " particles");
        for (double diameter : newDiameters) {
            Require.positive(diameter, "a diameter");
        }
        return new Fluid(box, mass, positions, velocities, newDiameters.clone());
    }

    /** The same fluid with box and places stretched by a factor: a virtual change of volume. */
    public Fluid scaled(double factor) {
        PeriodicBox stretched = box.scaled(factor);
        double[][] r = copy(positions);
        for (double[] component : r) {
            for (int i = 0; i < component.length; i++) {
                component[i] *= factor;
            }
        }
        return new Fluid(stretched, mass, r, velocities, diameters);
    }

    public PeriodicBox box() {
        return box;
    }

    /** The number of particles N. */
    public int size() {
        return positions[0].length;
    }

    /** 2 or 3. */
    public int dimensions() {
        return positions.length;
    }

    /** The mass of each particle. */
    public double mass() {
        return mass;
    }

    /** N / volume; in two dimensions N / area. */
    public double numberDensity() {
        return size() / box.volume();
    }

    /** Positions, not wrapped, one array for each axis; a copy. */
    public double[][] positions() {
        return copy(positions);
    }

    /** Velocities, one array for each axis; a copy. */
    public double[][] velocities() {
        return copy(velocities);
    }

    /** Each particle's diameter, a copy; empty if all are 1. */
    public double[] diameters() {
        return diameters.clone();
    }

    /** The places alone, wrapped into the box. */
    public Configuration configuration() {
        return Configuration.of(box, positions);
    }

    /** The kinetic energy: the sum of m v² / 2. */
    public double kineticEnergy() {
        return mass / 2 * State.squares(velocities);
    }

    /** The kinetic temperature 2 K / (d N). */
    public double temperature() {
        return 2 * kineticEnergy() / (dimensions() * size());
    }

    /** The total momentum, one number for each axis. */
    public double[] momentum() {
        return Arrays.stream(velocities).mapToDouble(component -> mass * Arrays.stream(component).sum()).toArray();
    }

    /**
     * The total angular momentum about the origin, the sum of m r x v: its z component alone in two dimensions. Positions
     * are not wrapped, so it is conserved for as long as no pair acts across an edge of the box.
     */
    public double[] angularMomentum() {
        return dimensions() == 2
                ? new double[]{angularMomentum(0, 1)}
                : new double[]{angularMomentum(1, 2), angularMomentum(2, 0), angularMomentum(0, 1)};
    }

    private double angularMomentum(int a, int b) {
        return mass * State.angularMomentum(positions, velocities, a, b);
    }

    private static void requireVectors(double[][] vectors, PeriodicBox box, int n, String name) {
        Require.that(vectors.length == box.dimensions(), "there are " + name + " along " + vectors.length
                + " axes in a box of " + box.dimensions());
        for (double[] component : vectors) {
            Require.that(component.length == n, "there are " + component.length + " " + name + " for " + n
                    + " particles");
            for (int i = 0; i < n; i++) {
                Require.that(Double.isFinite(component[i]),
                        "the " + name + " of particle " + i + " hold " + component[i]);
            }
        }
    }

    private static double[][] copy(double[][] vectors) {
        return Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public String toString() {
        return configuration() + ", kinetic temperature " + Digits.shortest(temperature(), 4);
    }
}
