package matterbook.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;

/** A line a submission with the time left, from the pace of those that this run has graded itself. */
final class GradeProgress implements GradeRun.Listener {
    private final ProgressLine line;
    private final Consumer<String> notes;
    private final LongSupplier nanoTime;
    private final long start;
    private int fresh;

    /**
     * @param notes receives what should stay on the screen
     * @param nanoTime a clock such as {@link System#nanoTime}
     */
    GradeProgress(ProgressLine line, Consumer<String> notes, LongSupplier nanoTime) {
        this.line = line;
        this.notes = notes;
        this.nanoTime = nanoTime;
        start = nanoTime.getAsLong();
    }

    @Override
    public synchronized void note(String text) {
        line.clear();
        notes.accept("matterbook: " + text);
    }

    @Override
    public synchronized void graded(Graded one, boolean again, int done, int total) {
        fresh += again ? 0 : 1;
        line.show(String.format(Locale.ROOT, "%d/%d  %s  %s%s%s", done, total, one.student(), one.points(),
                again ? "  (graded before)" : "", left(total - done)));
    }

    /** Submissions that were graded before take no time: they say nothing of the pace. */
    private String left(int submissions) {
        if (submissions == 0 || fresh == 0) {
            return "";
        }
        Duration left = Duration.ofNanos((nanoTime.getAsLong() - start) / fresh).multipliedBy(submissions);
        return String.format(Locale.ROOT, "  %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
