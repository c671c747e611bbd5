package matterbook.mc;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * A square lattice of spins s = +1 or -1 with the energy {@code E = - sum s_i s_j} over the pairs of nearest
 * neighbours, each once, in a periodic square (J = k_B = 1, no field). Changes as it is swept.
 */
public sealed interface IsingLattice permits Ising, FastIsing {
    /** The number of spins along an edge, L. */
    int side();

    /** The energy E of the whole lattice. */
    long energy();

    /** The sum M of all spins. */
    long magnetisation();

    /** The spins, row after row, as +1 and -1; a copy. */
    double[][] spins();

    /** One Metropolis trial for each of the L^2 spins on average, at this temperature. */
    void sweep(double temperature, Rng rng);

    /**
     * Sweeps {@code equilibration} times without looking, then measures after each of {@code sweeps} more.
     *
     * @param temperature k_B T / J, above 0
     */
    default IsingRun run(double temperature, int equilibration, int sweeps, Rng rng) {
        Require.that(equilibration >= 0, "equilibration must not be negative: " + equilibration);
        Require.that(sweeps >= IsingRun.LEAST_SWEEPS,
                "sweeps must be at least " + IsingRun.LEAST_SWEEPS + ", not " + sweeps);
        double sites = (double) side() * side();
        double[] u = new double[sweeps];
        double[] m = new double[sweeps];
        try (Progress progress = Progress.start("Ising " + side() + " x " + side(), (long) equilibration + sweeps)) {
            for (int t = -equilibration; t < sweeps; t++) {
                sweep(temperature, rng);
                if (t >= 0) {
                    u[t] = energy() / sites;
                    m[t] = magnetisation() / sites;
                }
                progress.step();
            }
        }
        return new IsingRun(temperature, side(), u, m);
    }
}
