package matterbook.nn;

/** How large weights are at the start, so that signals neither die nor explode on their way through many layers. */
public enum Initialiser {
    /** Uniform with variance 2 / inputs, for ReLU (He et al., ICCV 2015, eq. 10). */
    HE,
    /** Uniform with variance 2 / (inputs + outputs), for tanh (Glorot and Bengio, AISTATS 2010, eq. 16). */
    XAVIER,
    /** Uniform with variance 1 / inputs (LeCun et al., Efficient BackProp, 1998, section 4.6). */
    LECUN;

    /** The start of a matrix between so many inputs and outputs. */
    Start start(int inputs, int outputs) {
        double variance = switch (this) {
            case HE -> 2.0 / inputs;
            case XAVIER -> 2.0 / (inputs + outputs);
            case LECUN -> 1.0 / inputs;
        };
        return new Start.Uniform(Math.sqrt(3 * variance));
    }
}
