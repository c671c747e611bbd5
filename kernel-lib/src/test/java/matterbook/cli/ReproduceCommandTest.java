package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import matterbook.core.Stop;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code reproduce}: what it prints and writes, and how it stops. */
class ReproduceCommandTest {
    private static final long DEADLINE_NANOS = 60_000_000_000L;
    private static final long POLL_NANOS = 5_000_000L;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aPartIsPrintedAndWritten() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "# Mine\n");
        assertEquals(0, run("reproduce", "neurons", "equations", "--out", in("run"), "--write", page.toString()));
        assertTrue(out.toString()
                .startsWith("The derivatives (eqs 6, 9 and 11)\n  FAILS  Equation 9 is the derivative of a "
                        + "neuron by its inputs.\n    paper: formula\n    here:  distance "),
                out.toString());
        String text = Files.readString(page);
        assertTrue(
                text.startsWith("# Mine\n\n<!-- begin neurons equations -->\n## The derivatives (eqs 6, 9 and 11)\n\n"
                        + "`./matterbook reproduce neurons equations --write docs/reproduction.md`\n\n200 neurons "),
                text);
        assertTrue(text.contains("| claim | paper | here | verdict |\n|--|--|--|--|\n| Equation 9 is"), text);
        assertTrue(text.endsWith("| **fails** |\n\n<!-- end neurons equations -->\n"), text);
        assertEquals("", err.toString());
    }

    @Test
    void jsonHasTheSameFindings() {
        assertEquals(0, run("reproduce", "neurons", "equations", "--out", in("run"), "--json"));
        JsonObject part = JsonParser.parseString(out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("equations", part.get("part").getAsString());
        JsonObject claim = part.getAsJsonObject("findings").getAsJsonArray("claims").get(0).getAsJsonObject();
        assertEquals("eq-9", claim.get("id").getAsString());
        assertEquals("fails", claim.get("verdict").getAsString());
        assertEquals(3, part.getAsJsonObject("findings").getAsJsonArray("tables").get(0).getAsJsonObject()
                .getAsJsonArray("rows").size());
    }

    @Test
    void stopsAndGoesOn() throws Exception {
        Path kept = folder.resolve("run").resolve("finished");
        Thread signal = Thread.ofPlatform().start(() -> {
            long deadline = System.nanoTime() + DEADLINE_NANOS;
            while (!Files.exists(kept) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            Stop.request(); // past the deadline too: the command ends, and the file is missed below
        });
        try {
            assertEquals(130, run("reproduce", "neurons", "fig4", "--out", in("run"), "--starts", "1000"));
            signal.join();
        } finally {
            Stop.clear();
        }
        assertEquals("", out.toString());
        assertEquals(
                "matterbook: stopped; go on with: ./matterbook reproduce neurons fig4 --resume --starts 1000 --out "
                        + in("run") + "\n",
                err.toString());
        String before = Files.readString(kept);
        assertTrue(
                before.startsWith(
                        "2 [Quadratic[units=3, initialiser=XAVIER, start=RELINEAR, quadraticRate=1.0], TANH, "),
                before);

        ReproduceMemory memory = new ReproduceMemory(kept, true);
        String[] first = before.lines().findFirst().orElseThrow().split("\t", -1);
        assertEquals(Optional.of(first[1]), memory.recall(first[0]));
        assertEquals(Optional.empty(), new ReproduceMemory(kept, false).recall(first[0]));
        memory.save();
        assertEquals(before, Files.readString(kept));
        assertEquals(0, run("reproduce", "neurons", "equations", "--out", in("run")));
        assertEquals(before, Files.readString(kept), "another part leaves what is finished");
    }

    @Test
    void mistakesAreNamed() throws Exception {
        assertEquals(1, run("reproduce", "crystals"));
        assertEquals(1, run("reproduce", "neurons", "fig9"));
        assertEquals(1, run("reproduce", "neurons", "--starts", "0"));
        assertEquals(
                """
                        matterbook: no publication "crystals"; there are: neurons
                        matterbook: no part "fig9"; there are: equations, gates, spirals, rings, printed, baselines, images, reject, polynomials, parts, recurrent
                        matterbook: --starts must be at least 1, not 0
                        """,
                err.toString());
        Path file = Files.writeString(folder.resolve("finished"), "a key\tvalue\nno tab\n");
        assertEquals(
                file + ", line 2: a key, a tab and a value are wanted; mend the line, or remove the file to begin anew",
                assertThrows(UserError.class, () -> new ReproduceMemory(file, true)).getMessage());
    }
}
