package matterbook.fluid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.md.Checkpoint;
import matterbook.particles.Fluid;

/**
 * Carries out a run of several stages and writes it into a folder: {@code trajectory.xyz} and {@code series.csv} while it
 * goes on, {@code checkpoint} every so often, the summary at its end. A run that was stopped goes on from its checkpoint,
 * and its files come out byte by byte as if it had not been stopped.
 */
public final class FluidRun {
    /** From one checkpoint to the next, about a second; counted in steps, for they are part of what a run does. */
    private static final long CHECKPOINT_PARTICLE_STEPS = 10_000_000;

    private static final String CHECKPOINT = "checkpoint";

    private final RunPlan plan;
    private final Path folder;
    private final Listener listener;

    /** Hears how far the run is. */
    @FunctionalInterface
    public interface Listener {
        void at(String run, String stage, double time, long steps, long allSteps);
    }

    private FluidRun(RunPlan plan, Path folder, Listener listener) {
        this.plan = plan;
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * Runs from the start, or with {@code resume} from the checkpoint.
     *
     * @return the summary
     * @throws UserError if the folder holds an unfinished run and this is not to resume it, or a run of other settings
     */
    static FluidRuns.Finished run(RunPlan plan, Path folder, boolean resume, Listener listener) throws IOException {
        FluidRun run = new FluidRun(plan, folder, listener);
        Path checkpoint = folder.resolve(CHECKPOINT);
        Path summary = folder.resolve(RunSummary.FILE);
        if (resume && Files.exists(checkpoint)) {
            run.resume(Saved.load(folder));
        } else if (resume && Files.exists(summary)) {
            RunSummary.requireSame(plan, folder);
            return RunSummary.write(plan, folder);
        } else if (Files.exists(checkpoint)) {
            throw new UserError(
                    folder + " holds an unfinished run: go on with --resume, give another --out, or delete it");
        } else {
            if (Files.exists(summary)) { // the same run may be made again; another would be lost
                RunSummary.requireSame(plan, folder);
            }
            run.go(0, plan.start(), plan.rng());
        }
        FluidRuns.Finished result = RunSummary.write(plan, folder);
        Files.deleteIfExists(checkpoint);
        return result;
    }

    /** The checkpoint and its note. */
    private record Saved(Checkpoint checkpoint, RunNote note) {
        static Saved load(Path folder) throws IOException {
            try {
                Checkpoint checkpoint = Checkpoint.load(folder.resolve(CHECKPOINT));
                return new Saved(checkpoint, RunNote.parse(checkpoint.note()));
            } catch (UserError failure) {
                throw new UserError(failure.getMessage() + "; this run cannot go on: delete " + folder
                        + ", or give another --out, and begin anew without --resume", failure);
            }
        }
    }

    private void resume(Saved saved) throws IOException {
        RunNote note = saved.note();
        note.requireSame(plan.text(), "the checkpoint in " + folder);
        try (RunFiles files = RunFiles.append(folder, note.trajectoryBytes(), note.seriesBytes())) {
            Stage stage = plan.stages().get(note.stage());
            Checkpoint end;
            try (Walk run = Walk.resume(stage, saved.checkpoint(), plan.potential())) {
                end = finish(note.stage(), run, files);
            } catch (UserError failure) {
                throw inStage(note.stage(), failure);
            }
            go(note.stage() + 1, end.fluid(), end.rng(), files);
        }
    }

    private void go(int first, Fluid start, Rng rng) throws IOException {
        Files.deleteIfExists(folder.resolve(RunSummary.FILE));
        try (RunFiles files = RunFiles.append(folder, 0, 0)) {
            files.frame(0, start);
            go(first, start, rng, files);
        }
    }

    /** The stages from this one on. */
    private void go(int first, Fluid start, Rng rng, RunFiles files) throws IOException {
        Fluid fluid = start;
        Rng own = rng;
        List<Stage> stages = plan.stages();
        for (int s = first; s < stages.size(); s++) {
            try (Walk run = Walk.start(stages.get(s), fluid, plan.potential(), own)) {
                files.row(stages.get(s).name(), before(s), run.measure());
                save(s, run, files);
                Checkpoint end = finish(s, run, files);
                fluid = end.fluid();
                own = end.rng();
            } catch (UserError failure) {
                throw inStage(s, failure);
            }
        }
    }

    /** What explodes would explode again; what it has written until then is kept as that of any unfinished run. */
    private UserError inStage(int s, UserError failure) {
        return new UserError(plan.name() + ", stage [" + plan.stages().get(s).name() + "]: " + failure.getMessage()
                + (Files.exists(folder.resolve(CHECKPOINT))
                        ? "; " + folder + " keeps what it has done, so other settings need another --out"
                        : ""),
                failure);
    }

    /** Goes on to the end of a stage; returns where it ended. */
    private Checkpoint finish(int s, Walk run, RunFiles files) throws IOException {
        Stage stage = plan.stages().get(s);
        long interval = Math.max(1, CHECKPOINT_PARTICLE_STEPS / plan.start().size());
        while (run.step() < stage.steps()) {
            long next = Math.min(next(run.step(), stage.series()), next(run.step(), stage.frames()));
            next = Math.min(stage.steps(), Math.min(next, next(run.step(), interval)));
            run.advance(next - run.step());
            boolean last = next == stage.steps();
            if (next % stage.series() == 0 || last) {
                files.row(stage.name(), before(s), run.measure());
            }
            if (next % stage.frames() == 0 || last) {
                files.frame(before(s) + next * stage.timeStep(), run.fluid());
            }
            if (next % interval == 0 && !last) {
                save(s, run, files);
            }
            listener.at(plan.name(), stage.name(), before(s) + next * stage.timeStep(), stepsBefore(s) + next,
                    stepsBefore(plan.stages().size()));
        }
        return run.checkpoint();
    }

    private static long next(long step, long interval) {
        return (step / interval + 1) * interval;
    }

    private void save(int s, Walk run, RunFiles files) throws IOException {
        RunNote note = new RunNote(s, files.trajectoryBytes(), files.seriesBytes(), plan.text());
        run.checkpoint().withNote(note.text()).save(folder.resolve(CHECKPOINT));
    }

    /** The time at which a stage begins. */
    private double before(int stage) {
        return plan.stages().subList(0, stage).stream().mapToDouble(s -> s.steps() * s.timeStep()).sum();
    }

    private long stepsBefore(int stage) {
        return plan.stages().subList(0, stage).stream().mapToLong(Stage::steps).sum();
    }
}
