package matterbook.kernel;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;

import matterbook.notebook.display.Display;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import matterbook.notebook.display.Renderers;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code display(x)} and the kit's renderers work where the jar is a guest: in IJava, and as text in a plain
 * JShell. Called by the start-up script docs/stock-kernel.jsh. JJava needs no call, see {@link MatterbookExtension}.
 *
 * <p>IJava was never published as a library, so what is used of it is called by name.
 */
public final class StockKernels {
    private static final String IJAVA = "io.github.spencerpark.ijava.IJava";

    private StockKernels() {}

    /** Connects to IJava where it runs; else shows values as text on {@code out}, unless they show already. */
    public static void connect(PrintStream out) {
        Optional<Object> ijava = ijava();
        if (ijava.isPresent()) {
            Guest guest = new Guest(ijava.get());
            guest.register();
            Display.connect(guest);
        } else if (!Display.isConnected()) {
            Display.connect(new Text(out));
        }
    }

    private static Optional<Object> ijava() {
        try {
            return Optional.ofNullable(Class.forName(IJAVA).getMethod("getKernelInstance").invoke(null));
        } catch (ReflectiveOperationException _) {
            return Optional.empty();
        }
    }

    /** Shows values as text, one after another. */
    private record Text(PrintStream out) implements OutputSink {
        @Override
        public void print(boolean error, String text) {
            // printed text goes the shell's own way
        }

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {
            out.println(bundle.text());
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {
            out.println(bundle.text());
        }
    }

    /** IJava's kernel, whose renderer and displays are called by name. */
    private record Guest(Object kernel) implements OutputSink {
        /** Values of all types look as they do in our own kernel. */
        void register() {
            Object renderer = call(kernel, "getRenderer");
            Object registration = call(renderer, "createRegistration", Object.class);
            call(registration, "supporting", (Object) new String[]{MimeBundle.TEXT, MimeBundle.HTML, MimeBundle.PNG,
                    MimeBundle.SVG});
            call(registration, "preferring", (Object) new String[]{MimeBundle.TEXT});
            Class<?> function = method(registration, "register", 1).getParameterTypes()[0];
            call(registration, "register", Proxy.newProxyInstance(function.getClassLoader(), new Class<?>[]{function},
                    (proxy, method, arguments) -> {
                        put(Renderers.standard().render(arguments[0]), call(arguments[1], "getOutputContainer"));
                        return null;
                    }));
        }

        @Override
        public void print(boolean error, String text) {
            // printed text goes the kernel's own way
        }

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {
            Object data = data(bundle);
            if (displayId != null) {
                call(data, "setDisplayId", displayId);
            }
            call(kernel, "display", data);
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {
            Object io = call(kernel, "getIO");
            try {
                call(io.getClass().getField("display").get(io), "updateDisplay", displayId, data(bundle));
            } catch (ReflectiveOperationException unlike) {
                throw new IllegalStateException("this IJava has no displays to update", unlike);
            }
        }

        /** What {@code kernel.display} takes, made from a text and filled with the rest. */
        private Object data(MimeBundle bundle) {
            try {
                Object data = method(kernel, "display", 1).getParameterTypes()[0].getConstructor(String.class)
                        .newInstance(bundle.text());
                put(bundle, data);
                return data;
            } catch (ReflectiveOperationException unlike) {
                throw new IllegalStateException("this IJava displays nothing", unlike);
            }
        }

        private static void put(MimeBundle bundle, Object data) {
            bundle.data().forEach((type, content) -> call(data, "putData", type, content));
        }
    }

    private static Object call(Object target, String name, Object... arguments) {
        try {
            Object result = Arrays.stream(target.getClass().getMethods())
                    .filter(method -> method.getName().equals(name) && takes(method, arguments)).findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(name)).invoke(target, arguments);
            return result == null ? target : result;
        } catch (ReflectiveOperationException unlike) {
            throw new IllegalStateException("this IJava has no " + name + " as expected", unlike);
        }
    }

    private static boolean takes(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length && types.length == arguments.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return types.length == arguments.length;
    }

    private static Method method(Object target, String name, int parameters) {
        return Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst().orElseThrow(() -> new IllegalStateException("this IJava has no " + name));
    }
}
