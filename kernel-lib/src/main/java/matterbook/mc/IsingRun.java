package matterbook.mc;

import java.util.Arrays;

import matterbook.core.Estimate;
import matterbook.stats.Blocking;

/**
 * What a run of an {@link IsingLattice} measured after each sweep: energy and magnetisation per spin. All errors come
 * from block averages. Units of J for energies, k_B = 1.
 */
public final class IsingRun {
    static final int LEAST_SWEEPS = 4;

    private final double temperature;
    private final int side;
    private final double[] energies;
    private final double[] magnetisations;

    IsingRun(double temperature, int side, double[] energies, double[] magnetisations) {
        this.temperature = temperature;
        this.side = side;
        this.energies = energies;
        this.magnetisations = magnetisations;
    }

    public double temperature() {
        return temperature;
    }

    /** The energy per spin after each sweep; a copy. */
    public double[] energies() {
        return energies.clone();
    }

    /** The magnetisation per spin, with its sign, after each sweep; a copy. */
    public double[] magnetisations() {
        return magnetisations.clone();
    }

    /** The energy per spin {@code u = <E> / N}. */
    public Estimate energy() {
        return Blocking.of(energies).estimate();
    }

    /** {@code <|M|> / N}: with its sign the mean is 0, because a finite lattice turns over now and then. */
    public Estimate magnetisation() {
        return Blocking.of(magnitudes()).estimate();
    }

    /** The heat capacity per spin {@code c = (<E^2> - <E>^2) / (N T^2)}. */
    public Estimate heatCapacity() {
        return fluctuation(energies, 1 / (temperature * temperature));
    }

    /** The susceptibility per spin {@code chi = (<M^2> - <|M|>^2) / (N T)}. */
    public Estimate susceptibility() {
        return fluctuation(magnitudes(), 1 / temperature);
    }

    /** {@code N factor <(x - <x>)^2>}: the error is that of the mean of the squares, <x> taken as known. */
    private Estimate fluctuation(double[] x, double factor) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double scale = factor * side * side;
        return Blocking.of(Arrays.stream(x).map(value -> scale * (value - mean) * (value - mean)).toArray()).estimate();
    }

    private double[] magnitudes() {
        return Arrays.stream(magnetisations).map(Math::abs).toArray();
    }

    @Override
    public String toString() {
        return side + " x " + side + " spins at T = " + temperature + ", " + energies.length + " sweeps: u = "
                + energy() + ", |m| = " + magnetisation() + ", c = " + heatCapacity() + ", chi = " + susceptibility();
    }
}
