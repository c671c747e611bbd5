package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
    private static final Submission WORK = new Submission("Zoë Müller 王", "02", Path.of("02.ipynb"));

    @TempDir
    private Path folder;

    @Test
    void whatWasSavedIsLoadedForItsKeyAlone() throws IOException {
        ResultStore store = new ResultStore(folder);
        store.save(WORK, graded());
        assertEquals(Optional.of(graded()), store.load(WORK, "k1"));
        assertEquals(Optional.empty(), store.load(WORK, "k2"));
        assertEquals(Optional.empty(), store.load(new Submission("ann", "02", Path.of("02.ipynb")), "k1"));
        assertEquals(List.of("b", "a", "c"), List.copyOf(store.load(WORK, "k1").orElseThrow().notes().keySet()));
    }

    @Test
    void whatNobodyCanReadIsGradedAnew() throws IOException {
        ResultStore store = new ResultStore(folder);
        store.save(WORK, graded());
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        for (String text : List.of("", "{}", "[]", "no JSON", "{\"key\":\"k1\"}", "{\"key\":\"k1\",\"cells\":[null]}",
                Files.readString(file).substring(0, 40))) {
            Files.writeString(file, text);
            assertEquals(Optional.empty(), store.load(WORK, "k1"), text);
        }
        Files.write(file, "{\"key\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Optional.empty(), store.load(WORK, "k1"));
    }

    private static Graded graded() {
        Map<String, String> notes = new LinkedHashMap<>();
        List.of("b", "a", "c").forEach(id -> notes.put(id, "took too long"));
        return new Graded("Zoë Müller 王", "02", Graded.GRADED, "k1",
                List.of(new CellMark("t", "a", 1.5, 2, Outcome.PARTIAL, "")), List.of(), notes);
    }
}
