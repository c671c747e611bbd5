package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import matterbook.core.Launcher;
import matterbook.core.Progress;
import matterbook.core.Stopped;
import matterbook.core.UserError;
import matterbook.neurons.NeuronStudies;
import matterbook.notebook.display.TerminalProgress;
import matterbook.reproduce.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook reproduce}: tries the claims of a publication again. */
@Command(name = "reproduce", mixinStandardHelpOptions = true, description = {
        "Tries the claims of a publication again and says which of them hold.", "",
        "neurons: second-order neural networks (Fan, Cong and Wang). Parts: equations, gates, spirals (or fig3), rings (or"
                + " fig4, fig5), printed, baselines, images (or fig6), reject, polynomials, parts, recurrent.",
        ""})
final class ReproduceCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PAPER", description = "neurons.")
    private String paper = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "PART", description = "One part alone.")
    private @Nullable String part;

    @Option(names = "--starts", paramLabel = "N", description = "Random starts of each network (${DEFAULT-VALUE}).")
    private int starts = NeuronStudies.STARTS;

    @Option(names = "--out", paramLabel = "DIR", description = "Where finished starts are kept (runs/reproduce-PAPER).")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Goes on with a run that was stopped.")
    private boolean resume;

    @Option(names = "--write", paramLabel = "FILE", description = "Replaces the sections of what was tried in FILE (docs/reproduction.md).")
    private @Nullable Path page;

    @Option(names = "--json", description = "Prints the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!paper.equals("neurons")) {
            throw new UserError("no publication \"" + paper + "\"; there are: neurons");
        }
        if (starts < 1) {
            throw new UserError("--starts must be at least 1, not " + starts);
        }
        List<Study> studies = chosen();
        if (page != null) {
            BenchReport.requirePage(page, ReproduceReport.HEAD,
                    studies.stream().map(study -> paper + " " + study.id()).toList());
        }
        Path folder = out == null ? Path.of("runs", "reproduce-" + paper) : out;
        try (StopOnSignal _ = new StopOnSignal(); OutFolder held = OutFolder.lock(folder)) {
            return run(studies, held.path());
        }
    }

    private List<Study> chosen() {
        List<Study> all = NeuronStudies.all(starts);
        if (part == null) {
            return all;
        }
        String id = switch (part.toLowerCase(Locale.ROOT)) {
            case "fig3" -> "spirals";
            case "fig4", "fig5" -> "rings";
            case "fig6" -> "images";
            default -> part;
        };
        return List.of(all.stream().filter(study -> study.id().equals(id)).findFirst()
                .orElseThrow(() -> new UserError("no part \"" + part + "\"; there are: "
                        + all.stream().map(Study::id).collect(Collectors.joining(", ")))));
    }

    private int run(List<Study> studies, Path folder) throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        ProgressLine line = ProgressLine.to(err);
        ReproduceMemory memory = new ReproduceMemory(folder.resolve("finished"), resume);
        Progress.listen((progress, finished) -> line.underway(() -> shown(progress)));
        try {
            List<ReproduceReport> reports = new ArrayList<>();
            for (Study study : studies) {
                ReproduceReport report = new ReproduceReport(study, study.run(memory), command(study));
                reports.add(report);
                line.clear();
                tell(report);
            }
            if (json) {
                writer().println(ReproduceReport.json(reports));
            }
            return 0;
        } catch (Stopped _) {
            line.clear();
            err.println("matterbook: stopped; go on with: " + again());
            return STOPPED;
        } finally {
            Progress.silence();
            memory.save();
        }
    }

    private void tell(ReproduceReport report) throws IOException {
        if (page != null) {
            BenchReport.replace(page, ReproduceReport.HEAD, paper + " " + report.study().id(), report.section());
        }
        if (!json) {
            writer().println(report.text());
            writer().flush();
        }
    }

    private static String shown(Progress progress) {
        return progress.label() + "  " + progress.done() + "/" + progress.total() + "  "
                + TerminalProgress.timeLeft(progress.remainingSeconds());
    }

    private String command(Study study) {
        return "./matterbook reproduce " + paper + " " + study.id()
                + (starts == NeuronStudies.STARTS ? "" : " --starts " + starts) + " --write docs/reproduction.md";
    }

    private String again() {
        List<String> words = new ArrayList<>(List.of("reproduce", paper));
        if (part != null) {
            words.add(part);
        }
        words.add("--resume");
        if (starts != NeuronStudies.STARTS) {
            words.addAll(List.of("--starts", Integer.toString(starts)));
        }
        if (out != null) {
            words.addAll(List.of("--out", out.toString()));
        }
        if (page != null) {
            words.addAll(List.of("--write", page.toString()));
        }
        if (json) {
            words.add("--json");
        }
        return Launcher.command(words.toArray(String[]::new));
    }

    private PrintWriter writer() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
