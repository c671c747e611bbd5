package matterbook.mc;

import matterbook.core.Rng;

/** Takes out a particle drawn at random. */
final class Deletion implements Move {
    private final double activity;
    private final Tally tally = new Tally();
    private int particle;
    private double change;

    Deletion(double activity) {
        this.activity = activity;
    }

    @Override
    public double cost(FluidWalk walk, Rng rng) {
        Places places = walk.places();
        int n = places.size;
        if (n == 0) {
            return Double.POSITIVE_INFINITY;
        }
        particle = rng.nextInt(n);
        change = -walk.pairs().energyAt(particle, places.x[particle], places.y[particle], places.z[particle]);
        double volume = places.box.volume();
        double tail = walk.tailEnergy(n - 1, volume) - walk.tailEnergy(n, volume);
        return walk.beta() * (change + tail) - Math.log(n / (activity * volume));
    }

    @Override
    public void apply(FluidWalk walk) {
        walk.pairs().leaving(particle);
        walk.places().remove(particle);
        walk.addEnergy(change);
    }

    @Override
    public Tally tally() {
        return tally;
    }
}
