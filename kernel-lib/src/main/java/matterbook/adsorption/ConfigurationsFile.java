package matterbook.adsorption;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import matterbook.core.SafeFile;
import matterbook.core.Stop;
import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Configurations as a text file, which any program for tables reads:
 *
 * <pre>
 * # Matterbook configurations, version 1
 * # guest CO2
 * # site O_co2 -0.3256 15.999 0.0 0.0 1.16        type, charge, mass, place; a line for each site
 * # framework 0123456789abcdef mg-mof-74          checksum and name
 * # origin Lin/Mercado; ...
 * x,y,z,w,i,j,k,kj_per_mol
 * 1.25,...
 * </pre>
 *
 * Numbers are written in full: what is read equals what was written to the last bit.
 */
final class ConfigurationsFile {
    static final List<String> COLUMNS = List.of("x", "y", "z", "w", "i", "j", "k", "kj_per_mol");

    private static final String FIRST_LINE = "# Matterbook configurations, version 1";
    private static final int POSE = 7;
    private static final int CHECK_EVERY = 1000;

    private final Path file;
    private int number;
    private boolean own;
    private String guest = "";
    private final List<Guest.Site> sites = new ArrayList<>();
    private @Nullable FrameworkIdentity framework;
    private String origin = "";
    private @Nullable EnergyUnit unit;
    private final List<Pose> poses = new ArrayList<>();
    private final DoubleStream.Builder energies = DoubleStream.builder();

    private ConfigurationsFile(Path file) {
        this.file = file;
    }

    /** The numbers of a row, in the order of {@link #COLUMNS}. */
    static double[] numbers(Pose pose, double energy) {
        return new double[]{pose.x(), pose.y(), pose.z(), pose.w(), pose.i(), pose.j(), pose.k(), energy};
    }

    static void write(Configurations set, Path file) throws IOException {
        StringBuilder text = new StringBuilder(FIRST_LINE).append("\n# guest ").append(set.guest().name()).append('\n');
        for (Guest.Site site : set.guest().sites()) {
            text.append("# site ").append(site.type());
            for (double value : new double[]{site.charge(), site.mass(), site.x(), site.y(), site.z()}) {
                text.append(' ').append(value);
            }
            text.append('\n');
        }
        text.append("# framework ").append(set.framework().checksum()).append(' ').append(set.framework().name())
                .append("\n# origin ").append(set.origin()).append('\n').append(String.join(",", COLUMNS)).append('\n');
        for (int row = 0; row < set.size(); row++) {
            double[] numbers = numbers(set.pose(row), set.energy(row));
            for (int c = 0; c < numbers.length; c++) {
                text.append(numbers[c]).append(c + 1 < numbers.length ? ',' : '\n');
            }
            if (row % CHECK_EVERY == 0) {
                Stop.check();
            }
        }
        SafeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Configurations read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": there is no such file");
        }
        ConfigurationsFile reader = new ConfigurationsFile(file);
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reader.number++;
                reader.line(line.strip());
            }
        } catch (MalformedInputException noText) {
            throw new UserError(file + ": not a text file in UTF-8", noText);
        }
        return reader.whole();
    }

    private void line(String line) {
        if (number == 1) {
            own = line.equals(FIRST_LINE);
        }
        if (number % CHECK_EVERY == 0) {
            Stop.check();
        }
        if (line.startsWith("#")) {
            remark(line.substring(1).strip());
        } else if (!line.isEmpty() && unit == null) {
            header(line);
        } else if (!line.isEmpty()) {
            row(line.split(",", -1));
        }
    }

    private void remark(String text) {
        String[] words = text.split("\\s+", -1);
        switch (words[0]) {
            case "guest" -> guest = text.substring(words[0].length()).strip();
            case "origin" -> origin = text.substring(words[0].length()).strip();
            case "site" -> {
                if (words.length != POSE) {
                    throw wrong("a site has a type, a charge, a mass and three coordinates");
                }
                sites.add(new Guest.Site(words[1], finite(words[2], "the charge"), finite(words[3], "the mass"),
                        finite(words[4], "x"), finite(words[5], "y"), finite(words[6], "z")));
            }
            case "framework" -> {
                if (words.length < 3) {
                    throw wrong("a framework has a checksum and a name");
                }
                framework = new FrameworkIdentity(text.split("\\s+", 3)[2], words[1]);
            }
            default -> {
                // a remark for people
            }
        }
    }

    private void header(String line) {
        List<String> names = List.of(line.split("\\s*,\\s*", -1));
        if (names.size() != COLUMNS.size() || !names.subList(0, POSE).equals(COLUMNS.subList(0, POSE))) {
            throw wrong("the columns must be " + String.join(",", COLUMNS) + " (or ev or kelvin at the end), not \""
                    + line + "\"");
        }
        try {
            unit = EnergyUnit.named(names.get(POSE));
        } catch (UserError unknown) {
            throw wrong(String.valueOf(unknown.getMessage()));
        }
    }

    private void row(String[] words) {
        if (words.length != COLUMNS.size()) {
            throw wrong(COLUMNS.size() + " numbers must stand here, not " + words.length);
        }
        double[] v = new double[words.length];
        for (int c = 0; c < v.length; c++) {
            v[c] = finite(words[c].strip(), COLUMNS.get(c));
        }
        if (v[3] == 0 && v[4] == 0 && v[5] == 0 && v[6] == 0) {
            throw wrong("the quaternion w,i,j,k is 0; not turned is 1,0,0,0");
        }
        poses.add(new Pose(v[0], v[1], v[2], v[3], v[4], v[5], v[6]));
        energies.add(v[POSE]);
    }

    private Configurations whole() {
        if (unit == null || framework == null || guest.isEmpty() || sites.isEmpty()) {
            throw new UserError(file + ": configurations need the lines # guest, # site, # framework and "
                    + String.join(",", COLUMNS) + "; here is no "
                    + (guest.isEmpty()
                            ? "# guest"
                            : sites.isEmpty()
                                    ? "# site"
                                    : framework == null
                                            ? "# framework"
                                            : String.join(",", COLUMNS)));
        }
        double[] read = energies.build().toArray();
        double[] kjPerMol = (own && unit == EnergyUnit.KJ_PER_MOL) || read.length == 0
                ? read
                : unit.toKjPerMol(read, file.toString());
        return new Configurations(new Guest(guest, sites), framework, origin, poses, kjPerMol);
    }

    private double finite(String word, String name) {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw wrong(name + " must be a finite number, not \"" + word + "\"");
    }

    private UserError wrong(String what) {
        return new UserError(file + ": line " + number + ": " + what);
    }
}
