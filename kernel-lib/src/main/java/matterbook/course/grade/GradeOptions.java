package matterbook.course.grade;

import java.time.Duration;
import java.util.Set;

import matterbook.core.Require;

/**
 * How a class is graded.
 *
 * @param cellBudget the longest a cell may take
 * @param heapMegabytes memory of the child JVM's heap
 * @param jobs submissions graded at once
 * @param regrade submissions that an earlier run graded are graded anew if a check of theirs ended so
 */
public record GradeOptions(Duration cellBudget, int heapMegabytes, int jobs, Set<Outcome> regrade) {
    /** A whole submission may take as long as so many cells. */
    private static final int CELLS = 20;
    private static final int MOST_JOBS = 2;

    /** 30 s a cell, half a gigabyte of heap, as many jobs as cores but two at most; nothing is graded twice. */
    public static final GradeOptions STANDARD = new GradeOptions(Duration.ofSeconds(30), 512,
            Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors()), Set.of());

    public GradeOptions {
        Require.that(cellBudget.isPositive(), "a cell's time budget must be above 0, not " + cellBudget);
        Require.positive(heapMegabytes, "the heap in MB");
        Require.that(jobs >= 1 && jobs <= 64, "jobs must be 1 to 64, not " + jobs);
        regrade = Set.copyOf(regrade);
    }

    /** The same with other jobs. */
    public GradeOptions withJobs(int count) {
        return new GradeOptions(cellBudget, heapMegabytes, count, regrade);
    }

    boolean regrade(Outcome outcome) {
        return regrade.contains(outcome);
    }

    Duration submissionBudget() {
        return cellBudget.multipliedBy(CELLS);
    }
}
