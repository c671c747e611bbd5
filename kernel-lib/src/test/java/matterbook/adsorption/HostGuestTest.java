package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import matterbook.core.Codata;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.crystal.SymmetryOperation;
import matterbook.particles.UnitCell;
import matterbook.potential.Ewald;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostGuestTest {
    private final Framework framework = Framework.mgMof74();
    private final ForceField lin = ForceField.lin();
    private final Map<String, TabulatedHostGuest> made = new HashMap<>();

    /** The 14 of RASPA2, within 0.015 kJ/mol or 5e-4. */
    @Test
    void referenceEnergies() throws Exception {
        List<SinglePoints> all = SinglePoints.all();
        assertEquals(14, all.size());
        for (SinglePoints point : all) {
            GuestEnergy energy = fast(point.guest()).energy(point.sites());
            near(point.kjPerMol(), energy.kjPerMol(), 1);
            near(point.vanDerWaals(), energy.vanDerWaals(), Codata.KJ_PER_MOL_PER_KELVIN);
            near(point.coulomb(), energy.coulomb(), Codata.KJ_PER_MOL_PER_KELVIN);
        }
    }

    private static void near(double expected, double got, double inKjPerMol) {
        assertEquals(expected, got, Math.max(0.015 / inKjPerMol, 5e-4 * Math.abs(expected)));
    }

    /** The bound of {@link TabulatedHostGuest}, for all guests and both force fields, anywhere in space. */
    @Test
    void tabulatedEqualsPlain() {
        Rng rng = Rng.seeded(1);
        for (ForceField field : List.of(lin, ForceField.uff())) {
            for (String name : field.guestNames()) {
                Guest guest = field.guest(name);
                HostGuest fast = new TabulatedHostGuest(framework, field, guest);
                HostGuest plain = new PlainHostGuest(framework, field, guest);
                int free = 0;
                for (int n = 0; n < 200 && free < 6; n++) {
                    Pose pose = Pose.turnedAnyhow(80 * rng.nextDouble() - 40, 80 * rng.nextDouble() - 40,
                            80 * rng.nextDouble() - 40, rng);
                    GuestEnergy quick = fast.energy(pose);
                    if (quick.isOverlap() && n > 5) {
                        continue;
                    }
                    GuestEnergy exact = plain.energy(pose);
                    assertEquals(exact.isOverlap(), quick.isOverlap(), pose.toString());
                    free += exact.isOverlap() ? 0 : 1;
                    if (!exact.isOverlap()) {
                        double bound = Math.max(1e-3,
                                1e-6 * Math.max(Math.abs(exact.vanDerWaals()), Math.abs(exact.coulomb())));
                        assertEquals(exact.vanDerWaals(), quick.vanDerWaals(), bound, name + " " + pose);
                        assertEquals(exact.coulomb(), quick.coulomb(), bound, name + " " + pose);
                    }
                }
                assertEquals(6, free, name);
            }
        }
    }

    /** What the tolerance of the Ewald sum leaves: less than 0.1 K. */
    @Test
    void ewaldIsAccurate() throws Exception {
        for (SinglePoints point : List.of(SinglePoints.all().get(2), SinglePoints.all().get(9))) {
            Ewald exact = Ewald.of(framework.cell(), 1e-11, 11);
            double coulomb = new PlainHostGuest(framework, lin, lin.guest(point.guest()), exact).energy(point.sites())
                    .coulomb();
            assertEquals(coulomb, fast(point.guest()).energy(point.sites()).coulomb(), 0.1);
        }
    }

    /** Lattice translations, operations of R -3 and the exchange of the two oxygens change nothing. */
    @Test
    void symmetryOfTheFramework() {
        UnitCell cell = framework.cell();
        TabulatedHostGuest co2 = fast("co2");
        Rng rng = Rng.seeded(2);
        SymmetryOperation turn = SymmetryOperation.parse("-y+1/3,x-y+2/3,z+2/3");
        int free = 0;
        for (int n = 0; n < 40; n++) {
            double[] sites = Pose.uniform(cell, rng).sites(co2.guest());
            GuestEnergy energy = co2.energy(sites);
            double[] turned = new double[9];
            double[] swapped = new double[9];
            for (int s = 0; s < 3; s++) {
                // the operation as it is, without wrapping each site for itself
                double[] f = cell.fractional(sites[3 * s], sites[3 * s + 1], sites[3 * s + 2]);
                double[] image = cell.cartesian(-f[1] + 1. / 3 + 4, f[0] - f[1] + 2. / 3 - 2, f[2] + 2. / 3 + 1);
                System.arraycopy(image, 0, turned, 3 * s, 3);
                System.arraycopy(sites, 3 * s, swapped, 6 - 3 * s, 3);
                double[] wrapped = turn.apply(f);
                assertEquals(wrapped[2], UnitCell.fraction(f[2] + 2. / 3), 1e-12);
            }
            if (!energy.isOverlap()) {
                free++;
                // coordinates and operations have six digits
                assertEquals(1, co2.energy(turned).kelvin() / energy.kelvin(), 1e-3);
                assertEquals(energy.kelvin(), co2.energy(swapped).kelvin(), 1e-6 * Math.abs(energy.kelvin()));
            } else {
                assertTrue(co2.energy(turned).isOverlap());
            }
        }
        assertTrue(free > 10, "only " + free);
    }

    /** A higher wall makes no energy but those of overlaps another; of random places it settles half. */
    @Test
    void wall() {
        TabulatedHostGuest low = fast("co2");
        TabulatedHostGuest high = new TabulatedHostGuest(framework, lin, lin.guest("CO2"), 1.6);
        Rng rng = Rng.seeded(3);
        int overlaps = 0;
        for (int n = 0; n < 4000; n++) {
            Pose pose = Pose.uniform(framework.cell(), rng);
            GuestEnergy energy = high.energy(pose);
            if (energy.isOverlap()) {
                overlaps++;
            } else {
                assertEquals(low.energy(pose).kelvin(), energy.kelvin(), 1e-9 * Math.abs(energy.kelvin()));
            }
        }
        // 49 % of them, 4 sigma of 4000
        assertEquals(0.49, overlaps / 4000., 0.032);
        assertEquals(Double.POSITIVE_INFINITY, GuestEnergy.OVERLAP.kjPerMol());
        double[] onMagnesium = framework.cell().cartesian(.379628, .352249, .635117);
        assertTrue(low.energy(new Pose(onMagnesium[0], onMagnesium[1], onMagnesium[2])).isOverlap());
    }

    /** A cell half as wide as the cut-off, against the same crystal with 27 times as many atoms in a cell. */
    @Test
    void smallCellsNeedNoSupercell() {
        AtomSite zinc = new AtomSite("Zn1", Element.Zn, .1, .2, .3, 1);
        AtomSite oxygen = new AtomSite("O1", Element.O, .6, .7, .8, -1);
        Crystal small = new Crystal("small", UnitCell.of(7, 6.5, 8, 80, 75, 100), List.of(zinc, oxygen));
        ForceField uff = ForceField.uff();
        Guest co = uff.guest("co");
        HostGuest one = new TabulatedHostGuest(Framework.of(small), uff, co);
        HostGuest other = new TabulatedHostGuest(Framework.of(small.times(3, 3, 3)), uff, co);
        Rng rng = Rng.seeded(4);
        int free = 0;
        for (int n = 0; n < 20; n++) {
            Pose pose = Pose.uniform(small.cell().times(3, 3, 3), rng);
            GuestEnergy energy = one.energy(pose);
            assertEquals(energy.isOverlap(), other.energy(pose).isOverlap());
            if (!energy.isOverlap()) {
                free++;
                assertEquals(energy.vanDerWaals(), other.energy(pose).vanDerWaals(),
                        1e-7 * Math.abs(energy.vanDerWaals()) + 1e-6);
                assertEquals(energy.coulomb(), other.energy(pose).coulomb(), 1e-6 * Math.abs(energy.coulomb()) + 1e-4);
            }
        }
        assertTrue(free > 5, "only " + free);
    }

    @Test
    void refuses() {
        Crystal bare = new Crystal("bare", UnitCell.cube(8), List.of(new AtomSite(Element.Zn, 0, 0, 0)));
        assertEquals("bare: atom Zn has no charge; electrostatics needs a column _atom_site_charge in the CIF",
                said(() -> new TabulatedHostGuest(Framework.of(bare), ForceField.uff(),
                        ForceField.uff().guest("CO2"))));
        assertFalse(new TabulatedHostGuest(Framework.of(bare), ForceField.uff(), ForceField.uff().guest("CH4"))
                .energy(new Pose(4, 4, 4)).isOverlap());
        assertEquals("the force field Lin/Mercado has no parameters for the framework's atom Zn (Zn); it has"
                + " [Mg, Oa, Ob, Oc, Ca, Cb, Cc, Cd, H] of Mg-MOF-74; uff has more",
                said(() -> new TabulatedHostGuest(Framework.of(bare), lin, lin.guest("CH4"))));
        assertEquals("no framework \"mof-5\"; there is mg-mof-74, and any CIF file with charges by its path",
                said(() -> Framework.named("mof-5")));
    }

    /** One label for two elements makes two types; numbers behind labels make none. */
    @Test
    void types() {
        Framework mixed = Framework.of(new Crystal("mixed", UnitCell.cube(9), List.of(
                new AtomSite("M1", Element.Zn, 0, 0, 0, 0), new AtomSite("M2", Element.Cu, .5, 0, 0, 0),
                new AtomSite("M3", Element.Zn, 0, .5, 0, 0), new AtomSite("4", Element.O, 0, 0, .5, 0))));
        assertEquals(List.of("M", "M-Cu", "O"), mixed.types());
        assertEquals(0, mixed.type(2));
        assertEquals("M2", mixed.example(1).label());
        assertEquals(9, framework.types().size());
    }

    private TabulatedHostGuest fast(String name) {
        return made.computeIfAbsent(name, key -> new TabulatedHostGuest(framework, lin, lin.guest(key)));
    }

    private static String said(org.junit.jupiter.api.function.Executable mistake) {
        return String.valueOf(assertThrows(UserError.class, mistake).getMessage());
    }
}
