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
import matterbook.core.Digits;
import matterbook.core.UserError;
import matterbook.fluid.FluidEnergy;
import matterbook.fluid.FluidEnergy.PairNames;
import matterbook.fluid.PotentialChoice;
import matterbook.particles.PeriodicBox;
import matterbook.trajectory.XyzFrame;
import matterbook.trajectory.XyzReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook fluid energy}: energy and virial of a configuration. */
@Command(name = "energy", mixinStandardHelpOptions = true, description = "Energy, virial and long-range correction of the particles in an XYZ file; of several frames the last.")
final class FluidEnergyCommand implements Callable<Integer> {
    private static final int DIGITS = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CONFIG.xyz", description = "Extended XYZ (Lattice=\"...\" in the comment line), or plain XYZ with --box.")
    private Path file = Path.of("");

    @Option(names = "--potential", paramLabel = "NAME", defaultValue = "lj", description = PotentialChoice.NAMES
            + " (${DEFAULT-VALUE}).")
    private String potential = "lj";

    @Option(names = "--cutoff", paramLabel = "R", description = "Where the potential ends.")
    private double cutoff = Double.NaN;

    @Option(names = "--box", paramLabel = "LX,LY,LZ", description = "The box's sides, two for disks; takes the place of the file's.")
    private @Nullable String box;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireComplete();
        PotentialChoice choice = PotentialChoice.of(potential, cutoff);
        try (XyzReader reader = box == null ? XyzReader.open(file) : XyzReader.open(file, sides(box))) {
            XyzFrame frame = reader.last().orElseThrow(() -> new UserError(file
                    + ": no frame in it; an XYZ file begins with the number of particles"));
            FluidEnergy result = FluidEnergy.of(frame.fluid(), choice,
                    PairNames.lines(file.toString(), reader.firstParticleLine()));
            print(frame, choice, result);
        }
        return 0;
    }

    private void print(XyzFrame frame, PotentialChoice choice, FluidEnergy result) {
        Objects.requireNonNull(spec).commandLine().getOut()
                .println(json ? json(result) : text(frame, choice, result));
    }

    /** Names all that is missing at once. */
    private void requireComplete() throws IOException {
        List<String> missing = new ArrayList<>();
        if (Double.isNaN(cutoff) && PotentialChoice.needsCutoff(potential)) {
            missing.add("--cutoff, where the potential " + potential + " ends, such as --cutoff 3");
        }
        if (box == null && !XyzReader.namesBox(file)) {
            missing.add("--box, for " + file + " names none, such as --box 10,10,10");
        }
        if (!missing.isEmpty()) {
            throw new UserError("missing: " + String.join("; and ", missing));
        }
    }

    private static PeriodicBox sides(String text) {
        String[] words = text.split(",", -1);
        double[] sides = new double[words.length];
        for (int axis = 0; axis < words.length; axis++) {
            try {
                sides[axis] = Double.parseDouble(words[axis]);
            } catch (NumberFormatException _) {
                sides[axis] = Double.NaN;
            }
            if (words.length > 3 || words.length < 2 || !(sides[axis] > 0) || Double.isInfinite(sides[axis])) {
                throw new UserError("--box needs two or three lengths above 0, such as 10,10,10, not \"" + text + "\"");
            }
        }
        return new PeriodicBox(sides[0], sides[1], sides.length == 2 ? 0 : sides[2]);
    }

    private String json(FluidEnergy result) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("particles", result.particles());
        values.put("energy", result.energy());
        values.put("virial", result.virial());
        values.put("long_range_correction",
                Double.isNaN(result.longRangeCorrection()) ? null : result.longRangeCorrection());
        return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(values);
    }

    private String text(XyzFrame frame, PotentialChoice choice, FluidEnergy result) {
        String tail = Double.isNaN(result.longRangeCorrection())
                ? "without bound: the potential falls off too slowly"
                : Digits.of(result.longRangeCorrection(), DIGITS);
        return String.format(Locale.ROOT, "%s: %s; %s%nenergy                 %s%nvirial (sum of r.f)    %s%n"
                + "long-range correction  %s", file, frame.fluid().configuration(), choice,
                Digits.of(result.energy(), DIGITS), Digits.of(result.virial(), DIGITS), tail);
    }
}
