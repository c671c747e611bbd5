package matterbook.notebook.run;

import java.nio.file.Path;
import java.time.Duration;

import matterbook.core.Require;

/**
 * How notebooks run.
 *
 * @param cellBudget the longest a cell may take
 * @param keepGoing whether later cells run after one failed
 * @param folder the working folder of the cells' code
 * @param heapMegabytes memory of the child JVM's heap
 * @param quick whether the child has the quick compiler alone, which is less work for many short cells and more for long
 *            loops
 */
public record RunOptions(Duration cellBudget, boolean keepGoing, Path folder, int heapMegabytes, boolean quick) {
    private static final int HEAP_MEGABYTES = 1024;

    public RunOptions {
        Require.that(cellBudget.isPositive(), "a cell's time budget must be above 0, not " + cellBudget);
        Require.positive(heapMegabytes, "the heap in MB");
    }

    /** Stops at the first cell that fails; 1 GB of heap. */
    public static RunOptions of(Duration cellBudget, Path folder) {
        return new RunOptions(cellBudget, false, folder, HEAP_MEGABYTES, false);
    }

    public RunOptions goingOn() {
        return new RunOptions(cellBudget, true, folder, heapMegabytes, quick);
    }

    public RunOptions quickly() {
        return new RunOptions(cellBudget, keepGoing, folder, heapMegabytes, true);
    }
}
