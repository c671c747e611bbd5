package matterbook.adsorption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Digits;
import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Places and orientations of one guest in one framework with the energy of each in kJ/mol: what a potential is learned from
 * and judged by. It does not change.
 */
public final class Configurations {
    /** Sites that differ by less than this (angstrom or elementary charges) are the same. */
    private static final double SAME = 1e-6;

    private final Guest guest;
    private final FrameworkIdentity framework;
    private final String origin;
    private final List<Pose> poses;
    private final double[] energies;

    /**
     * Checks and copies.
     *
     * @param origin how these were chosen and where the energies come from, in a line
     * @param kjPerMol the energy of each pose
     * @throws UserError if the numbers differ, or an energy is not finite
     */
    public Configurations(Guest guest, FrameworkIdentity framework, String origin, List<Pose> poses,
            double[] kjPerMol) {
        this.guest = guest;
        this.framework = framework;
        this.origin = origin.strip().replaceAll("\\s*\\R\\s*", "; ");
        this.poses = List.copyOf(poses);
        this.energies = kjPerMol.clone();
        if (poses.size() != kjPerMol.length) {
            throw new UserError(poses.size() + " poses cannot have " + kjPerMol.length + " energies");
        }
        for (int i = 0; i < energies.length; i++) {
            if (!Double.isFinite(energies[i])) {
                throw new UserError("the energy of configuration " + i + " is " + energies[i] + "; leave it out");
            }
        }
    }

    /** How many. */
    public int size() {
        return energies.length;
    }

    /** The molecule whose configurations these are. */
    public Guest guest() {
        return guest;
    }

    /** The framework in which they are. */
    public FrameworkIdentity framework() {
        return framework;
    }

    /** How they were chosen and where their energies come from. */
    public String origin() {
        return origin;
    }

    public Pose pose(int i) {
        return poses.get(i);
    }

    public List<Pose> poses() {
        return poses;
    }

    /** Where the guest's sites are: x, y, z of the first, of the second, and so on. */
    public double[] sites(int i) {
        return poses.get(i).sites(guest);
    }

    /** The energy of one, in kJ/mol. */
    public double energy(int i) {
        return energies[i];
    }

    /** All energies in kJ/mol: a copy. */
    public double[] energies() {
        return energies.clone();
    }

    /** The lowest energy in kJ/mol. */
    public double lowest() {
        return Arrays.stream(energies).min().orElse(Double.NaN);
    }

    /** The energy below which this part of all lies, linear between two; 0.5 gives the median. */
    public double percentile(double part) {
        Require.between(part, 0, 1, "the part");
        Require.that(size() > 0, "no configurations have no percentiles");
        double[] sorted = energies.clone();
        Arrays.sort(sorted);
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** These, in this order. */
    public Configurations pick(int... rows) {
        return new Configurations(guest, framework, origin, Arrays.stream(rows).mapToObj(poses::get).toList(),
                Arrays.stream(rows).mapToDouble(i -> energies[i]).toArray());
    }

    /** Those from {@code first} to before {@code end}. */
    public Configurations range(int first, int end) {
        return pick(IntStream.range(first, end).toArray());
    }

    /** Those with an energy below this (kJ/mol). */
    public Configurations below(double kjPerMol) {
        return pick(IntStream.range(0, size()).filter(i -> energies[i] < kjPerMol).toArray());
    }

    /** The same in an order of chance, so that the first n are any n. */
    public Configurations shuffled(Rng rng) {
        return pick(rng.permutation(size()));
    }

    /** These and those of the same guest and framework behind them. */
    public Configurations and(Configurations others) {
        others.require(guest);
        if (!others.framework.checksum().equals(framework.checksum())) {
            throw new UserError("configurations in " + framework + " and in " + others.framework
                    + " cannot stand in one set");
        }
        List<Pose> all = new ArrayList<>(poses);
        all.addAll(others.poses);
        double[] both = Arrays.copyOf(energies, all.size());
        System.arraycopy(others.energies, 0, both, size(), others.size());
        return new Configurations(guest, framework,
                origin.equals(others.origin) ? origin : origin + "; and " + others.origin, all, both);
    }

    /** The same from somewhere else. */
    public Configurations withOrigin(String words) {
        return new Configurations(guest, framework, words, poses, energies);
    }

    /** The energies of another surface at the same poses, in kJ/mol; infinite where it finds an overlap. */
    public double[] energiesBy(EnergySurface surface) {
        framework.require(surface.framework(), "this set of configurations");
        double[] found = new double[size()];
        try (Progress progress = Progress.start("energies", size())) {
            for (int i = 0; i < found.length; i++) {
                found[i] = surface.kjPerMol(poses.get(i).sites(surface.guest()));
                progress.step();
            }
        }
        return found;
    }

    /**
     * Those poses that have an energy on this surface, with it.
     *
     * @param words where the energies come from
     */
    public Configurations revalued(EnergySurface surface, String words) {
        double[] found = energiesBy(surface);
        int[] kept = IntStream.range(0, size()).filter(i -> Double.isFinite(found[i])).toArray();
        return new Configurations(surface.guest(), framework, words + " at poses of: " + origin,
                Arrays.stream(kept).mapToObj(poses::get).toList(), Arrays.stream(kept).mapToDouble(i -> found[i])
                        .toArray());
    }

    /**
     * Refuses any guest but this one: its sites must have the same types, charges, masses and places.
     *
     * @throws UserError if it is another
     */
    public void require(Guest other) {
        if (!same(guest, other)) {
            throw new UserError("these are configurations of " + guest.name() + " with sites " + guest.types()
                    + ", not of " + other.name() + " with sites " + other.types()
                    + (guest.types().equals(other.types()) ? " and other places or charges" : ""));
        }
    }

    /** Whether the sites of two guests have the same types, charges, masses and places. */
    static boolean same(Guest one, Guest other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(s -> same(one.sites().get(s), other.sites().get(s)));
    }

    private static boolean same(Guest.Site one, Guest.Site other) {
        return one.type().equals(other.type()) && near(one.charge(), other.charge()) && near(one.mass(), other.mass())
                && near(one.x(), other.x()) && near(one.y(), other.y()) && near(one.z(), other.z());
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < SAME;
    }

    /** As a table with columns x, y, z (angstrom, of the centre of mass), w, i, j, k (the quaternion) and kj_per_mol. */
    public Table table() {
        Table table = Table.create(guest.name() + " in " + framework.name());
        for (int c = 0; c < ConfigurationsFile.COLUMNS.size(); c++) {
            DoubleColumn column = DoubleColumn.create(ConfigurationsFile.COLUMNS.get(c));
            for (int row = 0; row < size(); row++) {
                column.append(ConfigurationsFile.numbers(poses.get(row), energies[row])[c]);
            }
            table.addColumns(column);
        }
        return table;
    }

    /** Writes a CSV file with guest, framework and origin in its first lines. */
    public void save(Path file) throws IOException {
        ConfigurationsFile.write(this, file);
    }

    /**
     * Reads what {@link #save} wrote, or what another program wrote alike; its energies may be in a column kj_per_mol, ev or
     * kelvin.
     *
     * @throws UserError if a line is not as it must be, or the energies cannot be in their unit
     */
    public static Configurations load(Path file) throws IOException {
        return ConfigurationsFile.read(file);
    }

    @Override
    public String toString() {
        return size() + " configurations of " + guest.name() + " in " + framework.name() + (size() == 0
                ? ""
                : ", " + Digits.shortest(lowest(), 4) + " to "
                        + Digits.shortest(Arrays.stream(energies).max().orElse(Double.NaN), 4) + " kJ/mol")
                + "; " + origin;
    }
}
