package matterbook.mc;

import matterbook.core.Rng;

/** Shifts one particle by up to a step along each axis. */
final class Shift implements Move {
    private static final double TARGET = 0.4;

    private final Tally tally = new Tally();
    private final StepTuner tuner;
    private final boolean flat;
    private int particle;
    private double x;
    private double y;
    private double z;
    private double change;

    Shift(double step, double longest, boolean flat) {
        this.flat = flat;
        tuner = new StepTuner(step, TARGET, Math.max(step, longest));
    }

    @Override
    public double cost(FluidWalk walk, Rng rng) {
        Places places = walk.places();
        if (places.size == 0) {
            return Double.POSITIVE_INFINITY;
        }
        particle = rng.nextInt(places.size);
        double step = tuner.step();
        x = places.x[particle] + step * (2 * rng.nextDouble() - 1);
        y = places.y[particle] + step * (2 * rng.nextDouble() - 1);
        z = flat ? 0 : places.z[particle] + step * (2 * rng.nextDouble() - 1);
        change = walk.pairs().change(particle, x, y, z);
        return walk.beta() * change;
    }

    @Override
    public void apply(FluidWalk walk) {
        walk.places().put(particle, x, y, z);
        walk.pairs().moved(particle);
        walk.addEnergy(change);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void tune() {
        tuner.tune(tally);
    }

    double step() {
        return tuner.step();
    }
}
