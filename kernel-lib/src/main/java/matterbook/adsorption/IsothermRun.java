package matterbook.adsorption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Estimate;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;

/**
 * An isotherm while it is sampled, pressure by pressure, each from the guests that the last one left. It can be saved between
 * two pieces and goes on bit by bit as if it had not been stopped.
 */
public final class IsothermRun {
    /** Of a pressure's sweeps between two possible ends. */
    private static final int PIECES = 50;
    /** Sweep, sums and steps, then what was counted. */
    private static final int HEADER = 12;

    private final GuestMonteCarlo settings;
    private final double[] pressures;
    private final long sweeps;
    private final List<IsothermPoint> points = new ArrayList<>();
    private AdsorptionWalk walk;
    private long done;
    private final double[] guests;
    private final double[] energy;

    IsothermRun(GuestMonteCarlo settings, double[] pressures, long sweeps, Rng rng) {
        Require.that(pressures.length > 0, "an isotherm needs a pressure");
        for (int p = 0; p < pressures.length; p++) {
            Require.positive(pressures[p], "the pressure");
            Require.that(p == 0 || pressures[p] > pressures[p - 1],
                    "pressures must rise: " + Arrays.toString(pressures));
        }
        GuestMonteCarlo.checkSweeps(sweeps);
        this.settings = settings;
        this.pressures = pressures.clone();
        this.sweeps = sweeps;
        guests = new double[(int) sweeps];
        energy = new double[(int) sweeps];
        walk = settings.walk(pressures[0], rng);
    }

    /** All sweeps, those of equilibration among them. */
    public long sweeps() {
        return pressures.length * (GuestMonteCarlo.equilibration(sweeps) + sweeps);
    }

    /** How many sweeps are done. */
    public long done() {
        return points.size() * (GuestMonteCarlo.equilibration(sweeps) + sweeps) + done;
    }

    public boolean isFinished() {
        return points.size() == pressures.length;
    }

    /** The next piece of the present pressure. */
    public void advance(Progress progress) {
        long before = GuestMonteCarlo.equilibration(sweeps);
        long all = before + sweeps;
        long end = Math.min(all, done + Math.max(1, all / PIECES));
        for (; done < end; done++) {
            if (done < before) {
                GuestMonteCarlo.equilibrate(walk, done);
            } else {
                walk.sweep();
                guests[(int) (done - before)] = walk.state.size;
                energy[(int) (done - before)] = walk.energy();
            }
            progress.step();
        }
        if (done == all) {
            finishPoint();
        }
    }

    private void finishPoint() {
        double pressure = pressures[points.size()];
        GuestRun run = new GuestRun(settings, guests.clone(), energy.clone(), walk,
                new DensityMap.Counter(settings.surface().framework().cell()).map());
        Estimate loading = run.molPerKg();
        Estimate heat = loading.value() > 0 ? run.heatKjPerMol() : new Estimate(Double.NaN, Double.NaN);
        points.add(new IsothermPoint(pressure, loading, run.guestsPerCell(), heat, run.insertions()));
        done = 0;
        if (!isFinished()) {
            AdsorptionWalk next = settings.walk(pressures[points.size()], walk.rng);
            next.state = walk.state;
            next.pairEnergy = walk.pairEnergy;
            next.shift = walk.shift;
            next.turn = walk.turn;
            walk = next;
        }
    }

    /** The points so far. */
    public Isotherm isotherm() {
        return new Isotherm(settings.temperature(), points);
    }

    /**
     * Writes all that it needs to go on into a file.
     *
     * @param settingsLine what is calculated, in one line
     */
    public void save(Path file, String settingsLine) throws IOException {
        List<double[]> rows = new ArrayList<>();
        rows.add(header());
        rows.addAll(walk.state.rows());
        int measured = (int) Math.max(0, done - GuestMonteCarlo.equilibration(sweeps));
        rows.add(Arrays.copyOf(guests, measured));
        rows.add(Arrays.copyOf(energy, measured));
        points.forEach(point -> rows.add(point.row()));
        new RunText(settingsLine, walk.rng, rows).save(file);
    }

    private double[] header() {
        double[] header = new double[HEADER];
        header[0] = done;
        header[1] = walk.pairEnergy;
        header[2] = walk.shift;
        header[3] = walk.turn;
        for (int kind = 0; kind < 4; kind++) {
            header[4 + kind] = walk.taken[kind];
            header[8 + kind] = walk.proposed[kind];
        }
        return header;
    }

    /**
     * Goes on where {@link #save} left off.
     *
     * @throws UserError if the file is no checkpoint, damaged, or of other settings
     */
    public void load(Path file, String settingsLine) throws IOException {
        RunText text = RunText.load(file, settingsLine);
        List<double[]> rows = text.rows();
        if (rows.size() < 7 || rows.getFirst().length != HEADER) {
            throw new UserError(file + ": not a checkpoint of an isotherm");
        }
        points.clear();
        rows.subList(7, rows.size()).forEach(row -> points.add(IsothermPoint.of(row)));
        double[] header = rows.getFirst();
        walk = settings.walk(pressures[Math.min(points.size(), pressures.length - 1)], text.rng());
        walk.state = GuestState.read(settings.surface().guest().size(), rows.subList(1, 5));
        done = (long) header[0];
        walk.pairEnergy = header[1];
        walk.shift = header[2];
        walk.turn = header[3];
        for (int kind = 0; kind < 4; kind++) {
            walk.taken[kind] = (long) header[4 + kind];
            walk.proposed[kind] = (long) header[8 + kind];
        }
        System.arraycopy(rows.get(5), 0, guests, 0, rows.get(5).length);
        System.arraycopy(rows.get(6), 0, energy, 0, rows.get(6).length);
    }
}
