package matterbook.md;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.particles.State;
import matterbook.potential.Forces;
import matterbook.potential.PairKernel;

/** The loop of every run. */
final class Simulation {
    /** A time step that is too long shows within a few steps. */
    private static final long STEPS_A_CHECK = 16;

    private Simulation() {}

    static MdRun run(Fluid start, Integrator integrator, Forces forces, long steps, Every every, Rng rng) {
        Require.that(steps >= 0, "the number of steps cannot be negative: " + steps);
        State state = State.of(start);
        Recorder recorder = new Recorder(steps, every, integrator.timeStep());
        try (PairKernel kernel = forces.kernel(state); Progress progress = Progress.start("dynamics", steps)) {
            kernel.compute(state);
            Guard guard = new Guard(state, integrator);
            integrator.prepare(state);
            recorder.record(state, 0);
            for (long step = 1; step <= steps; step++) {
                state.measuring = every.measuredAt(step);
                integrator.step(state, kernel, rng);
                if (state.measuring || step % STEPS_A_CHECK == 0) {
                    guard.check(state, step);
                }
                recorder.record(state, step);
                progress.step();
            }
        }
        return recorder.finish(state);
    }
}
