package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import matterbook.adsorption.CanonicalSampling;
import matterbook.adsorption.Configurations;
import matterbook.adsorption.ForceField;
import matterbook.adsorption.Framework;
import matterbook.adsorption.FrameworkIdentity;
import matterbook.adsorption.SampleRun;
import matterbook.adsorption.Sampling;
import matterbook.adsorption.TabulatedHostGuest;
import matterbook.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AdsorptionSampleCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void drawsAndGoesOn() throws Exception {
        Path file = folder.resolve("co2.csv");
        String[] options = {"--guest", "CO2", "--count", "30", "--stride", "5", "--seed", "4", "--json", "--out",
                file.toString()};
        assertEquals(0, run(options), err.toString());
        Configurations whole = Configurations.load(file);
        assertEquals(30, whole.size());
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(whole.lowest(), json.get("lowest_kj_per_mol").getAsDouble());
        assertEquals("Lin/Mercado; Metropolis at 8000.0 K, of every 5 moves the last; seed 4", whole.origin());

        Framework host = Framework.mgMof74();
        ForceField lin = ForceField.lin();
        Sampling sampling = new CanonicalSampling(new TabulatedHostGuest(host, lin, lin.guest("CO2")), 8000, 5);
        SampleRun half = SampleRun.start(sampling, Rng.seeded(4));
        half.run(11);
        Path checkpoint = folder.resolve("co2.csv.checkpoint");
        half.save("Lin/Mercado; " + sampling.words() + "; CO2 in " + FrameworkIdentity.of(host) + "; seed 4",
                checkpoint);
        Files.delete(file);
        String[] again = java.util.Arrays.copyOf(options, options.length + 1);
        again[options.length] = "--resume";
        assertEquals(0, run(again), err.toString());
        assertArrayEquals(whole.energies(), Configurations.load(file).energies());
        assertEquals(whole.poses(), Configurations.load(file).poses());
        assertFalse(Files.exists(checkpoint));
    }

    @Test
    void mistakesAreOneLine() {
        String file = folder.resolve("x.csv").toString();
        mistake("--temperature must be above 0 K, not -5.0", "--guest", "CO2", "--temperature", "-5", "--out", file);
        mistake("no force field \"dft\"; there are lin, uff and many-body", "--guest", "CO2", "--force-field", "dft",
                "--out", file);
        mistake("--distances needs two numbers, the smaller one first, such as 2.0,5.5", "--guest", "CO", "--distances",
                "5,2", "--out", file);
        mistake("there is no run to go on with in " + file + ".checkpoint: leave --resume out to begin one, or name its"
                + " file with --out", "--guest", "CO2", "--resume", "--out", file);
        mistake("--floor and --distances are two ways of drawing: give one of them", "--guest", "CO", "--distances",
                "2,5", "--floor", "-45", "--out", file);
    }

    private void mistake(String message, String... args) {
        err.getBuffer().setLength(0);
        assertTrue(run(args) != 0);
        assertEquals("matterbook: " + message, err.toString().strip());
    }

    private int run(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "adsorption";
        all[1] = "sample";
        System.arraycopy(args, 0, all, 2, args.length);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all);
    }
}
