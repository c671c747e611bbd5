package matterbook.potential;

/**
 * Whether this Java offers vectors that are worth it: it does when started with {@code --add-modules=jdk.incubator.vector} on a
 * processor with vectors of 256 bits or more.
 */
final class Vectors {
    private static final int LEAST_LANES = 4;

    static final boolean AVAILABLE = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
            && DoubleVectors.LANES >= LEAST_LANES;

    private Vectors() {}
}
