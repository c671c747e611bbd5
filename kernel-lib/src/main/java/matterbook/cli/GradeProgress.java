package matterbook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;

/**
 * A line a submission with the time left, from the pace of those that this run has graded itself since its first: what
 * comes before, such as the making of a start-up cache, comes once.
 */
final class GradeProgress implements GradeRun.Listener {
    /** So many must be graded before they have a pace. */
    private static final int LEAST = 3;

    private final ProgressLine line;
    private final Consumer<String> notes;
    private final LongSupplier nanoTime;
    private final int jobs;
    private long first;
    private int fresh;

    /**
     * @param notes receives what should stay on the screen
     * @param jobs submissions graded at once
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    GradeProgress(ProgressLine line, Consumer<String> notes, int jobs, LongSupplier nanoTime) {
        this.line = line;
        this.notes = notes;
        this.nanoTime = nanoTime;
        this.jobs = jobs;
    }

    /** What to say of a run that was stopped. */
    static String stopped(Path out) {
        return "matterbook: stopped" + (Files.isDirectory(out.resolve("results"))
                ? "; what was finished is kept: the same command goes on from there"
                : " before anything was graded");
    }

    @Override
    public synchronized void note(String text) {
        line.clear();
        notes.accept("matterbook: " + text);
    }

    @Override
    public synchronized void graded(Graded one, boolean again, int done, int total) {
        fresh += again ? 0 : 1;
        if (fresh == 1 && !again) {
            first = nanoTime.getAsLong();
        }
        line.show(String.format(Locale.ROOT, "%d/%d  %s  %s%s%s", done, total, one.student(), one.points(),
                again ? "  (graded before)" : "", left(total - done)));
    }

    /** Submissions that were graded before take no time: they say nothing of the pace. */
    private String left(int submissions) {
        if (submissions == 0 || fresh < Math.max(LEAST, jobs + 1)) {
            return "";
        }
        Duration left = Duration.ofNanos((nanoTime.getAsLong() - first) / (fresh - 1)).multipliedBy(submissions);
        return String.format(Locale.ROOT, "  %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
