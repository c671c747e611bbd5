package matterbook.nn;

/** How {@link Quadratic} neurons begin. */
public enum QuadraticStart {
    /** wg = 0, bg = 1, wb = 0, c = 0: at first a linear neuron (ReLinear: F. Fan et al., arXiv:2011.06797). */
    RELINEAR,
    /** wr, wg and wb drawn alike, all biases 0. */
    RANDOM
}
