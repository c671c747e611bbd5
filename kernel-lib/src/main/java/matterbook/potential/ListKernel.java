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
    final Crew crew;

    private final double[][] builtAt;
    /** Of each member of the crew: whether one of its particles has moved too far. */
    private final boolean[] far;
    private final double farthestSquared;
    private boolean built;
    private long builds;

    ListKernel(State state, double reach, double skin, int threads) {
        listRange = reach + skin;
        grid = new ColumnGrid(state, listRange);
        builtAt = new double[state.dimensions][state.size];
        farthestSquared = skin * skin / 4;
        crew = new Crew(threads);
        far = new boolean[threads];
    }

    @Override
    public final void compute(State state) {
        if (!built || moved(state)) {
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

    /** Brings the grid up to date; returns whether a particle has moved by more than half the skin. */
    private boolean moved(State state) {
        crew.run(w -> {
            grid.refresh(state, w, far.length);
            far[w] = moved(state, Crew.share(state.size, w, far.length), Crew.share(state.size, w + 1, far.length));
        });
        boolean any = false;
        for (boolean one : far) {
            any |= one;
        }
        return any;
    }

    /** The same for some particles; sign bits are collected so that the loop has no branch. */
    private boolean moved(State state, int from, int to) {
        long sign = 0;
        double[] x = state.position[0];
        double[] y = state.position[1];
        double[] x0 = builtAt[0];
        double[] y0 = builtAt[1];
        double[] z = state.position[state.dimensions - 1];
        double[] z0 = builtAt[state.dimensions - 1];
        double third = state.dimensions == 3 ? 1 : 0;
        for (int i = from; i < to; i++) {
            double dx = x[i] - x0[i];
            double dy = y[i] - y0[i];
            double dz = third * (z[i] - z0[i]);
            sign |= Double.doubleToRawLongBits(farthestSquared - (dx * dx + dy * dy + dz * dz));
        }
        return sign < 0;
    }

    @Override
    public final void close() {
        crew.close();
    }
}
