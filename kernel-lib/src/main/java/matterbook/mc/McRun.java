package matterbook.mc;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.stats.Blocking;
import org.jspecify.annotations.Nullable;

/**
 * What a walk of {@link Ensemble} measured: series over the sweeps, averages with errors from block averages, frames, and the
 * fluid as it was at the end. With a tail in the ensemble, energies and pressures hold it.
 */
public final class McRun {
    private final Ensemble ensemble;
    private final int dimensions;
    private final double[] sweep;
    private final double[] energy;
    private final double[] virial;
    private final double[] pressure;
    private final double[] volume;
    private final double[] particles;
    private final Acceptance shifts;
    private final Acceptance volumeChanges;
    private final Acceptance insertions;
    private final Acceptance deletions;
    private final double step;
    private final double volumeStep;
    private final Frames frames;

    /** Copies of the particles at these sweeps and at the end, where the box may be empty. */
    record Frames(List<Double> sweeps, List<Fluid> fluids, @Nullable Fluid last) {}

    /** Columns: sweep, energy, virial, pressure, volume and number of particles. */
    McRun(Ensemble ensemble, int dimensions, double[][] columns, Moves moves, Frames frames) {
        this.ensemble = ensemble;
        this.dimensions = dimensions;
        sweep = columns[0];
        energy = columns[1];
        virial = columns[2];
        pressure = columns[3];
        volume = columns[4];
        particles = columns[5];
        shifts = moves.shift().tally().acceptance();
        volumeChanges = moves.volumeChanges();
        insertions = moves.insertions();
        deletions = moves.deletions();
        step = moves.shift().step();
        volumeStep = moves.volumeStep();
        this.frames = frames;
    }

    /** The sweeps of the measurements, from 0 at the end of equilibration. */
    public double[] sweep() {
        return sweep.clone();
    }

    /** The potential energy U at each measurement. */
    public double[] potentialEnergy() {
        return energy.clone();
    }

    /** U / N at each measurement; NaN where the box is empty. */
    public double[] potentialPerParticle() {
        return series(i -> energy[i] / particles[i]);
    }

    /** The sum of r·f over all pairs at each measurement, within the cut-off. */
    public double[] virial() {
        return virial.clone();
    }

    /** The pressure N T / V + virial / (d V) at each measurement, with the area for the volume in two dimensions. */
    public double[] pressure() {
        return pressure.clone();
    }

    /** The volume at each measurement; in two dimensions the area. */
    public double[] volume() {
        return volume.clone();
    }

    /** The number of particles at each measurement. */
    public double[] particles() {
        return particles.clone();
    }

    /** N / V at each measurement. */
    public double[] density() {
        return series(i -> particles[i] / volume[i]);
    }

    /** {@code <U> / <N>}. */
    public Estimate meanPotentialPerParticle() {
        double n = mean(particles);
        double ratio = mean(energy) / n;
        Estimate residue = Blocking.of(series(i -> (energy[i] - ratio * particles[i]) / n)).estimate();
        return new Estimate(ratio, residue.error());
    }

    public Estimate meanPressure() {
        return Blocking.of(pressure).estimate();
    }

    public Estimate meanVolume() {
        return Blocking.of(volume).estimate();
    }

    /** {@code <N>}. */
    public Estimate meanParticles() {
        return Blocking.of(particles).estimate();
    }

    /** {@code <N / V>}. */
    public Estimate meanDensity() {
        return Blocking.of(density()).estimate();
    }

    /**
     * The heat capacity per particle, kinetic part d / 2 included, from fluctuations: at constant volume d / 2 + (<U²> -
     * <U>²) / (N T²), at constant pressure the same with the enthalpy U + P V.
     *
     * @throws UserError where particles come and go
     */
    public Estimate heatCapacity() {
        double[] enthalpy = switch (ensemble) {
            case Nvt _ -> energy;
            case Npt npt -> series(i -> energy[i] + npt.pressure() * volume[i]);
            case GrandCanonical _ ->
                throw new UserError("a heat capacity needs a constant number of particles: sample with Nvt or Npt");
        };
        double mean = mean(enthalpy);
        double scale = particles[0] * ensemble.temperature() * ensemble.temperature();
        Estimate squares = Blocking.of(series(i -> (enthalpy[i] - mean) * (enthalpy[i] - mean) / scale)).estimate();
        return new Estimate(dimensions / 2.0 + squares.value(), squares.error());
    }

    /**
     * The isothermal compressibility -dV/dP / V from fluctuations: at constant pressure (&lt;V²> - &lt;V>²) / (T &lt;V>), with
     * particles that come and go V (&lt;N²> - &lt;N>²) / (T &lt;N>²) (J. W. Gibbs, Elementary Principles in Statistical Mechanics
     * (1902)). An ideal gas has 1 / P by both.
     *
     * @throws UserError where neither the volume nor the number of particles changes, or the box was always empty
     */
    public Estimate compressibility() {
        return switch (ensemble) {
            case Npt _ -> fluctuation(volume, 1);
            case GrandCanonical _ -> fluctuation(particles, 2).times(volume[0]);
            case Nvt _ ->
                throw new UserError(
                        "a compressibility needs a volume or a number of particles that changes: sample with "
                                + "Npt or GrandCanonical");
        };
    }

    /** The variance over T times the mean to this power; its error knows that of the mean, to first order. */
    private Estimate fluctuation(double[] x, int power) {
        double mean = mean(x);
        if (mean == 0) {
            throw new UserError("the box was always empty: there is no compressibility");
        }
        double variance = mean(series(i -> (x[i] - mean) * (x[i] - mean)));
        double scale = ensemble.temperature() * Math.pow(mean, power);
        return Blocking
                .of(series(i -> ((x[i] - mean) * (x[i] - mean) - power * variance / mean * (x[i] - mean)) / scale))
                .estimate();
    }

    /** Shifts of particles, after equilibration as all counts. */
    public Acceptance acceptance() {
        return shifts;
    }

    public Acceptance volumeAcceptance() {
        return volumeChanges;
    }

    public Acceptance insertions() {
        return insertions;
    }

    public Acceptance deletions() {
        return deletions;
    }

    /** The longest shift along each axis, as it was tuned. */
    public double step() {
        return step;
    }

    /** The longest step of the volume, in ln V or in the volume at the start; NaN where it is constant. */
    public double volumeStep() {
        return volumeStep;
    }

    /** The sweeps of the frames. */
    public double[] frameSweeps() {
        return frames.sweeps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Copies of all particles, at rest, as often as asked for; an empty box leaves none. */
    public List<Fluid> frames() {
        return List.copyOf(frames.fluids);
    }

    /**
     * The fluid at the end, at rest: a run goes on from here.
     *
     * @throws UserError if the box was empty
     */
    public Fluid last() {
        if (frames.last == null) {
            throw new UserError("the box was empty at the end of this run: there is no fluid to go on from");
        }
        return frames.last;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private double[] series(IntToDoubleFunction value) {
        double[] values = new double[sweep.length];
        Arrays.setAll(values, value);
        return values;
    }

    @Override
    public String toString() {
        String averages = sweep.length < Blocking.LEAST
                ? ""
                : ": U / N = " + meanPotentialPerParticle() + ", P = " + meanPressure() + ", density "
                        + (ensemble instanceof Nvt ? Digits.of(mean(density()), 6) : meanDensity());
        return Digits.shortest(sweep[sweep.length - 1], 9) + " sweeps at T = " + ensemble.temperature() + averages
                + ", acceptance " + shifts;
    }
}
