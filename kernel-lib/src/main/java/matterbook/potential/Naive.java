package matterbook.potential;

import java.util.Arrays;

import matterbook.core.Stop;
import matterbook.particles.State;

/** All pairs, one after another: the reference that the fast kernels are tested against. Its time grows as N². */
public final class Naive implements PairKernel {
    private final CutPotential potential;

    public Naive(CutPotential potential) {
        this.potential = potential;
    }

    @Override
    public void compute(State state) {
        Arrays.stream(state.force).forEach(component -> Arrays.fill(component, 0));
        state.energy = 0;
        state.virial = 0;
        for (int i = 0; i < state.size; i++) {
            Stop.check();
            for (int j = i + 1; j < state.size; j++) {
                pair(state, i, j);
            }
        }
    }

    private void pair(State state, int i, int j) {
        double[] d = new double[state.dimensions];
        double squared = 0;
        for (int axis = 0; axis < d.length; axis++) {
            d[axis] = state.box.nearest(axis, state.position[axis][i] - state.position[axis][j]);
            squared += d[axis] * d[axis];
        }
        double size = state.diameter.length == 0 ? 1 : (state.diameter[i] + state.diameter[j]) / 2;
        double r = Math.sqrt(squared) / size;
        if (r < potential.cutoff()) {
            double force = PairLaw.checked(potential.force(r), r) / (r * size * size);
            for (int axis = 0; axis < d.length; axis++) {
                state.force[axis][i] += force * d[axis];
                state.force[axis][j] -= force * d[axis];
            }
            state.energy += potential.energy(r);
            state.virial += force * squared;
        }
    }
}
