package matterbook.potential;

/** Whether this Java offers vectors: it does when started with {@code --add-modules jdk.incubator.vector}. */
final class Vectors {
    static final boolean AVAILABLE = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Vectors() {}
}
