package matterbook.md;

import java.util.regex.Pattern;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.State;
import matterbook.potential.Forces;
import matterbook.potential.PairKernel;

/**
 * A run that goes on piece by piece, can be saved, and taken up again:
 *
 * <pre>{@code
 * try (var run = LongRun.start(fluid, new VelocityVerlet(0.001), forces, Rng.seeded(1))) {
 *     run.advance(10_000);
 *     run.checkpoint().save(file);
 *     run.advance(10_000);
 * }
 * }</pre>
 *
 * <p>A neighbour list remembers where particles were when it was made, and in which order it adds forces up. So
 * {@link #checkpoint} throws the list away: the run itself and one resumed from the checkpoint both go on with a new one,
 * and agree bit by bit.
 */
public final class LongRun implements AutoCloseable {
    /** A time step that is too long shows within a few steps. */
    private static final long STEPS_A_CHECK = 16;
    /** What the text of an object without one of its own ends with; another one each time Java starts. */
    private static final Pattern ADDRESS = Pattern.compile("(/0x[0-9a-f]+)?@[0-9a-f]+");

    private final Integrator integrator;
    private final Forces forces;
    private final Rng rng;
    private final Guard guard;
    private State state;
    private PairKernel kernel;
    private long step;
    private long earlierBuilds;

    private LongRun(State state, Integrator integrator, Forces forces, Rng rng, long step) {
        this.state = state;
        this.integrator = integrator;
        this.forces = forces;
        this.rng = rng;
        this.step = step;
        kernel = forces.kernel(state);
        try {
            kernel.compute(state);
            guard = new Guard(state, integrator);
        } catch (RuntimeException refused) { // the kernel's threads would go on looking out for work
            kernel.close();
            throw refused;
        }
    }

    /**
     * Starts from a fluid, which stays as it is.
     *
     * @throws UserError if the box is too small for the forces, particles overlap, or the time step is far too long
     */
    public static LongRun start(Fluid start, Integrator integrator, Forces forces, Rng rng) {
        LongRun run = new LongRun(State.of(start), integrator, forces, rng, 0);
        try {
            integrator.prepare(run.state);
        } catch (RuntimeException refused) {
            run.close();
            throw refused;
        }
        return run;
    }

    /**
     * Goes on from a checkpoint with the integrator and the forces that led to it.
     *
     * @throws UserError if they are others
     */
    public static LongRun resume(Checkpoint checkpoint, Integrator integrator, Forces forces) {
        String system = system(integrator, forces);
        if (!checkpoint.system().equals(system)) {
            throw new UserError("this checkpoint is of another system: it was moved by " + checkpoint.system()
                    + ", not by " + system);
        }
        return new LongRun(state(checkpoint.fluid(), checkpoint.displacement()), integrator, forces,
                checkpoint.rng(), checkpoint.step());
    }

    private static State state(Fluid fluid, double[][] displacement) {
        State state = State.of(fluid);
        for (int axis = 0; axis < state.dimensions; axis++) {
            System.arraycopy(displacement[axis], 0, state.displacement[axis], 0, state.size);
        }
        return state;
    }

    private static String system(Integrator integrator, Forces forces) {
        return name(integrator) + " with " + name(forces);
    }

    /** The values of a record; of other classes, also within a record, the name alone. */
    private static String name(Object part) {
        Class<?> type = part.getClass();
        return type.isRecord()
                ? ADDRESS.matcher(part.toString()).replaceAll("")
                : type.isHidden() ? "other forces" : type.getSimpleName();
    }

    /** Makes so many steps; energies are measured at the last. */
    public void advance(long steps) {
        Require.that(steps >= 0, "the number of steps cannot be negative: " + steps);
        for (long k = 1; k <= steps; k++) {
            Stop.check();
            step(k == steps);
        }
    }

    void step(boolean measuring) {
        step++;
        state.measuring = measuring;
        try {
            integrator.step(state, kernel, rng);
        } catch (UserError failure) { // forces that are no numbers: of an explosion, or of a potential's own
            guard.check(state, step);
            throw failure;
        }
        if (measuring || step % STEPS_A_CHECK == 0) {
            guard.check(state, step);
        }
    }

    /** How many steps were made since the start. */
    public long step() {
        return step;
    }

    /** The time since the start. */
    public double time() {
        return step * integrator.timeStep();
    }

    /**
     * How often neighbour lists were made since the run was started or resumed: about {@code step() / listBuilds()} steps
     * go by on one list. Where that is few, a larger skin may be faster ({@link matterbook.potential.PairForces#skin}).
     */
    public long listBuilds() {
        return earlierBuilds + kernel.builds();
    }

    /** The fluid as it is now. */
    public Fluid fluid() {
        return state.fluid();
    }

    /** What the particles show now. */
    public Measurement measure() {
        double kinetic = integrator.kineticEnergy(state);
        double freedom = (double) state.dimensions * state.size;
        return new Measurement(time(), kinetic, state.energy, state.virial, 2 * kinetic / freedom,
                (2 * kinetic + state.virial) / (state.dimensions * state.box.volume()));
    }

    /** All that is needed to go on from here; the neighbour list is made anew. */
    public Checkpoint checkpoint() {
        double[][] displacement = new double[state.dimensions][state.size];
        for (int axis = 0; axis < state.dimensions; axis++) {
            for (int i = 0; i < state.size; i++) {
                displacement[axis][state.id[i]] = state.displacement[axis][i];
            }
        }
        Fluid now = state.fluid();
        earlierBuilds += kernel.builds();
        kernel.close();
        state = state(now, displacement);
        kernel = forces.kernel(state);
        kernel.compute(state);
        return new Checkpoint(now, displacement, step, rng.state(), system(integrator, forces), "");
    }

    State state() {
        return state;
    }

    @Override
    public void close() {
        kernel.close();
    }
}
