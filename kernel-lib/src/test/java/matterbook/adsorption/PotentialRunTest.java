package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.regression.Knn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PotentialRunTest {
    private static final Framework MOF = Framework.mgMof74();
    private static final Guest CO2 = ForceField.lin().guest("CO2");
    private static final Configurations DATA = new RejectionSampling(
            new TabulatedHostGuest(MOF, ForceField.lin(), CO2, 1.5), 8000, -45).sample(120, Rng.seeded(1));
    private static final PotentialLearning.Networks SMALL = PotentialLearning.Networks.of(8);
    private static final PotentialTraining TRAINING = PotentialTraining.of(
            PotentialRecipe.of(SMALL.withTraining(SMALL.training().withEpochs(30))), MOF, DATA);

    @TempDir
    Path folder;

    @AfterEach
    void noStopIsLeft() {
        Stop.clear();
    }

    /** Stopped in the second network and taken up again, it leaves the same bytes as without a stop. */
    @Test
    void goesOnWhereItWasStopped() throws IOException {
        Path file = folder.resolve("stopped");
        PotentialRun run = new PotentialRun(TRAINING, 2, 5, file, null);
        assertFalse(PotentialRun.canResume(file));
        assertThrows(Stopped.class, () -> run.run(false, (member, history) -> {
            if (member == 2 && history.epochs().size() == 10) {
                Stop.request();
            }
        }));
        Stop.clear();
        assertFalse(Files.exists(file));
        assertTrue(PotentialRun.canResume(file));
        NeuralPotential resumed = run.run(true, (member, history) -> assertTrue(member == 2, "network 1 was finished"));
        Path whole = folder.resolve("whole");
        new PotentialRun(TRAINING, 2, 5, whole, null).run(false, (member, history) -> {
        });
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(file));
        assertArrayEquals(SurfaceScore.energies(TRAINING.fit(2, Rng.seeded(5)), DATA),
                SurfaceScore.energies(resumed, DATA), 0);
        List<String> history = Files.readAllLines(folder.resolve("whole.history.csv"));
        assertEquals("member,epoch,training_loss,validation_loss,rate_factor", history.getFirst());
        assertEquals(61, history.size());
        assertTrue(history.get(60).startsWith("2,30,"), history.get(60));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("stopped", "stopped.history.csv", "whole", "whole.history.csv"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void refusesTheStateOfOtherTraining() throws IOException {
        Path file = folder.resolve("potential");
        TRAINING.start(Rng.seeded(5).split(), null).checkpoint().save(folder.resolve("potential.1.training"));
        PotentialTraining other = PotentialTraining.of(PotentialRecipe.of(SMALL), MOF, DATA.range(0, 60));
        UserError refused = assertThrows(UserError.class,
                () -> new PotentialRun(other, 1, 5, file, null).run(true, (member, history) -> {
                }));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(
                "this checkpoint is of other training: it has trained on 108 samples of 432 inputs and 1 target"),
                refused.getMessage());
    }

    @Test
    void aRegressorIsFittedAtOnce() throws IOException {
        Path file = folder.resolve("knn");
        new PotentialRun(PotentialTraining.of(PotentialRecipe.of(new Knn(1).unscaled()), MOF, DATA), 1, 5, file, null)
                .run(false, (member, history) -> {
                });
        assertEquals(0, SurfaceScore.of(NeuralPotential.load(file, MOF), DATA, 10).error().rmse(), 1e-6);
        assertFalse(Files.exists(folder.resolve("knn.history.csv")));
    }
}
