package matterbook.mc;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import org.jspecify.annotations.Nullable;

/**
 * The Ising model as one would write it on a blackboard: a spin drawn at random, its energy change from its four
 * neighbours, Metropolis' rule. The fast twin is {@link FastIsing}.
 */
public final class Ising implements IsingLattice {
    private final int side;
    private final int[][] spins;
    private long energy;
    private long magnetisation;

    private Ising(int[][] spins) {
        this.side = spins.length;
        this.spins = spins;
        this.energy = recomputedEnergy();
        for (int[] row : spins) {
            for (int spin : row) {
                magnetisation += spin;
            }
        }
    }

    /** All spins up: the ground state, as at T = 0. */
    public static Ising cold(int side) {
        return new Ising(spins(side, null));
    }

    /** Each spin up or down by a coin: as at infinite temperature. */
    public static Ising hot(int side, Rng rng) {
        return new Ising(spins(side, rng));
    }

    private static int[][] spins(int side, @Nullable Rng rng) {
        Require.that(side >= 2, "an Ising lattice needs a side of at least 2, not " + side);
        int[][] spins = new int[side][side];
        for (int[] row : spins) {
            for (int j = 0; j < side; j++) {
                row[j] = rng == null || rng.nextBoolean() ? 1 : -1;
            }
        }
        return spins;
    }

    @Override
    public int side() {
        return side;
    }

    @Override
    public long energy() {
        return energy;
    }

    @Override
    public long magnetisation() {
        return magnetisation;
    }

    @Override
    public double[][] spins() {
        double[][] copy = new double[side][side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                copy[i][j] = spins[i][j];
            }
        }
        return copy;
    }

    /** What flipping the spin at row i, column j costs: {@code dE = 2 s (sum of its four neighbours)}. */
    public int energyChange(int i, int j) {
        int up = spins[(i + side - 1) % side][j];
        int down = spins[(i + 1) % side][j];
        int left = spins[i][(j + side - 1) % side];
        int right = spins[i][(j + 1) % side];
        return 2 * spins[i][j] * (up + down + left + right);
    }

    /** L^2 trials, each at a site drawn at random. */
    @Override
    public void sweep(double temperature, Rng rng) {
        Require.positive(temperature, "the temperature");
        for (int trial = 0; trial < side * side; trial++) {
            int i = rng.nextInt(side);
            int j = rng.nextInt(side);
            int change = energyChange(i, j);
            if (change <= 0 || rng.nextDouble() < Math.exp(-change / temperature)) {
                spins[i][j] = -spins[i][j];
                energy += change;
                magnetisation += 2L * spins[i][j];
            }
        }
        Stop.check();
    }

    /** The energy summed anew over all pairs, which the running {@link #energy()} must equal. */
    public long recomputedEnergy() {
        long sum = 0;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                long spin = spins[i][j];
                sum -= spin * spins[(i + 1) % side][j] + spin * spins[i][(j + 1) % side];
            }
        }
        return sum;
    }
}
