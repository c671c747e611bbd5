package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.GsonBuilder;
import matterbook.adsorption.CanonicalSampling;
import matterbook.adsorption.Configurations;
import matterbook.adsorption.FeatureSet;
import matterbook.adsorption.ForceField;
import matterbook.adsorption.Framework;
import matterbook.adsorption.NeuralPotential;
import matterbook.adsorption.PotentialLearning;
import matterbook.adsorption.PotentialRecipe;
import matterbook.adsorption.PotentialRun;
import matterbook.adsorption.PotentialTraining;
import matterbook.adsorption.SurfaceScore;
import matterbook.adsorption.TabulatedHostGuest;
import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Rng;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.notebook.display.TerminalProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code matterbook adsorption train}: a potential learned from configurations and their energies. */
@Command(name = "train", mixinStandardHelpOptions = true, description = {
        "Learns the energy of a guest in a framework from configurations (--data, as adsorption sample writes them), or"
                + " from some that it draws from a force field (--guest).",
        "Beside OUT it writes OUT.history.csv, and while it lasts OUT.1.training, ... with which --resume goes on."})
final class AdsorptionTrainCommand implements Callable<Integer> {
    private static final int STOPPED = 130;
    private static final int USUAL_COUNT = 2400;
    private static final int UNSEEN = 2_000;
    private static final double BELOW = 10;
    private static final int DIGITS = 6;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--framework", paramLabel = "NAME|FILE.cif", defaultValue = Framework.MG_MOF_74, description = "The framework (${DEFAULT-VALUE}).")
    private String framework = Framework.MG_MOF_74;

    @Option(names = "--data", paramLabel = "FILE.csv", description = "Configurations to learn from.")
    private @Nullable Path data;

    @Option(names = "--test", paramLabel = "FILE.csv", description = "Others to judge the result by; with --guest, 2,000 are drawn.")
    private @Nullable Path test;

    @Option(names = "--guest", paramLabel = "NAME", description = "Draws configurations of CO2, H2O, CH4 or CO instead.")
    private @Nullable String guest;

    @Option(names = "--count", paramLabel = "N", description = "With --guest: how many (2400). With --data: the first N of them, all if not given.")
    private @Nullable Integer count;

    @Option(names = "--force-field", paramLabel = "NAME", defaultValue = "lin", description = "With --guest: lin or uff (${DEFAULT-VALUE}).")
    private String forceField = "lin";

    @Option(names = "--temperature", paramLabel = "K", defaultValue = "8000", description = "With --guest: of the canonical distribution drawn from (${DEFAULT-VALUE}).")
    private double temperature;

    @Option(names = "--model", paramLabel = "NAME", defaultValue = "dnn", description = "dnn, forest, knn, svm or mlp (${DEFAULT-VALUE}).")
    private String model = "dnn";

    @Option(names = "--members", paramLabel = "N", defaultValue = "1", description = "Models whose energies are averaged (${DEFAULT-VALUE}).")
    private int members;

    @Option(names = "--layers", paramLabel = "N,N,...", defaultValue = "50,50,50,50,50", description = "Units of the dnn's hidden layers (${DEFAULT-VALUE}).")
    private String layers = "";

    @Option(names = "--features", paramLabel = "TERM,...", defaultValue = "exp,r-1,r-4,r-6,r-8,r-10", description = "Functions of the distances (${DEFAULT-VALUE}); r is one too.")
    private String features = "";

    @Option(names = "--nearest", paramLabel = "N", defaultValue = "4", description = "Smallest distances of each pair of types (${DEFAULT-VALUE}).")
    private int nearest;

    @Option(names = "--from", paramLabel = "FILE", description = "A potential, of this guest or another, whose weights the networks start from.")
    private @Nullable Path from;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all chance (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the potential goes.")
    private Path out = Path.of("");

    @Option(names = "--resume", description = "Goes on with training that was stopped.")
    private boolean resume;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PotentialRecipe recipe = recipe();
        atLeastOne("--members", members);
        atLeastOne("--count", wanted());
        if ((data == null) == (guest == null)) {
            throw new UserError("name either a file to learn from (--data FILE.csv) or a guest to draw configurations"
                    + " of (--guest CO2)");
        }
        if (resume && !PotentialRun.canResume(out)) {
            throw new UserError("there is no training to go on with beside " + out
                    + ": leave --resume out to begin it");
        }
        Framework host = Framework.named(framework);
        return train(recipe, host, from == null ? null : NeuralPotential.load(from, host));
    }

    private int train(PotentialRecipe recipe, Framework host, @Nullable NeuralPotential start) throws IOException {
        PrintWriter err = command().commandLine().getErr();
        ProgressLine line = ProgressLine.to(err);
        Progress.listen((progress, finished) -> line.passing(progress.label() + "  " + progress.done() + "/"
                + progress.total() + "  " + TerminalProgress.timeLeft(progress.remainingSeconds())));
        try (StopOnSignal _ = new StopOnSignal()) {
            Sets sets = sets(host);
            PotentialRun run = new PotentialRun(PotentialTraining.of(recipe, host, sets.train), members, seed, out,
                    start);
            NeuralPotential potential = run.run(resume,
                    (member, history) -> line.show("model " + member + " of " + members + ": " + history));
            line.clear();
            tell(potential, sets);
            return 0;
        } catch (Stopped _) {
            line.clear();
            err.println("matterbook: stopped; " + (PotentialRun.canResume(out)
                    ? "go on with the same command and --resume"
                    : "no training had begun yet"));
            return STOPPED;
        } finally {
            Progress.silence();
        }
    }

    /** What is learned from, and what the result is judged by. */
    private record Sets(Configurations train, @Nullable Configurations test) {}

    private Sets sets(Framework host) throws IOException {
        Configurations unseen = test == null ? null : Configurations.load(test);
        if (data != null) {
            Configurations all = Configurations.load(data);
            if (count != null && count > all.size()) {
                throw new UserError(data + " has " + all.size() + " configurations, not " + count);
            }
            return new Sets(count == null ? all : all.range(0, count), unseen);
        }
        ForceField field = ForceField.named(forceField);
        CanonicalSampling sampling = new CanonicalSampling(
                new TabulatedHostGuest(host, field, field.guest(Objects.requireNonNull(guest))), temperature);
        Configurations drawn = sampling.sample(wanted() + (unseen == null ? UNSEEN : 0), Rng.seeded(seed));
        return new Sets(drawn.range(0, wanted()), unseen == null ? drawn.range(wanted(), drawn.size()) : unseen);
    }

    private int wanted() {
        return count == null ? USUAL_COUNT : count;
    }

    private static void atLeastOne(String option, int number) {
        if (number < 1) {
            throw new UserError(option + " must be at least 1, not " + number);
        }
    }

    private PotentialRecipe recipe() {
        atLeastOne("--nearest", nearest);
        PotentialRecipe recipe = PotentialRecipe.named(model)
                .withFeatures(FeatureSet.of(features).withNearest(nearest));
        return recipe.learning() instanceof PotentialLearning.Networks
                ? recipe.withLearning(PotentialLearning.Networks.of(units()))
                : recipe;
    }

    private int[] units() {
        try {
            int[] units = Arrays.stream(layers.split(",", -1)).map(String::strip).mapToInt(Integer::parseInt)
                    .toArray();
            if (Arrays.stream(units).allMatch(count -> count > 0)) {
                return units;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new UserError("--layers needs whole numbers above 0 with commas, such as 50,50, not \"" + layers + "\"");
    }

    private void tell(NeuralPotential potential, Sets sets) {
        SurfaceScore score = sets.test == null ? null : SurfaceScore.of(potential, sets.test, BELOW);
        PrintWriter writer = command().commandLine().getOut();
        if (!json) {
            writer.println(potential);
            writer.println(score == null ? "no other configurations to judge it by (--test FILE.csv)" : score);
            writer.println("written to " + out);
            return;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("file", out.toString());
        values.put("guest", potential.guest().name());
        values.put("framework", potential.framework().crystal().name());
        values.put("configurations", sets.train.size());
        values.put("model", model);
        values.put("members", potential.members());
        values.put("wall_angstrom", walls(potential));
        values.put("test_count", score == null ? null : score.count());
        values.put("rmse_kj_per_mol", score == null ? null : score.error().rmse());
        values.put("mae_kj_per_mol", score == null ? null : score.error().mae());
        values.put("test_overlaps", score == null ? null : score.overlaps());
        writer.println(new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(values));
    }

    private static Map<String, String> walls(NeuralPotential potential) {
        Map<String, String> walls = new LinkedHashMap<>();
        List<String> names = potential.features().pairs().names();
        for (int pair = 0; pair < names.size(); pair++) {
            walls.put(names.get(pair), Digits.of(potential.wall().distance(pair), DIGITS));
        }
        return walls;
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec);
    }
}
