package matterbook.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {
    private static final class Recorder implements OutputSink {
        final List<String> seen = new ArrayList<>();
        final List<MimeBundle> bundles = new ArrayList<>();

        @Override
        public void print(boolean error, String text) {
            seen.add("print");
        }

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {
            seen.add("display " + bundle.text());
            bundles.add(bundle);
        }

        @Override
        public void update(MimeBundle bundle, String displayId) {
            seen.add("update " + bundle.text());
            bundles.add(bundle);
        }
    }

    @Test
    void aBarMovesInPlaceInTheNotebook() {
        Recorder sink = new Recorder();
        NotebookProgress bars = new NotebookProgress(sink, 0);
        Progress progress = Progress.start("<walk>", 10);
        progress.step(3);
        bars.report(progress, false);
        progress.step(7);
        bars.report(progress, true);
        assertEquals(List.of("display <walk>: 3 of 10", "update <walk>: 10 of 10"), sink.seen);
        String html = String.valueOf(sink.bundles.getFirst().get(MimeBundle.HTML));
        assertTrue(
                html.contains("<progress max=\"10\" value=\"3\"") && html.contains("&lt;walk&gt;: 3 of 10, 0 s left"),
                html);
    }

    @Test
    void shortWorkDrawsNothing() {
        Recorder sink = new Recorder();
        Progress progress = Progress.start("walk", 10);
        new NotebookProgress(sink).report(progress, false);
        new NotebookProgress(sink, 0).report(progress, true);
        assertEquals(List.of(), sink.seen);
        assertEquals("", terminal(1, progress, true));
    }

    @Test
    void theTerminalOverwritesItsLine() {
        Progress progress = Progress.start("walk", 4);
        progress.step();
        assertEquals("\rwalk [######..................]  25 %, 0 s left", terminal(0, progress, false));
        String whole = terminal(0, progress, true);
        assertTrue(whole.matches("(?s)\rwalk \\[######.*\rwalk: 1 of 4 in 0\\.\\d s +\\R"), whole);
    }

    @Test
    void timeLeft() {
        assertEquals("42 s left", TerminalProgress.timeLeft(41.6));
        assertEquals("3 min 05 s left", TerminalProgress.timeLeft(185));
        assertEquals("2 h 10 min left", TerminalProgress.timeLeft(7800));
        assertEquals("time left unknown", TerminalProgress.timeLeft(Double.NaN));
    }

    private static String terminal(double quietSeconds, Progress progress, boolean finish) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalProgress bar = new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), quietSeconds);
        bar.report(progress, false);
        if (finish) {
            bar.report(progress, true);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
