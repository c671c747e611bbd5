package matterbook.trajectory;

import matterbook.core.Digits;
import matterbook.particles.Fluid;

/**
 * One frame of a trajectory.
 *
 * @param time when it was; NaN if the file does not say
 */
public record XyzFrame(double time, Fluid fluid) {
    @Override
    public String toString() {
        return (Double.isNaN(time) ? "" : "t = " + Digits.shortest(time, 6) + ": ") + fluid;
    }
}
