package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.GsonBuilder;
import matterbook.adsorption.CanonicalSampling;
import matterbook.adsorption.Configurations;
import matterbook.adsorption.DistanceSampling;
import matterbook.adsorption.EnergySurface;
import matterbook.adsorption.Framework;
import matterbook.adsorption.FrameworkIdentity;
import matterbook.adsorption.RejectionSampling;
import matterbook.adsorption.SampleRun;
import matterbook.adsorption.Sampling;
import matterbook.adsorption.Surfaces;
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

/** {@code matterbook adsorption sample}: configurations of one guest in a framework, to learn potentials from. */
@Command(name = "sample", mixinStandardHelpOptions = true, description = {
        "Draws configurations of one guest in a framework with their energies into a CSV file.", "",
        "By default canonical Monte Carlo: high temperatures (8000 K) give a wide range of energies, room temperature the"
                + " lowest alone. --floor draws the same distribution by rejection, each configuration independent of all"
                + " others; --distances draws whatever is so far from the framework.",
        ""})
final class AdsorptionSampleCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--framework", paramLabel = "NAME|FILE.cif", defaultValue = Framework.MG_MOF_74, description = "The framework: ${DEFAULT-VALUE}, or a CIF file with charges.")
    private String framework = Framework.MG_MOF_74;

    @Option(names = "--force-field", paramLabel = "NAME", defaultValue = "lin", description = "lin (Lin/Mercado), uff (UFF and TraPPE), or many-body (synthetic: lin with induced dipoles); ${DEFAULT-VALUE} if not given.")
    private String forceField = "lin";

    @Option(names = "--guest", paramLabel = "NAME", required = true, description = "CO2, H2O, CH4 or CO.")
    private String guest = "";

    @Option(names = "--temperature", paramLabel = "K", defaultValue = "8000", description = "In K (${DEFAULT-VALUE}).")
    private double temperature = 8000;

    @Option(names = "--stride", paramLabel = "N", defaultValue = "50", description = "Monte Carlo moves for each configuration (${DEFAULT-VALUE}).")
    private int stride = CanonicalSampling.STRIDE;

    @Option(names = "--floor", paramLabel = "KJ_PER_MOL", description = "Draws by rejection instead; an energy below all others, such as -45 for CO2 and -70 for H2O.")
    private @Nullable Double floor;

    @Option(names = "--distances", paramLabel = "NEAR,FAR", split = ",", arity = "1", description = "Draws uniformly instead, with a smallest distance from the framework in this range (angstrom).")
    private double @Nullable [] distances;

    @Option(names = "--count", paramLabel = "N", defaultValue = "2400", description = "How many (${DEFAULT-VALUE}).")
    private int count = 2400;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The seed of chance (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE.csv", required = true, description = "Where they go; a run under way keeps its state beside it, in FILE.csv.checkpoint.")
    private Path out = Path.of("");

    @Option(names = "--resume", description = "Goes on with a run that was stopped, exactly as it would have gone on.")
    private boolean resume;

    @Option(names = "--json", description = "Prints what was drawn as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        refuse();
        Framework host = Framework.named(framework);
        Surfaces.Named named = Surfaces.of(forceField, host, guest);
        Sampling sampling = sampling(named.surface());
        String setting = named.words() + "; " + sampling.words() + "; " + named.surface().guest().name() + " in "
                + FrameworkIdentity.of(host) + "; seed " + seed;
        Path checkpoint = Path.of(out + ".checkpoint");
        ProgressLine line = ProgressLine.to(err());
        Progress.listen((progress, finished) -> line.passing(progress.label() + "  " + progress.done() + "/"
                + progress.total() + "  " + TerminalProgress.timeLeft(progress.remainingSeconds())));
        try (StopOnSignal _ = new StopOnSignal()) {
            SampleRun run = begin(sampling, setting, checkpoint);
            Configurations drawn = run.run(count, setting, checkpoint).range(0, count);
            drawn.withOrigin(named.words() + "; " + sampling.words() + "; seed " + seed).save(out);
            Files.deleteIfExists(checkpoint);
            line.clear();
            tell(drawn, run.energies());
            return 0;
        } catch (Stopped _) {
            line.clear();
            err().println("matterbook: stopped; the same command with --resume goes on");
            return STOPPED;
        } finally {
            Progress.silence();
        }
    }

    private void refuse() {
        if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new UserError("--temperature must be above 0 K, not " + temperature);
        }
        if (count < 1 || stride < 1) {
            throw new UserError("--count and --stride must be at least 1");
        }
        if (distances != null && (distances.length != 2 || !(distances[0] >= 0 && distances[1] > distances[0]))) {
            throw new UserError("--distances needs two numbers, the smaller one first, such as 2.0,5.5");
        }
        if (distances != null && floor != null) {
            throw new UserError("--floor and --distances are two ways of drawing: give one of them");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserError("there is no folder " + folder + " to write " + out.getFileName() + " in");
        }
    }

    private Sampling sampling(EnergySurface surface) {
        if (distances != null) {
            return new DistanceSampling(surface, distances[0], distances[1]);
        }
        return floor != null
                ? new RejectionSampling(surface, temperature, floor)
                : new CanonicalSampling(surface, temperature, stride);
    }

    private SampleRun begin(Sampling sampling, String setting, Path checkpoint) throws IOException {
        if (!resume) {
            return SampleRun.start(sampling, Rng.seeded(seed));
        }
        if (!Files.isRegularFile(checkpoint)) {
            throw new UserError("there is no run to go on with in " + checkpoint
                    + ": leave --resume out to begin one, or name its file with --out");
        }
        return SampleRun.resume(sampling, setting, checkpoint);
    }

    private void tell(Configurations drawn, long energies) {
        double[] percentiles = {0.05, 0.5, 0.95, 0.99};
        if (!json) {
            out().println(String.format(Locale.ROOT, "%s%npercentiles 5, 50, 95, 99: %.1f, %.1f, %.1f, %.1f kJ/mol"
                    + "%n%d energies calculated; written to %s", drawn, drawn.percentile(percentiles[0]),
                    drawn.percentile(percentiles[1]), drawn.percentile(percentiles[2]),
                    drawn.percentile(percentiles[3]), energies, out));
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", out.toString());
        values.put("guest", drawn.guest().name());
        values.put("configurations", drawn.size());
        values.put("energies_calculated", energies);
        values.put("lowest_kj_per_mol", drawn.lowest());
        for (double part : percentiles) {
            values.put("percentile_" + Math.round(100 * part) + "_kj_per_mol", drawn.percentile(part));
        }
        values.put("below_10_kj_per_mol", (double) drawn.below(10).size() / drawn.size());
        out().println(new GsonBuilder().setPrettyPrinting().create().toJson(values));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
