package matterbook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.GsonBuilder;
import matterbook.adsorption.EnergySurface;
import matterbook.adsorption.HenryCoefficient;
import matterbook.adsorption.PlacementMap;
import matterbook.adsorption.VantHoff;
import matterbook.adsorption.Widom;
import matterbook.adsorption.WidomRun;
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

/** {@code matterbook adsorption henry}: Henry coefficients and heats of adsorption by insertion. */
@Command(name = "henry", mixinStandardHelpOptions = true, description = "Henry coefficient and heat of adsorption of a guest at one or several temperatures, by random insertions (Widom).")
final class AdsorptionHenryCommand implements Callable<Integer> {
    private static final String METHODS = "guided, importance, uniform or grid";
    private static final long FEWEST = 64;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private AdsorptionSystem system = new AdsorptionSystem();

    @Mixin
    private AdsorptionRunner runner = new AdsorptionRunner();

    @Option(names = "--temperature", paramLabel = "T[,T...]", defaultValue = "300", description = "In K; several share their insertions (${DEFAULT-VALUE}).")
    private String temperature = "300";

    @Option(names = "--insertions", paramLabel = "N", defaultValue = "1000000", description = "How many guests are tried (${DEFAULT-VALUE}).")
    private long insertions = 1_000_000;

    @Option(names = "--method", paramLabel = "NAME", defaultValue = "guided", description = "guided: places where the guest likes to be, and an energy grid decides which energies are calculated; importance: such places, all energies; uniform: every place alike; grid: all energies from the grid, its error included (${DEFAULT-VALUE}).")
    private String method = "guided";

    @Override
    public Integer call() throws IOException {
        double[] temperatures = AdsorptionSystem.numbers(temperature, "--temperature", "300 or 300,320,340");
        double[] distinct = Arrays.stream(temperatures).distinct().toArray();
        if (insertions < FEWEST) {
            throw new UserError("--insertions must be at least " + FEWEST + ", not " + insertions);
        }
        if (!List.of(METHODS.split(", | or ")).contains(method)) {
            throw new UserError("no method \"" + method + "\"; there are " + METHODS);
        }
        CommandSpec own = Objects.requireNonNull(spec);
        return runner.run(() -> job(distinct), "henry " + words(), own.commandLine().getOut(),
                own.commandLine().getErr());
    }

    private String words() {
        return system.words() + " --temperature " + temperature + " --insertions " + insertions + " --method " + method;
    }

    private HenryJob job(double[] temperatures) throws IOException {
        AdsorptionSystem.Chosen chosen = system.chosen();
        // one for what is prepared, one for the insertions: what is prepared again when a run goes on is the same
        Rng preparing = Rng.seeded(system.seed());
        Rng inserting = preparing.split();
        double hottest = 0;
        double coldest = Double.POSITIVE_INFINITY;
        for (double t : temperatures) {
            hottest = Math.max(hottest, t);
            coldest = Math.min(coldest, t);
        }
        Widom widom = switch (method) {
            case "importance" ->
                Widom.of(chosen.exact()).placedBy(PlacementMap.of(chosen.grid(), coldest, preparing));
            case "guided" -> guided(chosen.exact(), chosen.grid(), coldest, hottest, preparing);
            case "grid" -> {
                EnergySurface grid = chosen.grid();
                yield Widom.of(grid).placedBy(PlacementMap.of(grid, coldest, preparing));
            }
            default -> Widom.of(chosen.exact());
        };
        return new HenryJob(widom.start(temperatures, insertions, inserting), chosen, method,
                chosen.framework() + "; " + words());
    }

    private static Widom guided(EnergySurface exact, EnergySurface grid, double coldest, double hottest, Rng rng) {
        return Widom.of(exact).placedBy(PlacementMap.of(grid, coldest, rng)).guidedBy(grid, hottest, rng);
    }

    /** The insertions as a job in pieces. */
    private record HenryJob(WidomRun run, AdsorptionSystem.Chosen chosen, String method,
            String settings) implements AdsorptionRunner.Job {
        @Override
        public String name() {
            return "henry";
        }

        @Override
        public long steps() {
            return run.insertions();
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
            Map<String, Object> values = chosen.named();
            values.put("method", method);
            values.put("insertions", run.insertions());
            List<Map<String, Object>> rows = new ArrayList<>();
            for (HenryCoefficient k : run.coefficients()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("temperature_kelvin", k.temperature());
                row.put("henry_mol_per_kg_pa", k.molPerKgPa().value());
                row.put("henry_error", k.molPerKgPa().error());
                row.put("heat_kj_per_mol", k.heatKjPerMol().value());
                row.put("heat_error", k.heatKjPerMol().error());
                rows.add(row);
            }
            values.put("rows", rows);
            if (rows.size() > 1) {
                VantHoff line = run.vantHoff();
                values.put("vant_hoff_heat_kj_per_mol", line.heatKjPerMol().value());
                values.put("vant_hoff_heat_error", line.heatKjPerMol().error());
            }
            return new GsonBuilder().setPrettyPrinting().create().toJson(values);
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                    "%s in %s%n%s; %d insertions, %s%n%10s  %-34s%s", chosen.guest().name(), chosen.framework(),
                    chosen.field(), run.insertions(), method, "T/K", "K_H/(mol/kg/Pa)", "Q/(kJ/mol)"));
            for (HenryCoefficient k : run.coefficients()) {
                text.append(String.format(Locale.ROOT, "%n%10s  %-34s%s", Digits.shortest(k.temperature(), 6),
                        k.molPerKgPa(), k.heatKjPerMol()));
            }
            return run.coefficients().size() < 2 ? text.toString() : text + "\nvan 't Hoff: " + run.vantHoff();
        }
    }
}
