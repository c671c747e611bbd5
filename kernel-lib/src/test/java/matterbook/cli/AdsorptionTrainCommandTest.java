package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import matterbook.adsorption.Configurations;
import matterbook.adsorption.ForceField;
import matterbook.adsorption.Framework;
import matterbook.adsorption.NeuralPotential;
import matterbook.adsorption.RejectionSampling;
import matterbook.adsorption.SurfaceScore;
import matterbook.adsorption.TabulatedHostGuest;
import matterbook.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code adsorption train} from a file and from nothing, and what it cannot do. */
class AdsorptionTrainCommandTest {
    private static final Framework MOF = Framework.mgMof74();
    private static final Configurations DATA = new RejectionSampling(
            new TabulatedHostGuest(MOF, ForceField.lin(), ForceField.lin().guest("CO2"), 1.5), 8000, -45)
            .sample(160, Rng.seeded(1));

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void learnsFromAFile() throws Exception {
        Path data = folder.resolve("co2.csv");
        Path test = folder.resolve("test.csv");
        Path model = folder.resolve("co2.potential");
        DATA.save(data);
        DATA.range(100, 160).save(test);
        assertEquals(0, run("--data", data.toString(), "--count", "100", "--test", test.toString(), "--layers", "12,8",
                "--features", "exp,r-1", "--nearest", "2", "--members", "2", "--out", model.toString(), "--json"),
                err.toString());
        JsonObject told = JsonParser.parseString(out.toString()).getAsJsonObject();
        NeuralPotential learned = NeuralPotential.load(model, MOF);
        SurfaceScore score = SurfaceScore.of(learned, DATA.range(100, 160), 10);
        assertEquals(100, told.get("configurations").getAsInt());
        assertEquals(2, told.get("members").getAsInt());
        assertEquals(18, told.getAsJsonObject("wall_angstrom").size());
        assertEquals(score.error().rmse(), told.get("rmse_kj_per_mol").getAsDouble(), 1e-9);
        assertEquals(score.error().mae(), told.get("mae_kj_per_mol").getAsDouble(), 1e-9);
        assertEquals(score.count(), told.get("test_count").getAsInt());
        assertEquals("exp, r-1 of the 2 smallest distances", learned.features().set().toString());
        assertTrue(err.toString().contains("model 2 of 2: 10 epochs; least loss "), err.toString());
        assertTrue(Files.exists(folder.resolve("co2.potential.history.csv")));
    }

    @Test
    void drawsItsOwnAndStartsFromAnother() throws Exception {
        Path knn = folder.resolve("knn");
        Path test = folder.resolve("test.csv");
        DATA.save(test);
        assertEquals(0, run("--guest", "co2", "--count", "40", "--model", "knn", "--test", test.toString(), "--out",
                knn.toString()), err.toString());
        assertTrue(out.toString().contains("learned from 40 configurations by Knn[neighbours=5"), out.toString());
        assertTrue(out.toString().contains(" configurations below 10 kJ/mol"), out.toString());
        assertEquals(1, run("--data", test.toString(), "--from", knn.toString(), "--out",
                folder.resolve("dnn").toString()));
        assertTrue(err.toString().startsWith("matterbook: weights to start from are those of a network, not of: "),
                err.toString());
    }

    @Test
    void oneLineForWhatCannotBe() throws Exception {
        Path data = folder.resolve("co2.csv");
        DATA.range(0, 20).save(data);
        String file = data.toString();
        String model = folder.resolve("model").toString();
        assertError("name either a file to learn from (--data FILE.csv) or a guest to draw configurations of"
                + " (--guest CO2)", "--out", model);
        assertError("no model \"tree\"; there are dnn, forest, knn, svm, mlp", "--data", file, "--model", "tree",
                "--out", model);
        assertError("--layers needs whole numbers above 0 with commas, such as 50,50, not \"50,x\"", "--data", file,
                "--layers", "50,x", "--out", model);
        assertError("--members must be at least 1, not 0", "--data", file, "--members", "0", "--out", model);
        assertError(file + " has 20 configurations, not 21", "--data", file, "--count", "21", "--out", model);
        assertError("no term \"r-2\" of a distance; there are exp, r-1, r-4, r-6, r-8, r-10, r", "--data", file,
                "--features", "r-2", "--out", model);
        assertError("there is no training to go on with beside " + model + ": leave --resume out to begin it",
                "--data", file, "--resume", "--out", model);
        assertError("a potential needs at least 10 configurations to learn from, not 3", "--data", file, "--count",
                "3", "--out", model);
    }

    private void assertError(String message, String... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(1, run(arguments), message);
        assertEquals("matterbook: " + message, err.toString().strip());
    }

    private int run(String... arguments) {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new AdsorptionTrainCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true)).setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors).execute(arguments);
    }
}
