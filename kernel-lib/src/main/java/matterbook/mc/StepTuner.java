package matterbook.mc;

/**
 * Makes steps longer when more moves are taken than wanted and shorter when fewer. For equilibration alone: a step
 * that depends on the past makes the walk no Markov chain, and its averages are not Boltzmann's.
 */
public final class StepTuner {
    private static final double LARGEST_CHANGE = 1.5;

    private final double target;
    private final double longest;
    private double step;

    /**
     * Begins.
     *
     * @param step the first length
     * @param target the part of the moves that shall be taken
     */
    public StepTuner(double step, double target, double longest) {
        this.step = step;
        this.target = target;
        this.longest = longest;
    }

    public double step() {
        return step;
    }

    /** By the moves counted since the last time; counts anew. */
    void tune(Tally tally) {
        tune(tally.acceptance());
        tally.reset();
    }

    /** By these moves, made with the latest step. */
    public void tune(Acceptance latest) {
        if (latest.proposed() > 0) {
            double factor = Math.clamp(latest.rate() / target, 1 / LARGEST_CHANGE, LARGEST_CHANGE);
            step = Math.min(longest, step * factor);
        }
    }
}
