package matterbook.md;

import matterbook.particles.State;

/** The two moves that the integrators are made of, as loops over flat arrays. */
final class Kicks {
    private Kicks() {}

    /** v += f t / m. */
    static void kick(State state, double time) {
        double factor = time / state.mass;
        for (int axis = 0; axis < state.dimensions; axis++) {
            double[] v = state.velocity[axis];
            double[] f = state.force[axis];
            for (int i = 0; i < state.size; i++) {
                v[i] += f[i] * factor;
            }
        }
    }

    /** r += v t. */
    static void drift(State state, double time) {
        for (int axis = 0; axis < state.dimensions; axis++) {
            double[] r = state.position[axis];
            double[] v = state.velocity[axis];
            for (int i = 0; i < state.size; i++) {
                r[i] += v[i] * time;
            }
        }
    }
}
