package matterbook.md;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.particles.Fluid;
import matterbook.potential.Forces;

/** The loop of every run. */
final class Simulation {
    private Simulation() {}

    static MdRun run(Fluid start, Integrator integrator, Forces forces, long steps, Every every, Rng rng) {
        Require.that(steps >= 0, "the number of steps cannot be negative: " + steps);
        Recorder recorder = new Recorder(steps, every, integrator);
        try (LongRun run = LongRun.start(start, integrator, forces, rng);
                Progress progress = Progress.start("dynamics", steps)) {
            recorder.record(run.state(), 0);
            for (long step = 1; step <= steps; step++) {
                run.step(every.measuredAt(step));
                recorder.record(run.state(), step);
                progress.step();
            }
            return recorder.finish(run.state());
        }
    }
}
