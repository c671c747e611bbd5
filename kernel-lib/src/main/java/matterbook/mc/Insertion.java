package matterbook.mc;

import matterbook.core.Rng;
import matterbook.particles.PeriodicBox;

/** Adds a particle at a random place. */
final class Insertion implements Move {
    private final double activity;
    private final Tally tally = new Tally();
    private double x;
    private double y;
    private double z;
    private double change;

    Insertion(double activity) {
        this.activity = activity;
    }

    @Override
    public double cost(FluidWalk walk, Rng rng) {
        PeriodicBox box = walk.places().box;
        int n = walk.places().size;
        x = box.width() * rng.nextDouble();
        y = box.height() * rng.nextDouble();
        z = box.depth() * rng.nextDouble();
        change = walk.pairs().energyAt(PairSums.NOBODY, x, y, z);
        double tail = walk.tailEnergy(n + 1, box.volume()) - walk.tailEnergy(n, box.volume());
        return walk.beta() * (change + tail) - Math.log(activity * box.volume() / (n + 1));
    }

    @Override
    public void apply(FluidWalk walk) {
        walk.places().add(x, y, z);
        walk.pairs().added();
        walk.addEnergy(change);
    }

    @Override
    public Tally tally() {
        return tally;
    }
}
