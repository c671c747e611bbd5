package matterbook.md;

import matterbook.core.Digits;
import matterbook.core.UserError;
import matterbook.particles.Configuration;
import matterbook.particles.Fluid;
import matterbook.particles.State;

/** Notices a run that explodes, and says what to do about it. */
final class Guard {
    /** No particle of diameter 1 goes this far in a step that is short enough. */
    private static final double FAR = 0.5;
    private static final double LOST = 100;
    /** What the fastest may go in a step that is proposed. */
    private static final double SHORT = 0.02;
    /** A time step so much shorter than the one asked for means that particles overlap. */
    private static final double HOPELESS = 1e-3;

    private final Integrator integrator;
    private final double proposal;

    /** Takes the start, with its forces; refuses particles that overlap. */
    Guard(State start, Integrator integrator) {
        this.integrator = integrator;
        double dt = integrator.timeStep();
        double shorter = dt;
        boolean finite = Double.isFinite(start.largestForce()) && Double.isFinite(start.energy);
        while (finite && shorter > dt * HOPELESS && !(integrator.largestMove(start, shorter) < SHORT)) {
            shorter /= 2;
        }
        proposal = Math.min(shorter, dt / 4);
        if (!finite || shorter <= dt * HOPELESS) {
            throw new UserError(closest(start.fluid()));
        }
        if (start.largestForce() > 0 && integrator.largestMove(start, dt) >= FAR) {
            throw new UserError(tooLong(integrator.largestMove(start, dt), 1));
        }
    }

    /** Refuses a state that cannot be true. */
    void check(State state, long step) {
        double force = state.largestForce();
        double move = integrator.largestMove(state, integrator.timeStep());
        boolean wild = force > 0 && !(move < FAR);
        if (wild || !Double.isFinite(move) || !Double.isFinite(force)) {
            throw new UserError(tooLong(move, step));
        }
    }

    private String tooLong(double move, long step) {
        double dt = integrator.timeStep();
        // how much more hangs on rounding
        String what = "a particle moves by " + (move < LOST ? Digits.shortest(move, 2) : "more than 100")
                + " in one step";
        return "the run explodes at step " + step + " (" + what + "): the time step " + dt
                + " is too long; try " + Digits.shortest(roundedDown(proposal), 1);
    }

    private static double roundedDown(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.max(1, Math.floor(value / unit * (1 + 1e-9))) * unit;
    }

    private static String closest(Fluid fluid) {
        Configuration.Pair pair = fluid.configuration().closestPair();
        return "particles " + pair.first() + " and " + pair.second() + " overlap: they are "
                + Digits.shortest(pair.distance(), 3) + " apart at the start";
    }
}
