package matterbook.adsorption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import matterbook.core.SafeFile;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stopped;
import matterbook.nn.History;
import matterbook.nn.Trained;
import matterbook.nn.TrainingCheckpoint;
import matterbook.nn.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * Training that leaves a potential in a file and can be stopped at any time: every few epochs, and when it is stopped, each
 * network's state goes to a file beside it, from which a later run goes on exactly. The result is that of
 * {@link PotentialTraining#fit(int, Rng)} with the same seed.
 *
 * @param file the potential's; beside it {@code FILE.history.csv} and, while training lasts, {@code FILE.1.training}, ...
 * @param from a potential whose weights the networks start from; null for starts by chance
 */
public record PotentialRun(PotentialTraining training, int members, long seed, Path file,
        @Nullable NeuralPotential from) {
    private static final int EPOCHS = 10;

    public PotentialRun {
        Require.positive(members, "the number of models");
    }

    /** Hears how far the training is. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A network is so far.
         *
         * @param member from 1
         */
        void at(int member, History history);
    }

    /**
     * Trains to the end and writes the potential.
     *
     * @param resume whether to go on from the states that an earlier run left
     * @throws matterbook.core.UserError if these are of other training
     */
    public NeuralPotential run(boolean resume, Listener listener) throws IOException {
        Rng rng = Rng.seeded(seed);
        NeuralPotential potential = training.isNetwork()
                ? networks(resume, listener, rng)
                : training.fit(members, rng);
        potential.save(file);
        for (int member = 1; member <= members; member++) {
            Files.deleteIfExists(checkpoint(file, member));
        }
        return potential;
    }

    private NeuralPotential networks(boolean resume, Listener listener, Rng rng) throws IOException {
        List<NeuralPotential> potentials = new ArrayList<>();
        List<History> histories = new ArrayList<>();
        for (int member = 1; member <= members; member++) {
            Trained trained = train(member, resume, listener, rng.split());
            potentials.add(training.potential(trained));
            histories.add(trained.history());
        }
        SafeFile.write(beside(file, ".history.csv"), table(histories).getBytes(StandardCharsets.UTF_8));
        return NeuralPotential.ensemble(potentials);
    }

    private Trained train(int member, boolean resume, Listener listener, Rng rng) throws IOException {
        Path state = checkpoint(file, member);
        TrainingRun run = resume && Files.exists(state)
                ? training.resume(TrainingCheckpoint.load(state), rng)
                : training.start(rng, from);
        try {
            while (!run.finished()) {
                run.advance(EPOCHS);
                run.checkpoint().save(state);
                listener.at(member, run.history());
            }
        } catch (Stopped stopped) {
            run.checkpoint().save(state);
            throw stopped;
        }
        return run.result();
    }

    /** Whether an earlier run for this file left something to go on from. */
    public static boolean canResume(Path file) {
        return Files.exists(checkpoint(file, 1));
    }

    private static Path checkpoint(Path file, int member) {
        return beside(file, "." + member + ".training");
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static String table(List<History> histories) {
        StringBuilder text = new StringBuilder("member,epoch,training_loss,validation_loss,rate_factor\n");
        for (int k = 0; k < histories.size(); k++) {
            for (History.Epoch epoch : histories.get(k).epochs()) {
                text.append(String.format(Locale.ROOT, "%d,%d,%.6e,%.6e,%.6g%n", k + 1, epoch.number(),
                        epoch.training(), epoch.validation(), epoch.rateFactor()));
            }
        }
        return text.toString();
    }
}
