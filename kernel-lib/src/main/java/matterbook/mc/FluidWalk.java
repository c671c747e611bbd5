package matterbook.mc;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.potential.CutPotential;
import matterbook.potential.TailCorrection;

/** The loop of every run of {@link Ensemble}, and the state that its moves change. */
final class FluidWalk {
    private static final int SWEEPS_A_TUNING = 20;
    private static final int MOVES_A_CHECK = 256;
    private static final double TOLERANCE = 1e-9;

    private final Ensemble ensemble;
    private final Fluid start;
    private final CutPotential potential;
    private final Rng rng;
    private final double beta;
    private final double reach;
    /** The tail of the energy is this times N² / V. */
    private final double tailEnergy;
    private final double tailPressure;
    private final Moves moves;
    private Places places;
    private PairSums pairs;
    private double energy;

    FluidWalk(Ensemble ensemble, Fluid start, CutPotential potential, Rng rng) {
        this.ensemble = ensemble;
        this.start = start;
        this.potential = potential;
        this.rng = rng;
        beta = 1 / ensemble.temperature();
        if (ensemble instanceof GrandCanonical && start.diameters().length > 0) {
            throw new UserError("particles that come and go must all have the same diameter");
        }
        TailCorrection tail = potential.tail();
        tailEnergy = ensemble.tail() ? tail.energyPerParticle(1, start.dimensions()) : 0;
        tailPressure = ensemble.tail() ? tail.pressure(1, start.dimensions()) : 0;
        places = Places.of(start);
        reach = PairSums.reach(potential) * places.largestDiameter();
        pairs = pairsOf(places);
        energy = Overlap.requireNone(places, pairs.totals(ensemble.temperature()).energy(), ensemble.temperature());
        moves = Moves.of(ensemble, start);
    }

    McRun run(Sweeps sweeps) {
        McRecorder recorder = new McRecorder(ensemble, start, sweeps);
        try (Progress progress = Progress.start("Monte Carlo", sweeps.equilibration() + sweeps.production())) {
            for (long t = 1; t <= sweeps.equilibration(); t++) {
                sweep(Math.max(places.size, start.size()));
                if (t % SWEEPS_A_TUNING == 0) {
                    moves.all().forEach(Move::tune);
                }
                progress.step();
            }
            moves.all().forEach(move -> move.tally().reset());
            // the way down from an unlikely start is steep: its rounding errors are left behind
            energy = pairs.totals(ensemble.temperature()).energy();
            // a number of moves that hung on N would favour some N over others
            int length = Math.max(places.size, start.size());
            record(recorder, 0);
            for (long t = 1; t <= sweeps.production(); t++) {
                sweep(length);
                record(recorder, t);
                progress.step();
            }
        }
        requireBooked(pairs.totals(ensemble.temperature()).energy());
        return recorder.finish(places, moves);
    }

    private void sweep(int particles) {
        int length = moves.length(particles);
        for (int m = 0; m < length; m++) {
            if (m % MOVES_A_CHECK == 0) {
                Stop.check();
            }
            Move move = moves.next(particles, rng);
            double cost = move.cost(this, rng);
            boolean taken = cost <= 0 || rng.nextDouble() < Math.exp(-cost);
            if (!(cost > Double.NEGATIVE_INFINITY)) {
                throw new UserError("the energy of a particle changes by " + cost / beta
                        + "; a potential's energy must be a number above minus infinity");
            }
            if (taken) {
                move.apply(this);
            }
            move.tally().count(taken);
        }
    }

    private void record(McRecorder recorder, long sweep) {
        if (recorder.sweeps().measuredAt(sweep)) {
            PairSums.Totals totals = pairs.totals(ensemble.temperature());
            requireBooked(totals.energy());
            double volume = places.box.volume();
            double density = places.size / volume;
            recorder.add(sweep, places, energy + tailEnergy(places.size, volume), totals.virial(),
                    density * ensemble.temperature() + totals.virial() / (start.dimensions() * volume)
                            + tailPressure * density * density);
        }
        recorder.keep(sweep, places);
    }

    /** The energy summed up move by move must be that of the places. */
    private void requireBooked(double recomputed) {
        if (!(Math.abs(energy - recomputed) <= TOLERANCE * Math.max(1, Math.abs(recomputed)))) {
            throw new UserError("the energy added up over the moves is " + Digits.of(energy, 12)
                    + ", that of the places is " + Digits.of(recomputed, 12)
                    + ": the potential does not give the same energy for the same distance");
        }
    }

    Places places() {
        return places;
    }

    PairSums pairs() {
        return pairs;
    }

    PairSums pairsOf(Places other) {
        return PairSums.of(other, potential, ensemble.allPairs());
    }

    /** Up to where pairs count. */
    double reach() {
        return reach;
    }

    double beta() {
        return beta;
    }

    /** The energy of all pairs, as it was summed up. */
    double energy() {
        return energy;
    }

    void addEnergy(double change) {
        energy += change;
    }

    void replace(Places newPlaces, PairSums newPairs, double newEnergy) {
        places = newPlaces;
        pairs = newPairs;
        energy = newEnergy;
    }

    double tailEnergy(int size, double volume) {
        return tailEnergy * size * size / volume;
    }
}
