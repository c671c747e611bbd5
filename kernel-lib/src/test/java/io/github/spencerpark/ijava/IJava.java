package io.github.spencerpark.ijava;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stand-in for IJava, which no repository has as a library: the classes and methods that a guest of its kernel
 * uses, with their names and parameters as in IJava 1.3 and the library below it.
 */
public final class IJava {
    private static JavaKernel kernel;

    private IJava() {}

    /** Null where no kernel runs. */
    public static JavaKernel getKernelInstance() {
        return kernel;
    }

    public static void start(JavaKernel started) {
        kernel = started;
    }

    /** What a front end gets. */
    public static class DisplayData {
        public final Map<String, Object> data = new LinkedHashMap<>();
        public String displayId = "";

        public DisplayData(String text) {
            data.put("text/plain", text);
        }

        public void putData(String type, Object content) {
            data.put(type, content);
        }

        public void setDisplayId(String id) {
            displayId = id;
        }
    }

    public static class RenderContext {
        private final DisplayData out;

        RenderContext(DisplayData out) {
            this.out = out;
        }

        public DisplayData getOutputContainer() {
            return out;
        }
    }

    @FunctionalInterface
    public interface RenderFunction<T> {
        void render(T value, RenderContext context);
    }

    public static class Renderer {
        private RenderFunction<Object> function = (value, context) -> {
        };

        public class RenderRegistration<T> {
            public final List<String> types = new ArrayList<>();

            public RenderRegistration<T> supporting(String... supported) {
                types.addAll(List.of(supported));
                return this;
            }

            public RenderRegistration<T> preferring(String... preferred) {
                types.addAll(List.of(preferred));
                return this;
            }

            @SuppressWarnings("unchecked")
            public void register(RenderFunction<T> rendering) {
                function = (RenderFunction<Object>) rendering;
            }
        }

        public <T> RenderRegistration<T> createRegistration(Class<T> type) {
            return new RenderRegistration<>();
        }

        public DisplayData render(Object value) {
            DisplayData out = new DisplayData(String.valueOf(value));
            function.render(value, new RenderContext(out));
            return out;
        }
    }

    public static class DisplayStream {
        public final Map<String, DisplayData> updated = new LinkedHashMap<>();

        public void updateDisplay(String id, DisplayData data) {
            updated.put(id, data);
        }
    }

    public static class JupyterIO {
        public final DisplayStream display = new DisplayStream();
    }

    public static class JavaKernel {
        private final Renderer renderer = new Renderer();
        private final JupyterIO io = new JupyterIO();
        public final List<DisplayData> displayed = new ArrayList<>();

        public Renderer getRenderer() {
            return renderer;
        }

        public JupyterIO getIO() {
            return io;
        }

        public void display(DisplayData data) {
            displayed.add(data);
        }
    }
}
