package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.GsonBuilder;
import matterbook.adsorption.ForceField;
import matterbook.adsorption.Framework;
import matterbook.adsorption.Guest;
import matterbook.adsorption.GuestEnergy;
import matterbook.adsorption.TabulatedHostGuest;
import matterbook.core.Stop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code matterbook adsorption energy}: energies of single guests that stand somewhere in a framework. */
@Command(name = "energy", mixinStandardHelpOptions = true, description = "Van der Waals and Coulomb energy of single guests in a framework, for each configuration of a file.")
final class AdsorptionEnergyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--framework", paramLabel = "NAME|FILE.cif", defaultValue = Framework.MG_MOF_74, description = "The framework: ${DEFAULT-VALUE}, or a CIF file; guests with charges need charges in it (_atom_site_charge).")
    private String framework = Framework.MG_MOF_74;

    @Option(names = "--force-field", paramLabel = "NAME", defaultValue = "lin", description = "lin (Lin/Mercado, for Mg-MOF-74) or uff (UFF and TraPPE); ${DEFAULT-VALUE} if not given.")
    private String forceField = "lin";

    @Option(names = "--guest", paramLabel = "NAME", description = "CO2, H2O, CH4 or CO: of a file with several guests, this one alone.")
    private @Nullable String guest;

    @Option(names = "--configurations", paramLabel = "FILE.json", required = true, description = "{\"rows\":[{\"guest\",\"id\",\"positions_angstrom\":[[x,y,z],...]}]}, a place for each site of the guest; \"sites\" may name their order.")
    private Path configurations = Path.of("");

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Framework host = Framework.named(framework);
        ForceField field = ForceField.named(forceField);
        List<GuestConfigurations.Row> rows = GuestConfigurations.read(configurations, field, guest);
        Map<Guest, TabulatedHostGuest> energies = new HashMap<>();
        List<GuestEnergy> results = new ArrayList<>();
        for (GuestConfigurations.Row row : rows) {
            Stop.check();
            results.add(energies.computeIfAbsent(row.guest(), one -> new TabulatedHostGuest(host, field, one))
                    .energy(row.sites()));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? json(rows, results) : text(host, field, rows, results));
        return 0;
    }

    /** JSON knows no infinity: overlapping atoms have null. */
    private static String json(List<GuestConfigurations.Row> rows, List<GuestEnergy> results) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            GuestEnergy energy = results.get(i);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("guest", rows.get(i).name());
            values.put("id", rows.get(i).id());
            values.put("vdw_kelvin", energy.isOverlap() ? null : energy.vanDerWaals());
            values.put("coulomb_kelvin", energy.isOverlap() ? null : energy.coulomb());
            values.put("total_kj_per_mol", energy.isOverlap() ? null : energy.kjPerMol());
            list.add(values);
        }
        return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(Map.of("rows", list));
    }

    private static String text(Framework host, ForceField field, List<GuestConfigurations.Row> rows,
            List<GuestEnergy> results) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s%n%s%n%-6s%10s%18s%14s%16s", host, field,
                "guest", "id", "van der Waals/K", "Coulomb/K", "total/(kJ/mol)"));
        for (int i = 0; i < rows.size(); i++) {
            GuestEnergy energy = results.get(i);
            text.append(energy.isOverlap()
                    ? String.format(Locale.ROOT, "%n%-6s%10s%18s", rows.get(i).name(), rows.get(i).id(), "overlap")
                    : String.format(Locale.ROOT, "%n%-6s%10s%18.3f%14.3f%16.5f", rows.get(i).name(), rows.get(i).id(),
                            energy.vanDerWaals(), energy.coulomb(), energy.kjPerMol()));
        }
        return text.toString();
    }
}
