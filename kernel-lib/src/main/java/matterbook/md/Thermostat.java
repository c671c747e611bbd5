package matterbook.md;

import matterbook.core.Rng;
import matterbook.particles.State;

/** Changes velocities after each step so that the temperature comes near a given one. */
@FunctionalInterface
public interface Thermostat {
    /** Acts on the velocities for a time step dt. */
    void apply(State state, double dt, Rng rng);
}
