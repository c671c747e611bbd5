package matterbook.stats;

import matterbook.core.Require;

/**
 * One independent repetition of a measurement: a value and the seed by which anyone gets it again. Two replicates
 * with the same seed are one measurement, not two.
 *
 * @param value finite, in the unit of the measurement
 */
public record Replicate(long seed, double value) {
    public Replicate {
        Require.that(Double.isFinite(value), "the value of a replicate must be a finite number, not " + value);
    }
}
