package matterbook.mc;

import matterbook.core.Digits;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.mc.Npt.VolumeSteps;
import org.jspecify.annotations.Nullable;

/** Stretches or shrinks the box with all places in it. */
final class VolumeChange implements Move {
    private static final double TARGET = 0.4;
    private static final double LONGEST = 1;
    /** A cost with which one move in 500 million is taken. */
    private static final double NEVER = 20;

    private final Npt ensemble;
    private final Tally tally = new Tally();
    private final StepTuner tuner;
    /** Steps that are uniform in V are this multiple of the step. */
    private final double unit;
    private Trial trial = new Trial(null, null, 0);

    /** What the walk is to go on with. */
    private record Trial(@Nullable Places places,
            @Nullable PairSums pairs, double energy) {}

    VolumeChange(Npt ensemble, int size, double volume) {
        this.ensemble = ensemble;
        unit = volume;
        tuner = new StepTuner(Math.min(LONGEST, 0.5 / Math.sqrt(size)), TARGET, LONGEST);
    }

    @Override
    public double cost(FluidWalk walk, Rng rng) {
        int n = walk.places().size;
        double before = walk.places().box.volume();
        double draw = tuner.step() * (2 * rng.nextDouble() - 1);
        boolean linear = ensemble.volumeSteps() == VolumeSteps.LINEAR;
        double after = linear ? before + unit * draw : before * Math.exp(draw);
        if (after <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        // a step in ln V goes up by more than down: one ln(V' / V) more
        int power = linear ? n : n + 1;
        double cost = ensemble.pressure() * (after - before) / ensemble.temperature()
                - power * Math.log(after / before);
        double factor = Math.pow(after / before, 1.0 / walk.places().box.dimensions());
        if (walk.places().box.shortestSide() * factor < 2 * walk.reach()) {
            return tooSmall(walk, factor, cost);
        }
        Places places = walk.places().stretched(factor);
        PairSums pairs = walk.pairsOf(places);
        double energy = pairs.totals(ensemble.temperature()).energy();
        trial = new Trial(places, pairs, energy);
        double change = energy - walk.energy() + walk.tailEnergy(n, after) - walk.tailEnergy(n, before);
        return cost + change / ensemble.temperature();
    }

    /** A box in which pairs would be no pairs: harmless where the walk hardly ever goes, and otherwise refused. */
    private double tooSmall(FluidWalk walk, double factor, double cost) {
        if (cost > NEVER) {
            return Double.POSITIVE_INFINITY;
        }
        throw new UserError("at the pressure " + ensemble.pressure() + " the box shrinks to a side of "
                + Digits.shortest(walk.places().box.shortestSide() * factor, 3) + ", less than twice the cut-off "
                + Digits.shortest(walk.reach(), 4) + "; start with more particles");
    }

    @Override
    public void apply(FluidWalk walk) {
        if (trial.places != null && trial.pairs != null) {
            walk.replace(trial.places, trial.pairs, trial.energy);
        }
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void tune() {
        tuner.tune(tally);
    }

    /** The longest step, in ln V or in the volume at the start. */
    double step() {
        return tuner.step();
    }
}
