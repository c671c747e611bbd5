package matterbook.nn.blas;

/** Why OpenBLAS cannot be used here. */
final class NativeMissing extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NativeMissing(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
