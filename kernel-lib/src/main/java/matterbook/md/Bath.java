package matterbook.md;

import matterbook.core.Require;

/** What all integrators with friction and noise ask for. */
final class Bath {
    private Bath() {}

    /** Refuses values that no bath has. */
    static void require(double timeStep, double friction, double temperature) {
        Require.positive(timeStep, "the time step");
        Require.positive(friction, "the friction");
        Require.notNegative(temperature, "a temperature");
    }
}
