package matterbook.adsorption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The reference energies of RASPA2. */
@SuppressWarnings("ArrayRecordComponent") // read once, by tests alone
record SinglePoints(String guest, double[] sites, double vanDerWaals, double coulomb, double kjPerMol) {
    static List<SinglePoints> all() throws IOException {
        Path file = Path.of("src/test/resources/matterbook/adsorption/single-points.json");
        List<SinglePoints> all = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8))
                .getAsJsonObject().getAsJsonArray("rows")) {
            JsonObject row = element.getAsJsonObject();
            JsonArray places = row.getAsJsonArray("positions_angstrom");
            double[] sites = new double[3 * places.size()];
            for (int n = 0; n < sites.length; n++) {
                sites[n] = places.get(n / 3).getAsJsonArray().get(n % 3).getAsDouble();
            }
            all.add(new SinglePoints(row.get("guest").getAsString(), sites, row.get("vdw_kelvin").getAsDouble(),
                    row.get("coulomb_kelvin").getAsDouble(), row.get("total_kj_per_mol").getAsDouble()));
        }
        return all;
    }
}
