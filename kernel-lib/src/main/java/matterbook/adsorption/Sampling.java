package matterbook.adsorption;

import matterbook.core.Rng;

/**
 * A way to choose configurations of one guest in a framework by chance. With {@link SampleRun} a long one saves its state and
 * goes on later.
 */
public sealed interface Sampling permits CanonicalSampling, RejectionSampling, DistanceSampling {
    /** Where the energies come from. */
    EnergySurface surface();

    /** What is drawn, in a line: equal words stand for equal sampling of one surface. */
    String words();

    /** Begins to draw; equal generators draw the same. */
    Draws draws(Rng rng);

    /** Goes on to draw from the memory of other draws, with the generator as it was. */
    Draws resumed(Rng rng, double[] memory);

    /** So many configurations. */
    default Configurations sample(int count, Rng rng) {
        return SampleRun.start(this, rng).run(count);
    }

    /** A pose with its energy in kJ/mol. */
    record Drawn(Pose pose, double kjPerMol) {}

    /** One configuration after the other. */
    interface Draws {
        /** The next; long ones check for a stop. */
        Drawn next();

        /** How often an energy was calculated so far. */
        long energies();

        /** All that determines what comes next but the generator. */
        double[] memory();
    }
}
