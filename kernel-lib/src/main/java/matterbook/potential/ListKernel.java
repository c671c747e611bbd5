package matterbook.potential;

import matterbook.core.Stop;
import matterbook.particles.State;

/**
 * A kernel with a neighbour list: all pairs nearer than cut-off plus skin, which serves until a particle has moved by more
 * than half the skin, because before that no pair can have come nearer than the cut-off unnoticed (L. Verlet, Phys. Rev.
 * 159, 98 (1967)). Particles are sorted in space whenever the list is made.
 */
abstract class ListKernel implements PairKernel {
    final ColumnGrid grid;
    final double listRange;

    private final double[][] builtAt;
    private final double farthestSquared;
    private boolean built;
    private long builds;

    ListKernel(State state, double reach, double skin) {
        listRange = reach + skin;
        grid = new ColumnGrid(state, listRange);
        builtAt = new double[state.dimensions][state.size];
        farthestSquared = skin * skin / 4;
    }

    @Override
    public final void compute(State state) {
        if (built && !moved(state)) {
            grid.refresh(state);
        } else {
            Stop.check();
            grid.sort(state);
            for (int axis = 0; axis < builtAt.length; axis++) {
                System.arraycopy(state.position[axis], 0, builtAt[axis], 0, state.size);
            }
            build(state);
            built = true;
            builds++;
        }
        addForces(state);
    }

    @Override
    public final long builds() {
        return builds;
    }

    /** Makes the list from {@link #grid}. */
    abstract void build(State state);

    /** Sets the forces, and energy and virial if they are measured, from list and grid. */
    abstract void addForces(State state);

    /** Whether a particle has moved by more than half the skin; sign bits are collected so that the loop has no branch. */
    private boolean moved(State state) {
        long sign = 0;
        double[] x = state.position[0];
        double[] y = state.position[1];
        double[] x0 = builtAt[0];
        double[] y0 = builtAt[1];
        double[] z = state.position[state.dimensions - 1];
        double[] z0 = builtAt[state.dimensions - 1];
        double third = state.dimensions == 3 ? 1 : 0;
        for (int i = 0; i < state.size; i++) {
            double dx = x[i] - x0[i];
            double dy = y[i] - y0[i];
            double dz = third * (z[i] - z0[i]);
            sign |= Double.doubleToRawLongBits(farthestSquared - (dx * dx + dy * dy + dz * dz));
        }
        return sign < 0;
    }
}
