package matterbook.nn;

/** A rule by which weights follow their gradients. A value: what it remembers from step to step is a {@link Descent}'s. */
public sealed interface Optimiser permits Sgd, Adam, AdamW, RmsProp, QuickProp, DeltaBarDelta {
    /** The learning rate. */
    double rate();

    /** How many numbers it remembers for each weight. */
    int memories();

    /**
     * One step for weights {@code from} to before {@code to}. Modified: weights and memory.
     *
     * @param memory arrays as long as {@code weights}, zeros before the first step
     * @param step which step this is, from 1
     * @param rate the learning rate of these weights at this step
     */
    void update(float[] weights, float[] gradients, float[][] memory, int from, int to, long step, double rate);
}
