package matterbook.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

import matterbook.notebook.run.ChildProcess;
import org.jspecify.annotations.Nullable;

/** torch and scikit-learn in a process of Debian's Python, which answers each request with its rates. */
final class RegressionPeers implements AutoCloseable {
    private static final String PYTHON = "/usr/bin/python3";

    private final @Nullable ChildProcess child;

    /** Starts it and waits until it is warm. */
    RegressionPeers(Path folder) throws IOException {
        Path script = folder.resolve("peers.py");
        try (InputStream in = Objects
                .requireNonNull(RegressionPeers.class.getResourceAsStream("regression/peers.py"))) {
            Files.copy(in, script);
        }
        ProcessBuilder builder = new ProcessBuilder(PYTHON, script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        for (String variable : new String[]{"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"}) {
            builder.environment().put(variable, "1");
        }
        ChildProcess started = Files.isExecutable(Path.of(PYTHON)) ? ChildProcess.of(builder.start()) : null;
        if (started != null && !"ready".equals(started.process().inputReader().readLine())) {
            started.close();
            started = null;
        }
        child = started;
    }

    /** Its rates in the order of {@link RegressionBench#TASKS}; NaN for what it cannot do or is not installed. */
    double[] rates(String peer) throws IOException {
        if (child == null) {
            return nothing();
        }
        BufferedWriter to = child.process().outputWriter();
        to.write(peer + "\n");
        to.flush();
        BufferedReader from = child.process().inputReader();
        String answer = from.readLine();
        return answer == null ? nothing() : Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double[] nothing() {
        double[] rates = new double[RegressionBench.TASKS.size()];
        Arrays.fill(rates, Double.NaN);
        return rates;
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
