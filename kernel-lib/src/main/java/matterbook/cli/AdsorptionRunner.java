package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import matterbook.core.Progress;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.notebook.display.TerminalProgress;
import matterbook.notebook.file.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of a calculation that can be stopped and gone on with: it keeps a checkpoint in a folder while it goes on, and
 * its result there in the end.
 */
final class AdsorptionRunner {
    private static final int STOPPED = 130;
    private static final long SAVE_NANOS = 5_000_000_000L;

    @Option(names = "--out", paramLabel = "DIR", description = "Where a checkpoint is kept while it goes on, and the result as JSON in the end.")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Goes on with the run in --out that was stopped.")
    private boolean resume;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    /** A calculation in pieces. */
    interface Job {
        /** Its name in its files. */
        String name();

        long steps();

        long done();

        /** The next piece. */
        void advance(Progress progress);

        void save(Path checkpoint) throws IOException;

        void load(Path checkpoint) throws IOException;

        String json();

        String text();
    }

    /** Makes the calculation, which may take a while to prepare. */
    interface Preparation {
        Job prepare() throws IOException;
    }

    /**
     * Carries it out, and prints its result.
     *
     * @param again the words of the command
     */
    int run(Preparation preparation, String again, PrintWriter writer, PrintWriter err) throws IOException {
        if (resume && out == null) {
            throw new UserError("--resume needs --out DIR, the folder of the run that was stopped");
        }
        if (resume && out != null && !Files.isDirectory(out)) {
            throw new UserError("there is no run to go on with in " + out
                    + ": leave --resume out to begin one, or name its folder with --out");
        }
        ProgressLine line = ProgressLine.to(err);
        Progress.listen((progress, finished) -> line.passing(progress.label() + "  " + progress.done() + "/"
                + progress.total() + "  " + TerminalProgress.timeLeft(progress.remainingSeconds())));
        try (StopOnSignal _ = new StopOnSignal()) {
            Job job = out == null ? whole(preparation.prepare()) : kept(preparation, out);
            line.clear();
            writer.println(json ? job.json() : job.text());
            return 0;
        } catch (Stopped _) {
            line.clear();
            err.println("matterbook: stopped; " + (out == null
                    ? "nothing was kept: with --out DIR it could go on"
                    : "go on with: matterbook adsorption " + again + " --resume --out " + out));
            return STOPPED;
        } finally {
            Progress.silence();
        }
    }

    private static Job whole(Job job) {
        try (Progress progress = Progress.start(job.name(), job.steps())) {
            while (job.done() < job.steps()) {
                job.advance(progress);
            }
        }
        return job;
    }

    private Job kept(Preparation preparation, Path folder) throws IOException {
        try (OutFolder held = OutFolder.lock(folder)) {
            Job job = preparation.prepare();
            Path checkpoint = held.path().resolve(job.name() + ".checkpoint");
            if (Files.exists(checkpoint)) {
                if (!resume) {
                    throw new UserError(folder
                            + " holds an unfinished run: go on with --resume, give another --out, or delete it");
                }
                job.load(checkpoint);
            }
            advance(job, checkpoint);
            WholeFile.write(held.path().resolve(job.name() + ".json"), job.json() + "\n");
            Files.deleteIfExists(checkpoint);
            return job;
        }
    }

    private static void advance(Job job, Path checkpoint) throws IOException {
        long saved = System.nanoTime();
        try (Progress progress = Progress.start(job.name(), job.steps())) {
            progress.step(job.done());
            while (job.done() < job.steps()) {
                job.advance(progress);
                if (System.nanoTime() - saved > SAVE_NANOS) {
                    job.save(checkpoint);
                    saved = System.nanoTime();
                }
            }
        }
    }
}
