package matterbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code adsorption energy} on RASPA's single points, and on files that cannot be right. */
class AdsorptionEnergyCommandTest {
    private static final Path POINTS = Path.of("src/test/resources/matterbook/adsorption/single-points.json");
    private static final String METHANE = "{\"rows\":[{\"guest\":\"CH4\",\"positions_angstrom\":[[0,0,0]]},"
            + "{\"guest\":\"CH4\",\"id\":\"on Mg\",\"positions_angstrom\":[[5.31456,7.96629,4.39294]]}]}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void referenceEnergies() throws Exception {
        assertEquals(0, run("--framework", "mg-mof-74", "--force-field", "lin", "--guest", "CO2", "--configurations",
                POINTS.toString(), "--json"), err.toString());
        JsonArray rows = JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("rows");
        JsonArray expected = JsonParser.parseString(Files.readString(POINTS)).getAsJsonObject().getAsJsonArray("rows");
        assertEquals(7, rows.size());
        for (int n = 0; n < 7; n++) {
            JsonObject row = rows.get(n).getAsJsonObject();
            JsonObject reference = expected.get(n).getAsJsonObject();
            assertEquals("co2", row.get("guest").getAsString());
            assertEquals(reference.get("id").getAsInt(), row.get("id").getAsInt());
            double total = reference.get("total_kj_per_mol").getAsDouble();
            assertEquals(total, row.get("total_kj_per_mol").getAsDouble(), Math.max(0.015, 5e-4 * Math.abs(total)));
            assertEquals(reference.get("vdw_kelvin").getAsDouble(), row.get("vdw_kelvin").getAsDouble(), 5);
            assertEquals(reference.get("coulomb_kelvin").getAsDouble(), row.get("coulomb_kelvin").getAsDouble(), 1);
        }
    }

    /** Sites in any order: RASPA's water with its hydrogens first. */
    @Test
    void theOrderOfSites() throws Exception {
        JsonObject water = JsonParser.parseString(Files.readString(POINTS)).getAsJsonObject().getAsJsonArray("rows")
                .get(7).getAsJsonObject();
        for (String key : new String[]{"sites", "positions_angstrom"}) {
            JsonArray list = water.getAsJsonArray(key);
            list.add(list.remove(0));
        }
        assertEquals(0, energy("{\"rows\":[" + water + "]}", "--json"), err.toString());
        assertEquals(-64.60168, JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("rows").get(0)
                .getAsJsonObject().get("total_kj_per_mol").getAsDouble(), 0.015);
    }

    @Test
    void forPeople() throws Exception {
        assertEquals(0, energy(METHANE), err.toString());
        String[] lines = out.toString().lines().toArray(String[]::new);
        assertEquals("mg-mof-74: C72 H18 Mg18 O54, cell of 26.1136 x 26.1136 x 6.91674 angstrom, angles 90, 90, 120",
                lines[0]);
        assertEquals("Lin/Mercado, shifted cut at 12.8 angstrom, guests [CO2, H2O, CH4, CO]", lines[1]);
        assertEquals("guest         id   van der Waals/K     Coulomb/K  total/(kJ/mol)", lines[2]);
        assertTrue(lines[3].matches("CH4 {12}0 +-\\d+\\.\\d{3} +0\\.000 +-\\d+\\.\\d{5}"), lines[3]);
        assertEquals("CH4        on Mg           overlap", lines[4]);
        assertEquals(0, energy(METHANE, "--json"));
        assertTrue(out.toString().contains("\"vdw_kelvin\": null"), out.toString());
    }

    @Test
    void mistakesAreOneLine() throws Exception {
        String at = folder.resolve("f.json") + ": ";
        String row = at + "row 0 (counted from 0): ";
        said(at.replaceFirst(": $", "") + " is no JSON: Expected ':' at line 1 column 10 path $.rows", "{\"rows\" 1");
        said(at + "{\"rows\":[...]} is wanted, a row for each configuration", "[]");
        said(at + "no rows in it", "{\"rows\":[]}");
        said(row + "a row is an object with \"positions_angstrom\"", "{\"rows\":[1]}");
        said(row + "\"guest\" is missing; name it here or by --guest", "{\"rows\":[{}]}");
        said("the force field Lin/Mercado has no guest \"n2\"; it has [CO2, H2O, CH4, CO]",
                "{\"rows\":[{\"guest\":\"n2\"}]}");
        said(row + "\"positions_angstrom\" must be 3 places [x,y,z], for the sites [O_co2, C_co2, O_co2] of CO2",
                "{\"rows\":[{\"guest\":\"co2\",\"positions_angstrom\":[[0,0,0]]}]}");
        said(row + "a place is three numbers [x,y,z], not [0,\"a\",0]",
                "{\"rows\":[{\"guest\":\"ch4\",\"positions_angstrom\":[[0,\"a\",0]]}]}");
        said(row + "\"sites\" must be [CH4_sp3] in any order, not [C]",
                "{\"rows\":[{\"guest\":\"ch4\",\"sites\":[\"C\"],\"positions_angstrom\":[[0,0,0]]}]}");
        said(row + "O_co2 and C_co2 of CO2 are 0.116 angstrom apart, but 1.160 in the rigid guest",
                "{\"rows\":[{\"guest\":\"co2\",\"positions_angstrom\":[[0,0,0.116],[0,0,0],[0,0,-0.116]]}]}");
        assertEquals(1, energy(METHANE, "--guest", "co2"));
        assertEquals("matterbook: " + at + "none of its 2 rows is of guest co2\n", err.toString());
        assertEquals(1, energy(METHANE, "--framework", "none.cif"));
        assertEquals("matterbook: no such file: none.cif\n", err.toString());
    }

    private void said(String message, String text) throws Exception {
        assertEquals(1, energy(text));
        assertEquals("matterbook: " + message + "\n", err.toString());
    }

    private int energy(String text, String... more) throws Exception {
        Path file = folder.resolve("f.json");
        Files.writeString(file, text);
        String[] words = new String[more.length + 2];
        words[0] = "--configurations";
        words[1] = file.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return run(words);
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[words.length + 2];
        all[0] = "adsorption";
        all[1] = "energy";
        System.arraycopy(words, 0, all, 2, words.length);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all);
    }
}
