package matterbook.mc;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import matterbook.core.Require;
import matterbook.core.Stop;

/**
 * The exact averages of a small Ising lattice (J = k_B = 1, periodic): all {@code 2^(L^2)} configurations are visited
 * once, each differing from the last by one spin (Gray code), and counted by energy and magnetisation.
 */
public final class IsingEnumeration {
    private static final int LARGEST = 5;

    private final int side;
    /** Configurations by level of energy, {@code E = 4 e - 2 N}, and of magnetisation, {@code M = 2 m - N}. */
    private final long[][] counts;

    private IsingEnumeration(int side, long[][] counts) {
        this.side = side;
        this.counts = counts;
    }

    /** Counts the configurations of a lattice with a side from 2 to 5 (33 million configurations). */
    public static IsingEnumeration of(int side) {
        Require.between(side, 2, LARGEST, "the side");
        int sites = side * side;
        int[] spins = new int[sites];
        Arrays.fill(spins, -1);
        long[][] counts = new long[sites + 1][sites + 1];
        int energy = -2 * sites;
        int magnetisation = -sites;
        counts[0][0] = 1;
        for (int step = 1; step < 1 << sites; step++) {
            if (step % 100_000 == 0) {
                Stop.check();
            }
            int flipped = Integer.numberOfTrailingZeros(step);
            energy += 2 * spins[flipped] * neighbours(spins, side, flipped);
            spins[flipped] = -spins[flipped];
            magnetisation += 2 * spins[flipped];
            counts[(energy + 2 * sites) / 4][(magnetisation + sites) / 2]++;
        }
        return new IsingEnumeration(side, counts);
    }

    private static int neighbours(int[] spins, int side, int site) {
        int row = site / side;
        int column = site % side;
        return spins[(row + 1) % side * side + column] + spins[(row + side - 1) % side * side + column]
                + spins[row * side + (column + 1) % side] + spins[row * side + (column + side - 1) % side];
    }

    /** The energy per spin. */
    public double energy(double temperature) {
        return mean(temperature, (e, m) -> e) / sites();
    }

    /** {@code <|M|> / N}. */
    public double magnetisation(double temperature) {
        return mean(temperature, (e, m) -> Math.abs(m)) / sites();
    }

    /** The heat capacity per spin {@code (<E^2> - <E>^2) / (N T^2)}. */
    public double heatCapacity(double temperature) {
        double mean = mean(temperature, (e, m) -> e);
        return mean(temperature, (e, m) -> (e - mean) * (e - mean)) / (sites() * temperature * temperature);
    }

    /** The susceptibility per spin {@code (<M^2> - <|M|>^2) / (N T)}. */
    public double susceptibility(double temperature) {
        double mean = mean(temperature, (e, m) -> Math.abs(m));
        return mean(temperature, (e, m) -> (Math.abs(m) - mean) * (Math.abs(m) - mean)) / (sites() * temperature);
    }

    /** The probabilities of {@code E = -2 N, -2 N + 4, ..., 2 N}; levels that do not occur have 0. */
    public double[] energyLaw(double temperature) {
        double[] law = new double[sites() + 1];
        for (int level = 0; level < law.length; level++) {
            double energy = 4.0 * level - 2 * sites();
            law[level] = mean(temperature, (e, m) -> e == energy ? 1 : 0);
        }
        return law;
    }

    /** The probabilities of {@code M = -N, -N + 2, ..., N}. */
    public double[] magnetisationLaw(double temperature) {
        double[] law = new double[sites() + 1];
        for (int level = 0; level < law.length; level++) {
            double magnetisation = 2.0 * level - sites();
            law[level] = mean(temperature, (e, m) -> m == magnetisation ? 1 : 0);
        }
        return law;
    }

    /** The Boltzmann average of f(E, M); weights refer to the ground state, so that no exponential overflows. */
    private double mean(double temperature, DoubleBinaryOperator f) {
        Require.positive(temperature, "the temperature");
        double sum = 0;
        double partition = 0;
        for (int e = 0; e <= sites(); e++) {
            double weight = Math.exp(-4 * e / temperature);
            for (int m = 0; m <= sites(); m++) {
                if (counts[e][m] > 0) {
                    partition += counts[e][m] * weight;
                    sum += counts[e][m] * weight * f.applyAsDouble(4.0 * e - 2 * sites(), 2.0 * m - sites());
                }
            }
        }
        return sum / partition;
    }

    private int sites() {
        return side * side;
    }

    @Override
    public String toString() {
        return "all " + (1L << sites()) + " configurations of " + side + " x " + side + " spins";
    }
}
