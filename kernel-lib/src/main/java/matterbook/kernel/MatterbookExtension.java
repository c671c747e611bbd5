package matterbook.kernel;

import java.util.Map;

import matterbook.notebook.display.Display;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import matterbook.notebook.display.Renderers;
import matterbook.notebook.eval.KitImports;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/**
 * Makes the kit at home in a stock JJava kernel that has its jar on the class path: the same start-up imports, the
 * same renderers and {@code display(x)} as in our own kernel, which has them from the evaluator.
 */
public final class MatterbookExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        kernel.evalRaw(String.join("\n", KitImports.statements()));
        kernel.getRenderer().createRegistration(Object.class).supporting("text/plain", "text/html", "image/png",
                "image/svg+xml").preferring("text/plain").register(
                        (value,
                                context) -> put(Renderers.standard().render(value), context.getOutputContainer()));
        Display.connect(new KernelSink(kernel));
    }

    @Override
    public void uninstall(BaseKernel kernel) {
        Display.connect(null);
    }

    private static DisplayData put(MimeBundle bundle, DisplayData data) {
        bundle.data().forEach(data::putData);
        bundle.metadata().forEach((type, entries) -> data.putMetaData(type, Map.copyOf(entries)));
        return data;
    }

    /** Shows values through the kernel that the kit is a guest of. */
    private record KernelSink(BaseKernel kernel) implements OutputSink {
        @Override
        public void print(boolean error, String text) {
            // printed text goes the kernel's own way, through System.out and System.err
        }

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {
            DisplayData data = put(bundle, new DisplayData());
            if (displayId != null) {
                data.setDisplayId(displayId);
            }
            kernel.display(data);
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {
            kernel.getIO().display.updateDisplay(displayId, put(bundle, new DisplayData()));
        }
    }
}
