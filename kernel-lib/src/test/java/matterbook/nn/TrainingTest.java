package matterbook.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final Network NETWORK = Network.of(2, new Dense(12), Activation.TANH, new Dropout(0.05),
            new Quadratic(6), Activation.TANH, new Dense(1));
    private static final Training TRAINING = Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(0.01)).withEpochs(12)
            .withBatch(16).withSchedule(new Schedule.Plateau(2, 0.5)).withGradientClip(1);

    private static Examples saddle(int size, long seed) {
        Rng rng = Rng.seeded(seed);
        double[][] x = new double[size][2];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            rng.fillGaussian(x[i]);
            y[i] = Math.sin(x[i][0]) * x[i][1];
        }
        return Examples.of(x, y);
    }

    @Test
    void learnsAProduct() {
        Trained trained = TRAINING.withEpochs(60).fit(NETWORK.model(Rng.seeded(1)), saddle(500, 2), saddle(100, 3),
                Rng.seeded(4));
        History history = trained.history();
        double first = history.epochs().getFirst().validation();
        double least = history.epochs().get(history.best() - 1).validation();
        assertTrue(least < 0.1 * first, first + " fell to " + least);
        Examples test = saddle(100, 3);
        Tape tape = new Tape();
        tape.infer();
        assertEquals(least, tape.meanSquaredError(trained.model().predict(test.x()), test.y()).scalar(), 1e-6);
    }

    @Test
    void oneQuadraticNeuronSeparatesExclusiveOr() {
        Examples xor = Examples.of(new double[][]{{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[]{0, 1, 1, 0});
        Model start = Network.of(2, new Quadratic(1, Initialiser.XAVIER, QuadraticStart.RANDOM, 1))
                .model(Rng.seeded(3));
        Model model = Training.of(Loss.BINARY_CROSS_ENTROPY, new Adam(0.05)).withEpochs(400).withBatch(4)
                .fit(start, xor, Rng.seeded(1)).model();
        for (int i = 0; i < 4; i++) {
            assertEquals(xor.y().get(i, 0) > 0.5, model.predict(xor.x()).get(i, 0) > 0, "row " + i);
        }
    }

    @Test
    void resumesToTheSameBits(@TempDir Path folder) throws IOException {
        Examples train = saddle(100, 5);
        Examples validation = saddle(30, 6);
        for (Optimiser rule : List.of(new Adam(0.02), new Sgd(0.05, 0.9, true, 1e-4), new AdamW(0.01, 0.1),
                new RmsProp(0.005), new Sgd(0.1), new QuickProp(0.01), new DeltaBarDelta(0.02))) {
            Training training = new Training(Loss.MEAN_SQUARED_ERROR, rule, new Schedule.Plateau(2, 0.5), 9, 16, 5, 1,
                    2);
            Trained whole = training.fit(NETWORK.model(Rng.seeded(1)), train, validation, Rng.seeded(2));

            TrainingRun run = training.start(NETWORK.model(Rng.seeded(1)), train, validation, Rng.seeded(2));
            run.advance(4);
            Path file = folder.resolve("run");
            run.checkpoint().save(file);
            TrainingRun resumed = TrainingRun.resume(TrainingCheckpoint.load(file), training, train, validation);
            resumed.advance(100);
            assertTrue(resumed.finished());
            assertArrayEquals(whole.model().weights(), resumed.result().model().weights());
            assertEquals(whole.history(), resumed.history());
        }
    }

    @Test
    void aStopWithinAnEpochGoesBackToItsBeginning() {
        Examples train = saddle(100, 5);
        TrainingRun run = TRAINING.start(NETWORK.model(Rng.seeded(1)), train, null, Rng.seeded(2));
        run.advance(2);
        float[] before = run.result().model().weights();
        try {
            Stop.request(); // seen at the first batch, when the epoch has drawn its order
            assertThrows(Stopped.class, () -> run.advance(3));
        } finally {
            Stop.clear();
        }
        assertArrayEquals(before, run.result().model().weights());
        run.advance(100);
        TrainingRun calm = TRAINING.start(NETWORK.model(Rng.seeded(1)), train, null, Rng.seeded(2));
        calm.advance(100);
        assertArrayEquals(calm.result().model().weights(), run.result().model().weights());
    }

    @Test
    void patienceEndsItAndTheBestModelIsKept() {
        Training hasty = Training.of(Loss.MEAN_SQUARED_ERROR, new Sgd(0.3)).withEpochs(500).withPatience(4);
        TrainingRun run = hasty.start(NETWORK.model(Rng.seeded(1)), saddle(40, 5), saddle(40, 6), Rng.seeded(2));
        run.advance(500);
        History history = run.history();
        assertTrue(run.finished());
        assertTrue(history.epochs().size() < 500);
        assertEquals(history.best() + 4, history.epochs().size());
    }

    @Test
    void weightsStayWithinTheirBound() {
        Model model = TRAINING.withWeightClip(0.05).fit(NETWORK.model(Rng.seeded(1)), saddle(50, 1), Rng.seeded(2))
                .model();
        for (float weight : model.weights()) {
            assertTrue(Math.abs(weight) <= 0.05f);
        }
    }

    @Test
    void gradientsAreShortened() {
        Learner learner = NETWORK.model(Rng.seeded(1)).learner();
        learner.gradients[3] = 3;
        learner.gradients[7] = -4;
        assertEquals(5, learner.clipGradients(1));
        assertEquals(1, learner.gradientNorm(), 1e-6);
        assertEquals(-0.8f, learner.gradients[7]);
    }

    @Test
    void quadraticPartsLearnMoreSlowly() {
        Learner learner = Network.of(2, new Quadratic(1), new Dense(1)).model(Rng.seeded(1)).learner();
        float[] before = learner.weights.clone();
        Arrays.fill(learner.gradients, 1);
        new Descent(new Sgd(0.1), learner).step(0.5);
        assertEquals(0.05, before[0] - learner.weights[0], 1e-6); // wr
        assertEquals(0.005, before[3] - learner.weights[3], 1e-6); // wg
        assertEquals(0.05, before[9] - learner.weights[9], 1e-6); // the dense layer
    }

    @Test
    void aFrozenLearnerPassesGradientsOn() {
        Learner learner = NETWORK.model(Rng.seeded(1)).learner();
        Tensor x = new Tensor(new float[]{1, 2}, new float[2], 0, 1, 2);
        Tape tape = new Tape();
        learner.freeze(true);
        tape.learn(Rng.seeded(1));
        tape.backward(tape.mean(learner.forward(tape, x)));
        assertEquals(0, learner.gradientNorm());
        assertTrue(x.gradient(0, 0) != 0);
        learner.freeze(false);
        tape.learn(Rng.seeded(1));
        tape.backward(tape.mean(learner.forward(tape, x)));
        assertTrue(learner.gradientNorm() > 0);
    }

    @Test
    void divergenceAndOtherMistakesAreNamed(@TempDir Path folder) throws IOException {
        Examples train = saddle(40, 5);
        Network wild = Network.of(2, new Dense(4), new Dense(1));
        TrainingRun run = Training.of(Loss.MEAN_SQUARED_ERROR, new Sgd(1e9)).start(wild.model(Rng.seeded(1)), train,
                null,
                Rng.seeded(2));
        String message = String.valueOf(assertThrows(UserError.class, () -> run.advance(50)).getMessage());
        assertTrue(
                message.matches("the loss of epoch \\d+ is (NaN|Infinity); a smaller learning rate than 1.0E9, scaled "
                        + "inputs or a gradient clip would help"),
                message);
        assertFalse(Double.isNaN(run.result().model().weights()[0]));

        assertEquals("patience watches the loss on validation samples, and there are none",
                assertThrows(IllegalArgumentException.class, () -> TRAINING.withPatience(3)
                        .start(NETWORK.model(Rng.seeded(1)), train, null, Rng.seeded(1))).getMessage());
        assertEquals("3 inputs cannot have 2 targets", assertThrows(IllegalArgumentException.class,
                () -> Examples.of(new double[3][1], new double[2])).getMessage());

        TrainingRun mine = TRAINING.start(NETWORK.model(Rng.seeded(1)), train, null, Rng.seeded(2));
        mine.checkpoint().save(folder.resolve("run"));
        TrainingCheckpoint checkpoint = TrainingCheckpoint.load(folder.resolve("run"));
        String refused = String.valueOf(assertThrows(UserError.class,
                () -> TrainingRun.resume(checkpoint, TRAINING, saddle(40, 6), null)).getMessage());
        assertTrue(refused.startsWith("this checkpoint is of other training: it has trained on 40 samples of 2 inputs "
                + "and 1 target, checksum "), refused);
        assertEquals("this checkpoint is of other training: it has batches of " + TRAINING.batch() + ", not batches of 3",
                assertThrows(UserError.class,
                        () -> TrainingRun.resume(checkpoint, TRAINING.withBatch(3), train, null)).getMessage());
        TrainingRun.resume(checkpoint, TRAINING.withEpochs(99), train, null);
    }

    @Test
    void inputsThatAreNoNumbersAreNamedRatherThanTheLearningRate() {
        Examples gap = Examples.of(new double[][]{{1, 2}, {3, Double.NaN}}, new double[]{1, 2});
        assertEquals("the samples for training hold what is no number: input 1 of sample 1 is NaN (counted from 0)",
                assertThrows(UserError.class,
                        () -> TRAINING.fit(NETWORK.model(Rng.seeded(1)), gap, Rng.seeded(2))).getMessage());
        Examples endless = Examples.of(new double[][]{{1, 2}}, new double[]{Double.POSITIVE_INFINITY});
        assertEquals("the samples for validation hold what is no number: target 0 of sample 0 is infinite (counted from 0)",
                assertThrows(UserError.class, () -> TRAINING.fit(NETWORK.model(Rng.seeded(1)), saddle(40, 5), endless,
                        Rng.seeded(2))).getMessage());
    }

    @Test
    void impossibleCheckpointsAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run");
        String lost = file + ": not as Matterbook writes it (";
        assertRefused(lost + "a random generator that gives nothing but 0); copy or make it anew", file, 0, 2, 2);
        assertRefused(lost + "best weights: 3 numbers where 2 are wanted); copy or make it anew", file, 1, 3, 2);
        assertRefused(lost + "an optimiser that remembers 1 numbers of 2 weights); copy or make it anew", file, 1, 2,
                1);
        checkpoint(file, 1, 2, 2);
        Examples samples = Examples.of(new double[][]{{1}}, new double[]{1});
        assertEquals("this checkpoint is of other training: set by nobody", assertThrows(UserError.class,
                () -> TrainingRun.resume(TrainingCheckpoint.load(file), TRAINING, samples, null)).getMessage());
    }

    private static void assertRefused(String message, Path file, long state, int best, int memory) throws IOException {
        checkpoint(file, state, best, memory);
        assertEquals(message, assertThrows(UserError.class, () -> TrainingCheckpoint.load(file)).getMessage());
    }

    /** Of two weights. */
    private static void checkpoint(Path file, long state, int best, int memory) throws IOException {
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.TRAINING);
        out.network(Network.of(1, new Dense(1)));
        out.text("");
        out.text("set by nobody");
        out.number(5L);
        for (int i = 0; i < 6; i++) {
            out.number(state);
        }
        out.floats(new float[2]);
        out.floats(new float[best]);
        out.number(1L);
        out.floats(new float[memory]);
        out.number(0L);
        out.save(file);
    }

    @Test
    void schedules() {
        History flat = new History(
                List.of(epoch(1, 3), epoch(2, 2), epoch(3, 2), epoch(4, 5), epoch(5, 1), epoch(6, 1)));
        assertEquals(1, new Schedule.Constant().factor(7, flat));
        assertEquals(0.25, new Schedule.Steps(10, 0.5).factor(29, flat));
        assertEquals(1, new Schedule.Cosine(10, 0.1).factor(0, flat));
        assertEquals(0.55, new Schedule.Cosine(10, 0.1).factor(5, flat), 1e-12);
        assertEquals(0.1, new Schedule.Cosine(10, 0.1).factor(25, flat), 1e-12);
        assertEquals(0.25, new Schedule.Warmup(3, new Schedule.Constant()).factor(0, flat));
        assertEquals(0.5, new Schedule.Warmup(3, new Schedule.Steps(2, 0.5)).factor(5, flat));
        assertEquals(0.5, new Schedule.Plateau(2, 0.5).factor(6, flat));
        assertEquals(1, new Schedule.Warmup(3, new Schedule.Plateau(1, 0.5)).factor(4,
                new History(flat.epochs().subList(0, 4))));
        assertEquals(0.5, new Schedule.Warmup(3, new Schedule.Plateau(1, 0.5)).factor(6, flat));
        assertEquals(0.25, new Schedule.Plateau(1, 0.5).factor(4, new History(flat.epochs().subList(0, 4))));
    }

    private static History.Epoch epoch(int number, double loss) {
        return new History.Epoch(number, 9, loss, 1);
    }

    @Test
    void historyTellsItself() {
        assertEquals("no epochs yet", History.empty().toString());
        assertEquals("2 epochs; least loss 0.5 in epoch 1, 0.75 at the end",
                new History(List.of(epoch(1, 0.5), epoch(2, 0.75))).toString());
        assertArrayEquals(new double[]{1, 2}, new History(List.of(epoch(1, 0.5), epoch(2, 0.75))).numbers());
    }

    @Test
    void aSplitLosesNothing() {
        Examples all = saddle(50, 1);
        Examples.Split split = all.split(0.8, Rng.seeded(2));
        assertEquals("40 samples of 2 inputs and 1 target", split.train().toString());
        assertEquals(10, split.test().size());
        double sum = -sum(all);
        for (Examples part : List.of(split.train(), split.test())) {
            sum += sum(part);
        }
        assertEquals(0, sum, 1e-12);
    }

    private static double sum(Examples samples) {
        return Arrays.stream(samples.y().column(0)).sum();
    }

    /** 1 known target in the first piece of 512 and 88 in the second: the loss is the mean over 89, not over pieces. */
    @Test
    void theLossIsTheMeanOverKnownTargets() {
        Examples all = saddle(600, 5);
        double[] known = new double[600];
        for (int i = 0; i < 600; i++) {
            known[i] = i == 7 || i >= 512 ? all.y().get(i, 0) : Double.NaN;
        }
        Model model = NETWORK.model(Rng.seeded(6));
        Tensor y = model.predict(all.x());
        double sum = 0;
        for (int i = 0; i < 600; i++) {
            sum += Double.isNaN(known[i]) ? 0 : Math.pow(y.get(i, 0) - known[i], 2);
        }
        Examples masked = new Examples(all.x(), Tensor.column(known));
        assertEquals(sum / 89, new Evaluation(Loss.MEAN_SQUARED_ERROR, model.learner()).loss(masked), 1e-6);
    }

    @Test
    void aLastStepThatDivergesIsNoSuccess() {
        Training wild = Training.of(Loss.MEAN_SQUARED_ERROR, new Sgd(1e30)).withEpochs(1).withBatch(500);
        String message = String.valueOf(assertThrows(UserError.class,
                () -> wild.fit(NETWORK.model(Rng.seeded(1)), saddle(500, 2), saddle(100, 3), Rng.seeded(4)))
                .getMessage());
        assertTrue(message.endsWith("a smaller learning rate than 1.0E30, scaled inputs or a gradient clip would help"),
                message);
    }

    @Test
    void fewerEpochsThanAreDoneAreNone() {
        TrainingRun run = TRAINING.start(NETWORK.model(Rng.seeded(1)), saddle(50, 2), null, Rng.seeded(4));
        run.advance(3);
        run.advance(Integer.MAX_VALUE);
        assertEquals(12, run.history().epochs().size());
        run.advance(1);
        assertEquals(12, run.history().epochs().size());
    }
}
