package matterbook.adsorption;

import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * Canonical Monte Carlo: poses with a probability in proportion to exp(-U/RT), by Metropolis moves of one guest
 * ({@link GuestWalk}). Of every {@code stride} moves the last is kept. At 8000 K (RT = 66.5 kJ/mol) energies far above 0 are
 * among them; at room temperature hardly any.
 *
 * @param temperature in K
 * @param stride moves from one configuration to the next; too few make neighbours alike
 */
public record CanonicalSampling(EnergySurface surface, double temperature, int stride) implements Sampling {
    /** Enough at 8000 K that neighbours are as good as independent. */
    public static final int STRIDE = 50;

    private static final int TUNINGS = 20;
    private static final int MOVES_PER_TUNING = 500;

    public CanonicalSampling {
        Require.positive(temperature, "the temperature");
        Require.positive(stride, "the stride");
    }

    /** With every {@value #STRIDE}th move kept. */
    public CanonicalSampling(EnergySurface surface, double temperature) {
        this(surface, temperature, STRIDE);
    }

    @Override
    public String words() {
        return "Metropolis at " + temperature + " K, of every " + stride + " moves the last";
    }

    /** First {@value #TUNINGS} times {@value #MOVES_PER_TUNING} moves bring the guest to equilibrium and its steps to length. */
    @Override
    public Draws draws(Rng rng) {
        GuestWalk walk = GuestWalk.start(surface, temperature, rng);
        for (int round = 0; round < TUNINGS; round++) {
            walk.moves(MOVES_PER_TUNING);
            walk.tune();
        }
        return new WalkDraws(walk, stride);
    }

    @Override
    public Draws resumed(Rng rng, double[] memory) {
        return new WalkDraws(GuestWalk.resumed(surface, temperature, rng, memory), stride);
    }

    /** The places of a walk after every so many moves. */
    private record WalkDraws(GuestWalk walk, int stride) implements Draws {
        @Override
        public Drawn next() {
            walk.moves(stride);
            return new Drawn(walk.pose(), walk.kjPerMol());
        }

        @Override
        public long energies() {
            return walk.energies();
        }

        @Override
        public double[] memory() {
            return walk.memory();
        }
    }
}
