package matterbook.mc;

import matterbook.core.Rng;

/**
 * A kind of trial move. {@link #cost} draws a trial and changes nothing; so a move that is not taken needs no undoing, and
 * one that is taken is made by {@link #apply}.
 */
sealed interface Move permits Shift, VolumeChange, Insertion, Deletion {
    /**
     * Draws a trial. It is to be taken with the probability min(1, exp(-cost)).
     *
     * @return infinity if it cannot be
     */
    double cost(FluidWalk walk, Rng rng);

    /** Makes the trial that was drawn last. */
    void apply(FluidWalk walk);

    Tally tally();

    /** Makes steps longer or shorter, if the move has some, and counts anew. */
    default void tune() {
        tally().reset();
    }
}
