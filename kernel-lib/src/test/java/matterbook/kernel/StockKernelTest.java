package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.Estimate;
import matterbook.notebook.display.Display;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.Test;

/** The kit's jar as a guest of a stock kernel that finds extensions by the service loader. */
class StockKernelTest {
    private static final class StockKernel extends BaseKernel {
        final List<String> evaluated = new ArrayList<>();
        final List<DisplayData> displayed = new ArrayList<>();

        StockKernel() {
            super("stock", "1", new LanguageInfo.Builder("java").build(), List.of(), new HistoryManager() {
            }, new JupyterIO(StandardCharsets.UTF_8), new CommManager(), new Renderer(), new MagicParser("%", "%%",
                    new MagicTranspiler()), new MagicsRegistry(), true, new StringStyler.Builder().build());
        }

        @Override
        public Object evalRaw(String code) {
            evaluated.add(code);
            return "";
        }

        @Override
        public void display(DisplayData data) {
            displayed.add(data);
        }

        @Override
        public DisplayData inspect(String code, int at, boolean extra) {
            return new DisplayData();
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            return new ReplacementOptions(List.of(), at, at);
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_YES;
        }
    }

    @Test
    void importsRenderersAndDisplayAreThere() {
        StockKernel kernel = new StockKernel();
        kernel.onStartup();
        assertTrue(kernel.evaluated.getFirst().contains("import matterbook.core.Rng;"), kernel.evaluated.toString());
        assertEquals("0.50 ± 0.10", kernel.getRenderer().render(new Estimate(0.5, 0.1)).getData(MIMEType.TEXT_PLAIN));
        Display.display(new Estimate(2, 1));
        assertEquals("2 ± 1", kernel.displayed.getFirst().getData(MIMEType.TEXT_PLAIN));
        kernel.onShutdown(false);
    }
}
