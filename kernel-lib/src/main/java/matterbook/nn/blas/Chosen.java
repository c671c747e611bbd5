package matterbook.nn.blas;

/** Loads the native library once, when the first product is wanted. */
final class Chosen {
    static final Blas BLAS = choose();

    private Chosen() {}

    private static Blas choose() {
        if ("java".equals(System.getProperty(Blas.PROPERTY))) {
            return new JavaBlas("asked for by -D" + Blas.PROPERTY + "=java");
        }
        try {
            return new OpenBlas();
        } catch (NativeMissing missing) {
            return new JavaBlas(missing.reason());
        }
    }
}
