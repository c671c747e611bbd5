package matterbook.potential;

/** How pair forces are added up. All give the same forces but for rounding. */
public enum PairMethod {
    /** The fastest here: {@link #CLUSTERED} for potentials of powers 12 and 6 where vectors are available, or {@link #PACKED}. */
    FASTEST,
    /** Over all pairs, to be read: {@link Naive}. */
    NAIVE,
    /** A neighbour list in plain Java: {@link Packed}. */
    PACKED,
    /** Clusters of particles against their neighbours, by the Vector API. */
    CLUSTERED,
    /**
     * The same with forces in single precision: faster, with errors up to 2e-5 of the largest force between two particles.
     * Positions, velocities and energies stay in double precision.
     */
    CLUSTERED_SINGLE
}
