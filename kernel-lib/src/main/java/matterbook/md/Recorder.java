package matterbook.md;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.particles.Fluid;
import matterbook.particles.State;

/** Collects what a run measures. */
final class Recorder {
    /** Time, both energies, virial, three of momentum and three of angular momentum. */
    private static final int COLUMNS = 10;
    private static final int FIRST_ROOM = 1024;

    private final Every every;
    private final Integrator integrator;
    private final long steps;
    private final List<Fluid> frames = new ArrayList<>();
    private final List<Double> frameTimes = new ArrayList<>();
    private double[][] columns = new double[COLUMNS][FIRST_ROOM];
    private int rows;

    Recorder(long steps, Every every, Integrator integrator) {
        this.steps = steps;
        this.every = every;
        this.integrator = integrator;
    }

    void record(State state, long step) {
        if (every.measuredAt(step)) {
            if (rows == columns[0].length) {
                columns = Arrays.stream(columns).map(column -> Arrays.copyOf(column, 2 * rows))
                        .toArray(double[][]::new);
            }
            columns[0][rows] = step * integrator.timeStep();
            columns[1][rows] = integrator.kineticEnergy(state);
            columns[2][rows] = state.energy;
            columns[3][rows] = state.virial;
            for (int axis = 0; axis < 3; axis++) {
                columns[4 + axis][rows] = axis < state.dimensions ? state.momentum(axis) : 0;
                columns[7 + axis][rows] = axis == 2 || state.dimensions == 3 ? state.angularMomentum(axis) : 0;
            }
            rows++;
        }
        if (every.keptAt(step)) {
            frames.add(state.fluid());
            frameTimes.add(step * integrator.timeStep());
        }
    }

    MdRun finish(State state) {
        double[][] full = Arrays.stream(columns).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new);
        double[] times = frameTimes.stream().mapToDouble(Double::doubleValue).toArray();
        return new MdRun(full, times, frames, state.fluid(), steps);
    }
}
