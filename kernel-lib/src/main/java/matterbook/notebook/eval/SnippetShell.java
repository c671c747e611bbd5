package matterbook.notebook.eval;

import java.util.Map;

import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Makes the JShell that runs its snippets through our own execution control. */
final class SnippetShell {
    private SnippetShell() {}

    static JShell create(CellExecutionControl control) {
        return JShell.builder().executionEngine(new Provider(control), Map.of()).fileManager(PlacelessFiles::new)
                .build();
    }

    private record Provider(CellExecutionControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "matterbook";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
