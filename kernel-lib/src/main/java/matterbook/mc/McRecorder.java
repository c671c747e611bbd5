package matterbook.mc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.particles.Fluid;
import org.jspecify.annotations.Nullable;

/** Collects what a walk measures. */
final class McRecorder {
    /** Sweep, energy, virial, pressure, volume and number of particles. */
    private static final int COLUMNS = 6;
    private static final int FIRST_ROOM = 1024;

    private final Ensemble ensemble;
    private final Fluid start;
    private final Sweeps sweeps;
    private final List<Fluid> frames = new ArrayList<>();
    private final List<Double> frameSweeps = new ArrayList<>();
    private double[][] columns = new double[COLUMNS][FIRST_ROOM];
    private int rows;

    McRecorder(Ensemble ensemble, Fluid start, Sweeps sweeps) {
        this.ensemble = ensemble;
        this.start = start;
        this.sweeps = sweeps;
    }

    Sweeps sweeps() {
        return sweeps;
    }

    void add(long sweep, Places places, double energy, double virial, double pressure) {
        if (rows == columns[0].length) {
            columns = Arrays.stream(columns).map(column -> Arrays.copyOf(column, 2 * rows)).toArray(double[][]::new);
        }
        double[] row = {sweep, energy, virial, pressure, places.box.volume(), places.size};
        for (int c = 0; c < COLUMNS; c++) {
            columns[c][rows] = row[c];
        }
        rows++;
    }

    /** Keeps a frame if it is time for one; an empty box makes none. */
    void keep(long sweep, Places places) {
        if (sweeps.keptAt(sweep) && places.size > 0) {
            frames.add(places.fluid(start));
            frameSweeps.add((double) sweep);
        }
    }

    McRun finish(Places places, Moves moves) {
        double[][] full = Arrays.stream(columns).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new);
        @Nullable
        Fluid last = places.size == 0 ? null : places.fluid(start);
        return new McRun(ensemble, start.dimensions(), full, moves, new McRun.Frames(frameSweeps, frames, last));
    }
}
