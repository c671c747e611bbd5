package matterbook.course.grade;

import java.time.Duration;

import matterbook.core.Require;

/**
 * Limits of one submission.
 *
 * @param cellBudget the longest a cell may take
 * @param heapMegabytes memory of the child JVM's heap
 * @param jobs submissions graded at once
 */
public record GradeOptions(Duration cellBudget, int heapMegabytes, int jobs) {
    /** A whole submission may take as long as so many cells. */
    private static final int CELLS = 20;

    /** 30 s a cell and half a gigabyte of heap. */
    public static final GradeOptions STANDARD = new GradeOptions(Duration.ofSeconds(30), 512, 1);

    public GradeOptions {
        Require.that(cellBudget.isPositive(), "a cell's time budget must be above 0, not " + cellBudget);
        Require.positive(heapMegabytes, "the heap in MB");
        Require.that(jobs >= 1 && jobs <= 64, "jobs must be 1 to 64, not " + jobs);
    }

    Duration submissionBudget() {
        return cellBudget.multipliedBy(CELLS);
    }
}
