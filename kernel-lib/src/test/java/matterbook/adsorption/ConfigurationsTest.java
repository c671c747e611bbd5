package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ConfigurationsTest {
    private static final Framework MOF = Framework.mgMof74();
    private static final FrameworkIdentity HOST = FrameworkIdentity.of(MOF);
    private static final Guest WATER = ForceField.lin().guest("H2O");

    @TempDir
    private Path folder;

    private static Configurations some(int count) {
        Rng rng = Rng.seeded(11);
        double[] energies = new double[count];
        List<Pose> poses = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            poses.add(Pose.uniform(MOF.cell(), rng));
            energies[i] = 100 * rng.nextDouble() - 60;
        }
        return new Configurations(WATER, HOST, "made up\n  for a test", poses, energies);
    }

    @Test
    void fileGivesBackTheLastBit() throws IOException {
        Configurations set = some(50);
        Path file = folder.resolve("water.csv");
        set.save(file);
        Configurations read = Configurations.load(file);
        assertEquals(set.poses(), read.poses());
        assertArrayEquals(set.energies(), read.energies());
        assertEquals(HOST, read.framework());
        assertEquals("made up; for a test", read.origin());
        assertDoesNotThrow(() -> read.require(WATER));
        assertArrayEquals(set.sites(3), read.sites(3), 1e-12);
    }

    @Test
    void tableHasPosesAndEnergies() {
        Configurations set = some(5);
        Table table = set.table();
        assertEquals(List.of("x", "y", "z", "w", "i", "j", "k", "kj_per_mol"), table.columnNames());
        assertEquals(set.pose(4).y(), table.doubleColumn("y").get(4));
        assertEquals(set.energy(2), table.doubleColumn("kj_per_mol").get(2));
    }

    @Test
    void picksAndJoins() {
        Configurations set = some(20);
        Configurations shuffled = set.shuffled(Rng.seeded(1));
        assertArrayEquals(set.energies(), sortedBack(shuffled, set));
        assertEquals(20, set.range(0, 12).and(set.range(12, 20)).size());
        assertEquals(set.energy(7), set.pick(7).energy(0));
        assertEquals(set.below(-20).size(),
                java.util.Arrays.stream(set.energies()).filter(u -> u < -20).count());
        assertEquals((set.pick(0, 1).lowest() + Math.max(set.energy(0), set.energy(1))) / 2,
                set.pick(0, 1).percentile(0.5), 1e-12);
    }

    private static double[] sortedBack(Configurations shuffled, Configurations set) {
        return java.util.stream.IntStream.range(0, set.size())
                .mapToDouble(i -> shuffled.energy(shuffled.poses().indexOf(set.pose(i)))).toArray();
    }

    @Test
    void revaluesOnAnotherSurface() {
        ForceField lin = ForceField.lin();
        EnergySurface co2 = new TabulatedHostGuest(MOF, lin, lin.guest("CO2"));
        Configurations set = new RejectionSampling(co2, 8000, -45).sample(30, Rng.seeded(3));
        assertArrayEquals(set.energies(), set.energiesBy(co2));
        Configurations same = set.revalued(co2, "again");
        assertArrayEquals(set.energies(), same.energies());
        assertEquals("again at poses of: " + set.origin(), same.origin());
    }

    @Test
    void othersAreRefused() {
        Guest trappe = ForceField.uff().guest("CO2");
        Configurations set = new Configurations(ForceField.lin().guest("CO2"), HOST, "", List.of(), new double[0]);
        assertEquals("these are configurations of CO2 with sites [O_co2, C_co2, O_co2], not of CO2 with sites"
                + " [O_co2, C_co2, O_co2] and other places or charges",
                assertThrows(UserError.class, () -> set.require(trappe)).getMessage());
        assertEquals("these are configurations of CO2 with sites [O_co2, C_co2, O_co2], not of H2O with sites"
                + " [Ow, Hw, Hw, M]", assertThrows(UserError.class, () -> set.require(WATER)).getMessage());
        Framework twice = Framework.of(MOF.crystal().times(1, 1, 2));
        String message = assertThrows(UserError.class, () -> HOST.require(twice, "this model")).getMessage();
        assertEquals("this model belongs to the framework " + HOST + ", not to " + FrameworkIdentity.of(twice),
                message);
        assertEquals("the energy of configuration 0 is Infinity; leave it out",
                assertThrows(UserError.class, () -> new Configurations(WATER, HOST, "", List.of(new Pose(0, 0, 0)),
                        new double[]{Double.POSITIVE_INFINITY})).getMessage());
    }

    @Test
    void wrongLinesAreNamed() throws IOException {
        Path file = folder.resolve("water.csv");
        some(2).save(file);
        String good = Files.readString(file);
        assertEquals(file + ": line 9: the columns must be x,y,z,w,i,j,k,kj_per_mol (or ev or kelvin at the end), not"
                + " \"x,y,z,kj_per_mol\"", refused(file, good.replace("x,y,z,w,i,j,k", "x,y,z")));
        assertEquals(file + ": line 9: no unit of energy \"hartree\"; there are kJ/mol, eV and K",
                refused(file, good.replace(",kj_per_mol", ",hartree")));
        assertEquals(file + ": line 12: kj_per_mol must be a finite number, not \"low\"",
                refused(file, good + "1,2,3,1,0,0,0,low\n"));
        assertEquals(file + ": line 12: 8 numbers must stand here, not 3", refused(file, good + "1,2,3\n"));
        assertEquals(file + ": line 12: the quaternion w,i,j,k is 0; not turned is 1,0,0,0",
                refused(file, good + "1,2,3,0,0,0,0,-5\n"));
        assertEquals(file + ": configurations need the lines # guest, # site, # framework and"
                + " x,y,z,w,i,j,k,kj_per_mol; here is no # framework", refused(file, good.replace("# framework", "#")));
        Path missing = folder.resolve("missing.csv");
        assertEquals(missing + ": there is no such file",
                assertThrows(UserError.class, () -> Configurations.load(missing)).getMessage());
    }

    @Test
    void energiesInOtherUnitsAreToldApart() throws IOException {
        Path file = folder.resolve("water.csv");
        some(30).save(file);
        String text = Files.readString(file).replace("# Matterbook configurations, version 1", "# by hand");
        double lowest = some(30).lowest();
        assertEquals(lowest, loaded(file, text).lowest());
        assertEquals(some(30).lowest(), loaded(file, text).lowest());
        assertEquals(file + ": the lowest energy of " + five(lowest) + " eV is " + five(lowest * 96.48533212331)
                + " kJ/mol, which binds no guest; in kJ/mol they would be right: name the unit",
                refused(file, text.replace(",kj_per_mol", ",ev")));
    }

    @Test
    void unitShowsInTheLowestEnergy() {
        assertEquals(EnergyUnit.KJ_PER_MOL, EnergyUnit.of(new double[]{50, -42.2}, "file"));
        assertEquals(EnergyUnit.EV, EnergyUnit.of(new double[]{0.5, -0.437}, "file"));
        assertEquals(EnergyUnit.KELVIN, EnergyUnit.of(new double[]{6000, -5073}, "file"));
        assertEquals(-42.18, EnergyUnit.KELVIN.toKjPerMol(new double[]{-5073}, "file")[0], 0.01);
        assertEquals("file: the lowest energy is -81234, no adsorption energy in kJ/mol, eV or K; what is needed is the"
                + " energy of the whole minus those of framework and guest",
                assertThrows(UserError.class, () -> EnergyUnit.of(new double[]{-81234, -81233.5}, "file"))
                        .getMessage());
    }

    private static String five(double value) {
        return matterbook.core.Digits.shortest(value, 5);
    }

    private static Configurations loaded(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Configurations.load(file);
    }

    private static String refused(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return String.valueOf(assertThrows(UserError.class, () -> Configurations.load(file)).getMessage());
    }
}
