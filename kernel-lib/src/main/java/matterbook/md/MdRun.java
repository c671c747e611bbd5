package matterbook.md;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import matterbook.core.Digits;
import matterbook.particles.Fluid;

/** What a run of dynamics measured: series over time, frames, and the fluid as it was at the end. */
public final class MdRun {
    private final double[] time;
    private final double[] kinetic;
    private final double[] potential;
    private final double[] virial;
    private final double[][] momentum;
    private final double[][] angularMomentum;
    private final double[] frameTimes;
    private final List<Fluid> frames;
    private final Fluid last;
    private final long steps;

    /** Columns: time, kinetic and potential energy, virial, momentum and angular momentum along three axes. */
    MdRun(double[][] columns, double[] frameTimes, List<Fluid> frames, Fluid last, long steps) {
        time = columns[0];
        kinetic = columns[1];
        potential = columns[2];
        virial = columns[3];
        momentum = Arrays.copyOfRange(columns, 4, 7);
        angularMomentum = Arrays.copyOfRange(columns, 7, 10);
        this.frameTimes = frameTimes;
        this.frames = List.copyOf(frames);
        this.last = last;
        this.steps = steps;
    }

    /** The times of the measurements, from 0. */
    public double[] time() {
        return time.clone();
    }

    /** The kinetic energy K at each time. */
    public double[] kineticEnergy() {
        return kinetic.clone();
    }

    /** The potential energy U at each time. */
    public double[] potentialEnergy() {
        return potential.clone();
    }

    /** K + U at each time. */
    public double[] energy() {
        return series(i -> kinetic[i] + potential[i]);
    }

    /** K / N at each time. */
    public double[] kineticPerParticle() {
        return series(i -> kinetic[i] / last.size());
    }

    /** U / N at each time. */
    public double[] potentialPerParticle() {
        return series(i -> potential[i] / last.size());
    }

    /** (K + U) / N at each time. */
    public double[] energyPerParticle() {
        return series(i -> (kinetic[i] + potential[i]) / last.size());
    }

    /**
     * The kinetic temperature 2 K / (d N) at each time. Where momentum is conserved and 0 it is not among the degrees of
     * freedom, and the temperature of the same state without this constraint is N / (N - 1) of it.
     */
    public double[] temperature() {
        return series(i -> 2 * kinetic[i] / (last.dimensions() * last.size()));
    }

    /** The sum of r·f over all pairs at each time. */
    public double[] virial() {
        return virial.clone();
    }

    /** The pressure (2 K + virial) / (d V) at each time, with the area for the volume in two dimensions. */
    public double[] pressure() {
        return series(i -> (2 * kinetic[i] + virial[i]) / (last.dimensions() * last.box().volume()));
    }

    /** The total momentum along axis 0 (x), 1 (y) or 2 (z) at each time. */
    public double[] momentum(int axis) {
        return momentum[axis].clone();
    }

    /**
     * The total angular momentum along axis 0 (x), 1 (y) or 2 (z) at each time; only the last in two dimensions. It is
     * conserved for as long as no pair acts across an edge of the box: for a drop in a box much larger than itself.
     */
    public double[] angularMomentum(int axis) {
        return angularMomentum[axis].clone();
    }

    /** The times of the frames. */
    public double[] frameTimes() {
        return frameTimes.clone();
    }

    /** Copies of all particles, as often as asked for. */
    public List<Fluid> frames() {
        return frames;
    }

    /** The fluid at the end: a run goes on from here. */
    public Fluid last() {
        return last;
    }

    /** How many steps were made. */
    public long steps() {
        return steps;
    }

    private double[] series(IntToDoubleFunction value) {
        double[] values = new double[time.length];
        Arrays.setAll(values, value);
        return values;
    }

    @Override
    public String toString() {
        int end = time.length - 1;
        return steps + " steps of " + last.size() + " particles to t = " + Digits.shortest(time[end], 6)
                + "; at the last measurement (K + U) / N = "
                + Digits.of((kinetic[end] + potential[end]) / last.size(), 6)
                + ", T = " + Digits.of(temperature()[end], 4) + ", P = " + Digits.of(pressure()[end], 4);
    }
}
