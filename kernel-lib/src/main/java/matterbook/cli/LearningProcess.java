package matterbook.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import matterbook.core.UserError;
import matterbook.notebook.run.ChildProcess;

/**
 * A program that answers each line with one. All get the same environment: variables with which a shell steers libraries for
 * matrices, Python or Java are taken away, and every library has one thread.
 */
record LearningProcess(ChildProcess child, BufferedWriter to, BufferedReader from) implements AutoCloseable {
    /** What such variables begin with. */
    private static final List<String> STEERING = List.of("OPENBLAS_", "GOTO_", "OMP_", "GOMP_", "KMP_", "MKL_", "BLIS_",
            "BLAS_", "NVPL_", "DNNL_", "ONEDNN_", "ATEN_", "TORCH_", "PYTORCH_", "PYTHON", "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "LD_PRELOAD", "LD_LIBRARY_PATH");
    private static final List<String> THREADS = List.of("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS");

    static LearningProcess start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        clean(builder.environment());
        ChildProcess child = ChildProcess.of(builder.start());
        return new LearningProcess(child, child.process().outputWriter(), child.process().inputReader());
    }

    static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> STEERING.stream().anyMatch(name::startsWith));
        THREADS.forEach(name -> environment.put(name, "1"));
    }

    String line(String request) throws IOException {
        to.write(request + "\n");
        to.flush();
        String answer = from.readLine();
        if (answer == null) {
            throw new UserError("a program of the benchmark ended at: " + request);
        }
        return answer;
    }

    double ask(String request) throws IOException {
        return Double.parseDouble(line(request));
    }

    @Override
    public void close() {
        child.close();
    }
}
