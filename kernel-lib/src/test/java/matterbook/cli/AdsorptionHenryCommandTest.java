package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import matterbook.adsorption.ForceField;
import matterbook.adsorption.Framework;
import matterbook.adsorption.TabulatedHostGuest;
import matterbook.adsorption.Widom;
import matterbook.adsorption.WidomRun;
import matterbook.core.Progress;
import matterbook.core.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code adsorption henry} and {@code isotherm}: results, files, and what cannot be. */
class AdsorptionHenryCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("adsorption"));
        all.addAll(List.of(words));
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }

    @Test
    void henry() {
        assertEquals(0, run("henry", "--guest", "CO2", "--temperature", "300,320", "--insertions", "200000",
                "--json"), err.toString());
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals("mg-mof-74", json.get("framework").getAsString());
        JsonObject row = json.getAsJsonArray("rows").get(0).getAsJsonObject();
        double error = row.get("henry_error").getAsDouble();
        assertTrue(error < 2e-4, out.toString());
        assertEquals(1.683e-3, row.get("henry_mol_per_kg_pa").getAsDouble(), 4 * Math.hypot(error, 0.014e-3));
        assertEquals(37.5, row.get("heat_kj_per_mol").getAsDouble(), 1.2);
        assertEquals(37.5, json.get("vant_hoff_heat_kj_per_mol").getAsDouble(), 1.2);
    }

    /** A run that was stopped in the middle gives the same file as one that was not. */
    @Test
    void goesOn() throws Exception {
        String[] words = {"henry", "--guest", "CH4", "--force-field", "uff", "--insertions", "6400", "--method",
                "uniform", "--json", "--out", ""};
        words[words.length - 1] = folder.resolve("whole").toString();
        assertEquals(0, run(words), err.toString());
        Path other = Files.createDirectories(folder.resolve("stopped"));
        ForceField uff = ForceField.uff();
        Rng rng = Rng.seeded(1);
        Framework framework = Framework.mgMof74();
        WidomRun half = Widom.of(new TabulatedHostGuest(framework, uff, uff.guest("CH4"))).start(new double[]{300},
                6400, rng.split());
        try (Progress progress = Progress.start("insertions", 6400)) {
            half.advance(progress);
            half.advance(progress);
        }
        Path checkpoint = other.resolve("henry.checkpoint");
        half.save(checkpoint, framework + "; --framework mg-mof-74 --force-field uff --guest CH4 --seed 1"
                + " --temperature 300 --insertions 6400 --method uniform");
        words[words.length - 1] = other.toString();
        assertEquals(1, run(words));
        assertEquals("matterbook: " + other
                + " holds an unfinished run: go on with --resume, give another --out, or delete it\n", err.toString());
        List<String> resumed = new ArrayList<>(List.of(words));
        resumed.add("--resume");
        assertEquals(0, run(resumed.toArray(String[]::new)), err.toString());
        assertEquals(Files.readString(folder.resolve("whole/henry.json")),
                Files.readString(other.resolve("henry.json")));
        assertFalse(Files.exists(checkpoint));
    }

    @Test
    void isotherm() {
        assertEquals(0, run("isotherm", "--pressures", "100,1000", "--sweeps", "60", "--grid", "--json"),
                err.toString());
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(2, json.getAsJsonArray("rows").size());
        JsonObject last = json.getAsJsonArray("rows").get(1).getAsJsonObject();
        assertEquals(1000, last.get("pressure_pa").getAsDouble());
        // below K_H p, for the places are taken one after the other
        assertEquals(1.3, last.get("mol_per_kg").getAsDouble(), 0.5);
    }

    @Test
    void whatCannotBe() {
        fails("--temperature needs numbers above 0, such as 300 or 300,320,340, not \"0\"", "henry", "--temperature",
                "0");
        fails("--temperature needs numbers above 0, such as 300, not \"-5\"", "isotherm", "--pressures", "1",
                "--temperature", "-5");
        fails("--pressures must rise, such as 100,1000,10000, not \"10,1\"", "isotherm", "--pressures", "10,1");
        fails("--insertions must be at least 64, not 3", "henry", "--insertions", "3");
        fails("--sweeps must lie between 16 and 100000000, not 3", "isotherm", "--pressures", "1", "--sweeps", "3");
        fails("no method \"best\"; there are guided, importance, uniform or grid", "henry", "--method", "best");
        fails("--resume needs --out DIR, the folder of the run that was stopped", "henry", "--resume");
        Path missing = folder.resolve("missing");
        fails("there is no run to go on with in " + missing
                + ": leave --resume out to begin one, or name its folder with --out", "henry", "--resume", "--out",
                missing.toString());
        fails("the force field Lin/Mercado has no guest \"C60\"; it has [CO2, H2O, CH4, CO]", "henry", "--guest",
                "C60");
    }

    private void fails(String message, String... words) {
        assertEquals(1, run(words), out.toString());
        assertEquals("matterbook: " + message + "\n", err.toString());
    }

    @Test
    void aGuestLargerThanThePores() throws Exception {
        Path cif = folder.resolve("dense.cif");
        Files.writeString(cif, """
                data_dense
                _cell_length_a 3
                _cell_length_b 3
                _cell_length_c 3
                _cell_angle_alpha 90
                _cell_angle_beta 90
                _cell_angle_gamma 90
                loop_
                _atom_site_label
                _atom_site_type_symbol
                _atom_site_fract_x
                _atom_site_fract_y
                _atom_site_fract_z
                C1 C 0 0 0
                C2 C 0.5 0.5 0
                C3 C 0.5 0 0.5
                C4 C 0 0.5 0.5
                """);
        fails("none of 6400 insertions of CH4 found room in " + cif + ": the guest is larger than the pores", "henry",
                "--framework", cif.toString(), "--force-field", "uff", "--guest", "CH4", "--method", "uniform",
                "--insertions", "6400");
    }
}
