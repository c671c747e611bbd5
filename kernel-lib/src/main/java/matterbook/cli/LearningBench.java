package matterbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import matterbook.core.Stop;
import matterbook.notebook.file.Folders;
import matterbook.notebook.run.ChildProcess;
import matterbook.stats.Outliers;

/**
 * Networks and nearest neighbours beside Debian's torch and scikit-learn, one program after another in each round; medians over the
 * rounds. {@link LearningBenchChild} and {@code peers.py} say what is measured.
 */
final class LearningBench {
    static final String OURS = "Matterbook";
    static final String TORCH = "torch";
    static final String SKLEARN = "scikit-learn";

    private static final int HEAP_MEGABYTES = 2000;
    /** Debian's: another Python on the PATH may have other libraries, or none. */
    private static final String PYTHON = "/usr/bin/python3";
    private static final String NAME = "name";

    /**
     * What is measured.
     *
     * @param request what the programs are asked
     * @param perSecond whether more is better: a rate rather than a time
     * @param target of our number over the peer's, or of ours alone where the peer is ourselves
     * @param peer whose number is the measure
     */
    record Task(String name, String request, boolean perSecond, double target, String peer) {
        static final List<Task> ALL = List.of(
                new Task("5 x 50 ReLU, 2,400 x 432, batch 32: an epoch (ms)", "epoch", false, 0.33, TORCH),
                new Task("the same network, row by row (rows a ms)", "one", true, 10, TORCH),
                new Task("the same, 4,096 rows at once (rows a ms)", "many", true, 1, TORCH),
                new Task("LSTM(300), 100 x 60 words of 40: a step of Adam (ms)", "sequence", false, 0.8, TORCH),
                new Task("5 nearest of 2,400 x 432, scaled, 4,096 at once (rows a ms)", "nearest", true, 1, SKLEARN),
                new Task("load, and the first product (ms)", "start", false, 150, OURS));

        /** Whether the target is one of ratios. */
        boolean compared() {
            return !peer.equals(OURS);
        }
    }

    private final int rounds;
    private final PrintWriter progress;
    private final Map<String, double[]> found = new LinkedHashMap<>();
    private final Map<String, String> products = new LinkedHashMap<>();

    LearningBench(int rounds, PrintWriter progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    LearningBenchResult run() throws IOException {
        Path folder = Files.createTempDirectory("matterbook-bench");
        try {
            Path script = folder.resolve("peers.py");
            try (InputStream in = Objects
                    .requireNonNull(LearningBench.class.getResourceAsStream("learning/peers.py"))) {
                Files.copy(in, script);
            }
            List<String> missing = measure(script);
            Map<String, Double> medians = new LinkedHashMap<>();
            found.forEach((what, values) -> medians.put(what, Outliers.median(values)));
            return new LearningBenchResult(rounds, medians, products, missing);
        } finally {
            Folders.delete(folder);
        }
    }

    /** Returns which programs are not there. */
    private List<String> measure(Path script) throws IOException {
        List<String> missing = new ArrayList<>();
        Map<String, LearningProcess> programs = new LinkedHashMap<>();
        try {
            for (String program : List.of(OURS, TORCH, SKLEARN)) {
                progress.println("starting " + program);
                progress.flush();
                List<String> command = command(program, script);
                if (!program.equals(OURS) && !present(command)) {
                    missing.add(program);
                } else {
                    programs.put(program, LearningProcess.start(command));
                }
            }
            for (Map.Entry<String, LearningProcess> program : programs.entrySet()) {
                products.put(program.getKey(), program.getValue().line(NAME));
            }
            for (int round = 0; round < rounds; round++) {
                progress.println("round " + (round + 1) + " of " + rounds);
                progress.flush();
                round(round, programs, script);
            }
        } finally {
            programs.values().forEach(LearningProcess::close);
        }
        return missing;
    }

    private void round(int round, Map<String, LearningProcess> programs, Path script) throws IOException {
        for (Task task : Task.ALL) {
            for (Map.Entry<String, LearningProcess> entry : programs.entrySet()) {
                Stop.check();
                double value = task.compared()
                        ? entry.getValue().ask(task.request)
                        : askAnew(command(entry.getKey(), script), task.request);
                found.computeIfAbsent(entry.getKey() + " " + task.request, _ -> new double[rounds])[round] = value;
            }
        }
    }

    /** What starts is measured in a process that just began. */
    private static double askAnew(List<String> command, String request) throws IOException {
        try (LearningProcess fresh = LearningProcess.start(command)) {
            return fresh.ask(request);
        }
    }

    private static List<String> command(String program, Path script) {
        if (!program.equals(OURS)) {
            return List.of(PYTHON, "-I", script.toString(), program);
        }
        List<String> command = new ArrayList<>(List.of(ChildProcess.java().toString()));
        command.addAll(ChildProcess.flags(HEAP_MEGABYTES));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LearningBenchChild.class.getName()));
        return command;
    }

    /** Whether there is such a Python with such a library. */
    private static boolean present(List<String> command) {
        try (LearningProcess trial = LearningProcess.start(command)) {
            return trial.line("there").equals("yes");
        } catch (IOException _) {
            return false;
        }
    }
}
