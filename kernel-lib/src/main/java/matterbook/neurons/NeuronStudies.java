package matterbook.neurons;

import java.util.List;

import matterbook.reproduce.Study;

/** All studies of the paper on second-order networks. */
public final class NeuronStudies {
    /** Random starts of each network, as many as the paper has for its images. */
    public static final int STARTS = 20;
    private static final int NEURONS = 200;
    private static final int MOST_PRINTED = 10;
    private static final int PHANTOMS = 30;
    private static final int ITERATIONS = 2000;

    private NeuronStudies() {}

    /**
     * The studies in the order of the paper, each network from so many random starts; the slow ones with plain descent from
     * 10 at most.
     */
    public static List<Study> all(int starts) {
        return List.of(new EquationStudy(NEURONS), new GateStudy(starts), new SpiralStudy(starts),
                new RingStudy(starts), new PrintedStudy(Math.min(starts, MOST_PRINTED)),
                new BaselineStudy(Math.min(starts, MOST_PRINTED)), new ImageStudy(Math.max(2, starts), PHANTOMS),
                new RejectStudy(Math.max(2, starts), PHANTOMS), new PolynomialStudy(starts), new PartStudy(starts),
                new RecurrentStudy(starts, ITERATIONS));
    }
}
