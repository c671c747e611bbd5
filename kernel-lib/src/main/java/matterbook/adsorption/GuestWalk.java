package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.mc.Acceptance;
import matterbook.mc.StepTuner;

/**
 * One guest that walks through a framework by Metropolis moves: a shift, a turn about any axis, or a jump to any place and
 * orientation, a third each. Shifts and turns find the depth of a well, jumps go from one well to the others. Each is as
 * likely as its way back, and taken with the probability min(1, exp(-dU/RT)) (N. Metropolis et al., J. Chem. Phys. 21, 1087
 * (1953)): in the end poses come with the probability exp(-U/RT).
 */
public final class GuestWalk {
    private static final int KINDS = 3;
    private static final int SHIFT = 0;
    private static final int TURN = 1;
    private static final double GOOD_RATE = 0.4;
    private static final double FIRST_SHIFT = 0.5;
    private static final double FIRST_TURN = 0.5;
    private static final int MOST_TRIES = 1_000_000;
    private static final int CHECK_EVERY = 256;
    private static final int MEMORY = 11;

    private final EnergySurface surface;
    private final double rt;
    private final Rng rng;
    private final StepTuner[] steps;
    private final double[] step;
    private final long[] taken = new long[KINDS];
    private final long[] proposed = new long[KINDS];
    private Pose pose;
    private double energy;
    private long energies;

    private GuestWalk(EnergySurface surface, double rt, Rng rng, Pose pose) {
        this.surface = surface;
        this.rt = rt;
        this.rng = rng;
        this.pose = pose;
        steps = new StepTuner[]{new StepTuner(FIRST_SHIFT, GOOD_RATE, surface.framework().cell().leastWidth() / 2),
                new StepTuner(FIRST_TURN, GOOD_RATE, Math.PI)};
        step = new double[]{FIRST_SHIFT, FIRST_TURN};
    }

    /**
     * A guest at some place where it can be.
     *
     * @param temperature in K
     * @throws UserError if none is found in a million tries
     */
    public static GuestWalk start(EnergySurface surface, double temperature, Rng rng) {
        double rt = Codata.KJ_PER_MOL_PER_KELVIN * Require.positive(temperature, "the temperature");
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            Pose pose = Pose.uniform(surface.framework().cell(), rng);
            double energy = surface.kjPerMol(pose.sites(surface.guest()));
            if (energy < Double.POSITIVE_INFINITY) {
                GuestWalk walk = new GuestWalk(surface, rt, rng, pose);
                walk.energy = energy;
                walk.energies = attempt;
                return walk;
            }
            if (attempt % CHECK_EVERY == 0) {
                Stop.check();
            }
        }
        throw new UserError("no place for " + surface.guest().name() + " in " + surface.framework().crystal().name()
                + " among " + MOST_TRIES + " tries: the guest is larger than the pores");
    }

    /** A walk that goes on from the {@link #memory()} of another, with the generator as it was. */
    static GuestWalk resumed(EnergySurface surface, double temperature, Rng rng, double[] memory) {
        Require.that(memory.length == MEMORY, "a guest's walk remembers " + MEMORY + " numbers, not " + memory.length);
        GuestWalk walk = new GuestWalk(surface, Codata.KJ_PER_MOL_PER_KELVIN * temperature, rng,
                new Pose(memory[0], memory[1], memory[2], memory[3], memory[4], memory[5], memory[6]));
        walk.energy = memory[7];
        walk.step[SHIFT] = memory[8];
        walk.step[TURN] = memory[9];
        walk.energies = (long) memory[10];
        return walk;
    }

    /** Makes so many moves. */
    public void moves(int count) {
        for (int n = 0; n < count; n++) {
            move();
            if (n % CHECK_EVERY == 0) {
                Stop.check();
            }
        }
    }

    private void move() {
        int kind = rng.nextInt(KINDS);
        Pose trial = switch (kind) {
            case SHIFT -> shifted();
            case TURN -> turned();
            default -> Pose.uniform(surface.framework().cell(), rng);
        };
        double there = surface.kjPerMol(trial.sites(surface.guest()));
        energies++;
        proposed[kind]++;
        if (there <= energy || rng.nextDouble() < Math.exp((energy - there) / rt)) {
            pose = trial;
            energy = there;
            taken[kind]++;
        }
    }

    private Pose shifted() {
        double[] r = surface.framework().cell().wrap(pose.x() + step[SHIFT] * (2 * rng.nextDouble() - 1),
                pose.y() + step[SHIFT] * (2 * rng.nextDouble() - 1),
                pose.z() + step[SHIFT] * (2 * rng.nextDouble() - 1));
        return new Pose(r[0], r[1], r[2], pose.w(), pose.i(), pose.j(), pose.k());
    }

    /** The product of the quaternion of a turn by an angle of at most a step about any axis, and that of the pose. */
    private Pose turned() {
        double z = 2 * rng.nextDouble() - 1;
        double around = 2 * Math.PI * rng.nextDouble();
        double angle = step[TURN] * (2 * rng.nextDouble() - 1);
        double a = Math.cos(angle / 2);
        double b = Math.sin(angle / 2) * Math.sqrt(1 - z * z) * Math.cos(around);
        double c = Math.sin(angle / 2) * Math.sqrt(1 - z * z) * Math.sin(around);
        double d = Math.sin(angle / 2) * z;
        Pose p = pose;
        return new Pose(p.x(), p.y(), p.z(), a * p.w() - b * p.i() - c * p.j() - d * p.k(),
                a * p.i() + b * p.w() + c * p.k() - d * p.j(), a * p.j() - b * p.k() + c * p.w() + d * p.i(),
                a * p.k() + b * p.j() - c * p.i() + d * p.w());
    }

    /**
     * Makes shifts and turns longer or shorter so that about 40 % are taken, and counts anew. For equilibration alone: steps
     * that depend on the past bias what follows.
     */
    public void tune() {
        for (int kind = 0; kind < steps.length; kind++) {
            steps[kind].tune(acceptance(kind));
            step[kind] = steps[kind].step();
        }
        for (int kind = 0; kind < KINDS; kind++) {
            taken[kind] = 0;
            proposed[kind] = 0;
        }
    }

    private Acceptance acceptance(int kind) {
        return new Acceptance(taken[kind], proposed[kind]);
    }

    /** How many shifts were taken since the last tuning. */
    public Acceptance shifts() {
        return acceptance(SHIFT);
    }

    /** How many turns were taken since the last tuning. */
    public Acceptance turns() {
        return acceptance(TURN);
    }

    /** How many jumps were taken since the last tuning. */
    public Acceptance jumps() {
        return acceptance(KINDS - 1);
    }

    public Pose pose() {
        return pose;
    }

    /** The energy where the guest is. */
    public double kjPerMol() {
        return energy;
    }

    /** How often an energy was calculated. */
    public long energies() {
        return energies;
    }

    /** Pose, energy, both steps and the number of energies: with the generator's state all that determines what comes. */
    double[] memory() {
        return new double[]{pose.x(), pose.y(), pose.z(), pose.w(), pose.i(), pose.j(), pose.k(), energy, step[SHIFT],
                step[TURN], energies};
    }

    @Override
    public String toString() {
        return surface.guest().name() + " at " + pose + ", " + energy + " kJ/mol";
    }
}
