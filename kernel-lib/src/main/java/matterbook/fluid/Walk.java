package matterbook.fluid;

import matterbook.core.Rng;
import matterbook.md.Checkpoint;
import matterbook.md.LongRun;
import matterbook.md.Measurement;
import matterbook.particles.Fluid;

/** A stage under way: dynamics or Monte Carlo, so that both are written and saved in the same way. */
sealed interface Walk extends AutoCloseable permits Walk.Dynamics, MonteCarloWalk {
    /** Steps made since the stage began. */
    long step();

    void advance(long steps);

    Measurement measure();

    Fluid fluid();

    Checkpoint checkpoint();

    @Override
    void close();

    static Walk start(Stage stage, Fluid start, PotentialChoice potential, Rng rng) {
        return switch (stage) {
            case Stage.Dynamics dynamics ->
                new Dynamics(LongRun.start(start, dynamics.integrator(), potential.forces(), rng));
            case Stage.Sampling sampling -> new MonteCarloWalk(sampling.ensemble(), potential, start, rng, 0);
        };
    }

    static Walk resume(Stage stage, Checkpoint checkpoint, PotentialChoice potential) {
        return switch (stage) {
            case Stage.Dynamics dynamics ->
                new Dynamics(LongRun.resume(checkpoint, dynamics.integrator(), potential.forces()));
            case Stage.Sampling sampling -> new MonteCarloWalk(sampling.ensemble(), potential, checkpoint.fluid(),
                    checkpoint.rng(), checkpoint.step());
        };
    }

    /** Dynamics. */
    record Dynamics(LongRun run) implements Walk {
        @Override
        public long step() {
            return run.step();
        }

        @Override
        public void advance(long steps) {
            run.advance(steps);
        }

        @Override
        public Measurement measure() {
            return run.measure();
        }

        @Override
        public Fluid fluid() {
            return run.fluid();
        }

        @Override
        public Checkpoint checkpoint() {
            return run.checkpoint();
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
