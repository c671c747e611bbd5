package matterbook.neurons;

import matterbook.core.Digits;
import matterbook.core.Rng;
import matterbook.nn.Adam;
import matterbook.nn.Examples;
import matterbook.nn.Loss;
import matterbook.nn.Model;
import matterbook.nn.Training;

/**
 * A network for images with the rates at which it learns.
 *
 * @param quadraticRate that of the quadratic part in units of the other
 */
record ImageWay(ImageNetwork network, double rate, double quadraticRate) {
    static final int EPOCHS = 10;
    private static final int BATCH = 25;

    /** One output is a logit, several are those of classes. */
    Training training() {
        Loss loss = network.outputs() == 1 ? Loss.BINARY_CROSS_ENTROPY : Loss.SOFTMAX_CROSS_ENTROPY;
        return Training.of(loss, new Adam(rate)).withEpochs(EPOCHS).withBatch(BATCH);
    }

    Model learn(Examples samples, Rng rng) {
        return training().fit(network.network(quadraticRate).model(rng), samples, rng).model();
    }

    /** {@code 0.003} for a network that has no quadratic part, or {@code 0.003, quadratic part 0.0003}. */
    String rates() {
        return Digits.of(rate, 2)
                + (network.secondOrder() ? ", quadratic part " + Digits.of(rate * quadraticRate, 2) : "");
    }

    /** All that learning depends on besides samples and seed. */
    String key() {
        return network.network(quadraticRate).layers() + " " + training();
    }
}
