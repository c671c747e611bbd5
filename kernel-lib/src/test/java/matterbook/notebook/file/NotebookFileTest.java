package matterbook.notebook.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import matterbook.core.UserError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookFileTest {
    private static final Notebook EVERY_KIND = Notebook.matterbook(List.of(
            Cell.markdown("title", "# Ä title\n\nSome $\\pi$ \u2028 text"),
            Cell.code("sum", "int a = 1;\n\"q\\uote\" + a").withOutputs(1, List.of(
                    new Output.Stream(false, "one\rtwo\n\nthree"), new Output.Stream(true, "oops\u001b[0m"),
                    new Output.DisplayData(Map.of("text/plain", "a\nb", "image/png", "aGk=\n", "application/json",
                            Map.of("x", List.of(1L, 2.5, true))), Map.of("image/png", Map.of("width", 3L))),
                    new Output.ExecuteResult(1, Map.of("text/plain", "\"q\"", "image/svg+xml", "<svg>\n</svg>"),
                            Map.of()),
                    new Output.ErrorOutput("X", "why", List.of("X: why", "  at line 1")))),
            new Cell("raw", Cell.Kind.RAW, "", Map.of("tags", List.of(), "format", "x"), null, List.of(), Map.of()),
            new Cell("pic", Cell.Kind.MARKDOWN, "![](attachment:a.png)", Map.of(), null, List.of(),
                    Map.of("a.png", Map.of("image/png", "aGk=")))));

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("deep/every.ipynb");
        NotebookWriter.write(EVERY_KIND, file);
        assertEquals(EVERY_KIND, NotebookReader.read(file));
        assertEquals(1, Files.list(folder.resolve("deep")).count(), "no draft is left");
    }

    @Test
    void theFirstLinesOfAFile() {
        assertEquals("""
                {
                 "cells": [
                  {
                   "cell_type": "code",
                   "execution_count": null,
                   "id": "a",
                   "metadata": {},
                   "outputs": [],
                   "source": [
                    "var x = 1;\\n",
                    "x"
                   ]
                  }
                 ],
                 "metadata": {},
                 "nbformat": 4,
                 "nbformat_minor": 5
                }
                """, NotebookWriter.text(new Notebook(List.of(Cell.code("a", "var x = 1;\nx")), Map.of())));
    }

    /** Jupyter's own library reads our file, finds it valid and writes the same bytes. */
    @Test
    @Tag("full")
    void jupyterWritesTheSameBytes() throws Exception {
        Path file = folder.resolve("every.ipynb");
        NotebookWriter.write(EVERY_KIND, file);
        assertEquals("same\n", matterbook.Programs.python("""
                import nbformat, sys
                text = open(sys.argv[1], encoding='utf-8', newline='').read()
                notebook = nbformat.reads(text, as_version=4)
                nbformat.validate(notebook)
                print('same' if nbformat.writes(notebook) + '\\n' == text else nbformat.writes(notebook))
                """, file.toString()));
    }

    @Test
    void cellsWithoutIdsGetTheirPlaceAsId() {
        String old = """
                {"nbformat": 4, "nbformat_minor": 2, "metadata": {"custom": {"deep": null}}, "cells": [
                 {"cell_type": "markdown", "metadata": {}, "source": ["# One\\n", "two"]},
                 {"cell_type": "code", "metadata": {}, "source": "1", "execution_count": null, "outputs": []},
                 {"cell_type": "code", "id": "cell-1", "metadata": {}, "source": "", "outputs": []}]}
                """;
        Notebook notebook = NotebookReader.parse(old, "old.ipynb");
        assertEquals(List.of("cell-1", "cell-2", "cell-3-2"), notebook.cells().stream().map(Cell::id).toList());
        assertEquals("# One\ntwo", notebook.cells().getFirst().source());
        assertEquals("One", notebook.title().orElseThrow());
        assertEquals(" \"metadata\": {\n  \"custom\": {\n   \"deep\": null\n  }\n }",
                NotebookWriter.text(notebook).replaceFirst("(?s).*\n \"metadata\"", " \"metadata\"")
                        .replaceFirst("(?s),\n \"nbformat\".*", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"cells\": [        | x.ipynb: line 1, column 12: not JSON: end of input (at $.cells[0])",
            "`{\n \"a\": oops}`    | x.ipynb: line 2, column 7: not JSON: malformed text (at $.a)",
            "Dear teacher, hello  | x.ipynb: this file is not a notebook: it holds other text than what Jupyter saves",
            "[1, 2]               | x.ipynb: not a notebook: the file holds no JSON object",
            "{}                   | x.ipynb: not a notebook: it has no \"nbformat\"",
            "{\"nbformat\": 3}    | x.ipynb: nbformat 3 is not read, only 4: open and save it once in Jupyter",
            "{\"nbformat\": 4}    | x.ipynb: not a notebook: it has no list \"cells\"",
            "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\"}]} | x.ipynb: cell 1: cell_type must be code, markdown or raw, not heading",
            "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"outputs\": [{}]}]} | x.ipynb: cell 1: output_type must be stream, display_data, execute_result or error, not null"})
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertEquals(message, assertThrows(UserError.class, () -> NotebookReader.parse(text, "x.ipynb")).getMessage());
    }

    @Test
    void emptyAndBinaryFiles() throws IOException {
        Path file = folder.resolve("x.ipynb");
        Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1});
        assertEquals(file + ": not a notebook: it is not UTF-8 text",
                assertThrows(UserError.class, () -> NotebookReader.read(file)).getMessage());
        assertEquals("x.ipynb: this file is not a notebook: it is empty",
                assertThrows(UserError.class, () -> NotebookReader.parse("", "x.ipynb")).getMessage());
    }

    @Test
    void refusesIdsThatNbformatDoesNotTake() {
        assertEquals("a cell id has 1 to 64 letters, digits, '-' and '_'; \"a b\" is none",
                assertThrows(IllegalArgumentException.class, () -> Cell.code("a b", "")).getMessage());
    }
}
