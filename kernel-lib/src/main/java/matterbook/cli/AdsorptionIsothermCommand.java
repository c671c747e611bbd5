package matterbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.GsonBuilder;
import matterbook.adsorption.EnergySurface;
import matterbook.adsorption.GuestMonteCarlo;
import matterbook.adsorption.IsothermPoint;
import matterbook.adsorption.IsothermRun;
import matterbook.adsorption.PlacementMap;
import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Rng;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code matterbook adsorption isotherm}: loadings by grand canonical Monte Carlo. */
@Command(name = "isotherm", mixinStandardHelpOptions = true, description = "How much of a gas a framework holds at several pressures, by grand canonical Monte Carlo; the gas outside is ideal.")
final class AdsorptionIsothermCommand implements Callable<Integer> {
    private static final long FEWEST = 16;
    private static final long MOST = 100_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private AdsorptionSystem system = new AdsorptionSystem();

    @Mixin
    private AdsorptionRunner runner = new AdsorptionRunner();

    @Option(names = "--temperature", paramLabel = "T", defaultValue = "300", description = "In K (${DEFAULT-VALUE}).")
    private String temperature = "300";

    @Option(names = "--pressures", paramLabel = "P[,P...]", required = true, description = "In Pa, rising.")
    private String pressures = "";

    @Option(names = "--sweeps", paramLabel = "N", defaultValue = "4000", description = "Of 100 moves, for each pressure; a quarter as many come before, to equilibrate (${DEFAULT-VALUE}).")
    private long sweeps = 4000;

    @Option(names = "--grid", description = "Takes energies with the framework from a grid: faster, its error included.")
    private boolean grid;

    @Option(names = "--alone", description = "Guests do nothing to each other: the loading is the Henry coefficient times the pressure.")
    private boolean alone;

    @Override
    public Integer call() throws IOException {
        double[] kelvin = AdsorptionSystem.numbers(temperature, "--temperature", "300");
        double[] pascal = AdsorptionSystem.numbers(pressures, "--pressures", "100,1000,10000");
        if (kelvin.length > 1) {
            throw new UserError("an isotherm has one temperature, not " + temperature);
        }
        for (int p = 1; p < pascal.length; p++) {
            if (pascal[p] <= pascal[p - 1]) {
                throw new UserError("--pressures must rise, such as 100,1000,10000, not \"" + pressures + "\"");
            }
        }
        if (sweeps < FEWEST || sweeps > MOST) {
            throw new UserError("--sweeps must lie between " + FEWEST + " and " + MOST + ", not " + sweeps);
        }
        CommandSpec own = Objects.requireNonNull(spec);
        return runner.run(() -> job(kelvin[0], pascal), "isotherm " + words(), own.commandLine().getOut(),
                own.commandLine().getErr());
    }

    private String words() {
        return system.words() + " --temperature " + temperature + " --pressures " + pressures + " --sweeps " + sweeps
                + (grid ? " --grid" : "") + (alone ? " --alone" : "");
    }

    private IsothermJob job(double kelvin, double[] pascal) throws IOException {
        AdsorptionSystem.Chosen chosen = system.chosen();
        Rng preparing = Rng.seeded(system.seed());
        Rng walking = preparing.split();
        EnergySurface table = chosen.grid();
        GuestMonteCarlo sampling = GuestMonteCarlo.of(grid ? table : chosen.exact(), kelvin)
                .placedBy(PlacementMap.of(table, kelvin, preparing));
        GuestMonteCarlo settings = alone ? sampling : sampling.interacting(chosen.field());
        return new IsothermJob(settings.start(pascal, sweeps, walking), chosen, kelvin, settings.toString(),
                chosen.framework() + "; " + words());
    }

    /** The walk as a job in pieces. */
    private record IsothermJob(IsothermRun run, AdsorptionSystem.Chosen chosen, double kelvin, String described,
            String settings) implements AdsorptionRunner.Job {
        @Override
        public String name() {
            return "isotherm";
        }

        @Override
        public long steps() {
            return run.sweeps();
        }

        @Override
        public long done() {
            return run.done();
        }

        @Override
        public void advance(Progress progress) {
            run.advance(progress);
        }

        @Override
        public void save(Path checkpoint) throws IOException {
            run.save(checkpoint, settings);
        }

        @Override
        public void load(Path checkpoint) throws IOException {
            run.load(checkpoint, settings);
        }

        @Override
        public String json() {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(chosen.named());
            values.put("temperature_kelvin", kelvin);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (IsothermPoint point : run.isotherm().points()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("pressure_pa", point.pressure());
                row.put("mol_per_kg", point.molPerKg().value());
                row.put("mol_per_kg_error", point.molPerKg().error());
                row.put("guests_per_cell", point.guestsPerCell().value());
                // without a guest there is no heat, and JSON has no NaN
                boolean empty = Double.isNaN(point.heatKjPerMol().value());
                row.put("heat_kj_per_mol", empty ? null : point.heatKjPerMol().value());
                row.put("heat_error", empty ? null : point.heatKjPerMol().error());
                row.put("insertions_taken", point.insertions().rate());
                rows.add(row);
            }
            values.put("rows", rows);
            return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(values);
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s%n%s%n%12s  %-24s%-26s%s", described,
                    chosen.field(), "p/Pa", "loading/(mol/kg)", "loading/p/(mol/kg/Pa)", "Q/(kJ/mol)"));
            for (IsothermPoint point : run.isotherm().points()) {
                text.append(String.format(Locale.ROOT, "%n%12s  %-24s%-26s%s", Digits.shortest(point.pressure(), 6),
                        point.molPerKg(), point.molPerKgPa(), point.heatKjPerMol()));
            }
            return text.toString();
        }
    }
}
