package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import matterbook.core.Codata;
import matterbook.core.Estimate;
import matterbook.core.Progress;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.particles.UnitCell;
import matterbook.potential.LennardJones;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bands of 4 sigma fail once in 16,000 on other seeds; the seeds are fixed. */
class GuestMonteCarloTest {
    private static final SquareWell WELL = new SquareWell(8, 0.05);
    private static final double MASS = WELL.framework().crystal().mass() * Codata.MASS_UNIT;

    @TempDir
    private Path folder;

    private static void near(double exact, Estimate found, String what) {
        assertTrue(found.sigmasFrom(exact) < 4, what + " " + found + " not " + exact);
    }

    @Test
    void oneGuest() {
        Estimate heat = GuestMonteCarlo.of(WELL, 300).single(4000, Rng.seeded(1)).heatKjPerMol();
        near(WELL.heat(300), heat, "heat");
        assertTrue(heat.error() < 0.1, heat.toString());
    }

    /** Without each other the loading is K_H p, and the fluctuations give the heat. */
    @Test
    void guestsThatDoNothingToEachOther() {
        for (boolean mapped : new boolean[]{false, true}) {
            GuestMonteCarlo settings = GuestMonteCarlo.of(WELL, 300).in(2, 1, 1);
            GuestRun run = (mapped ? settings.placedBy(PlacementMap.of(WELL, 300, Rng.seeded(2))) : settings)
                    .atPressure(3e5, 8000, Rng.seeded(3));
            near(WELL.molPerKgPa(300) * 3e5, run.molPerKg(), "loading");
            near(WELL.molPerKgPa(300) * 3e5 * MASS * Codata.AVOGADRO, run.guestsPerCell(), "guests in a cell");
            near(WELL.heat(300), run.heatKjPerMol(), "heat");
            assertTrue(run.molPerKg().error() < 0.02 * run.molPerKg().value(), run.toString());
        }
    }

    @Test
    void densityFollowsTheEnergies() {
        DensityMap map = GuestMonteCarlo.of(WELL, 300).single(8000, Rng.seeded(4)).density();
        UnitCell cell = map.cell();
        double sum = 0;
        double well = 0;
        int[] n = map.counts();
        for (int a = 0; a < n[0]; a++) {
            for (int b = 0; b < n[1]; b++) {
                for (int c = 0; c < n[2]; c++) {
                    double[] r = cell.cartesian((a + 0.5) / n[0] + 3, (b + 0.5) / n[1] - 1, (c + 0.5) / n[2]);
                    double here = map.at(r[0], r[1], r[2]) * cell.volume() / (n[0] * n[1] * n[2]);
                    sum += here;
                    well += a < 0.05 * n[0] ? here : 0;
                }
            }
        }
        assertEquals(1, sum, 1e-9);
        assertEquals(0.05 * Math.exp(8 / (Codata.KJ_PER_MOL_PER_KELVIN * 300)) / WELL.factor(300), well, 0.03);
        double[][] seen = map.along(2, 4, 8);
        assertEquals(8, seen.length);
        // the middle of the cell is as empty as 0 kJ/mol is beside the well
        assertEquals(cell.length(2) / (WELL.factor(300) * cell.volume()), seen[4][4], 1);
    }

    @Test
    void pairsOfGuests() {
        ForceField lin = ForceField.lin();
        UnitCell box = UnitCell.of(40, 30, 30, 90, 90, 110);
        Guest guest = lin.guest("CO2");
        GuestPairs pairs = new GuestPairs(box, lin, guest);
        Pose one = new Pose(1, 2, 3, 1, 0.2, 0, 0);
        double[] centre = {1, 2, 3};
        double[] image = box.cartesian(1, -1, 2);
        Pose other = new Pose(4.1 + image[0], 1 + image[1], 4 + image[2], 1, 0, 0.7, 0.1);
        double found = pairs.kjPerMol(centre, one.sites(guest), new double[]{other.x(), other.y(), other.z()},
                other.sites(guest), 0);
        double[] p = one.sites(guest);
        double[] q = new Pose(4.1, 1, 4, 1, 0, 0.7, 0.1).sites(guest);
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double r = Math.sqrt(Math.pow(p[3 * i] - q[3 * j], 2) + Math.pow(p[3 * i + 1] - q[3 * j + 1], 2)
                        + Math.pow(p[3 * i + 2] - q[3 * j + 2], 2));
                double sigma = ((i == 1 ? 2.757 : 3.033) + (j == 1 ? 2.757 : 3.033)) / 2;
                double epsilon = Math.sqrt((i == 1 ? 28.129 : 80.507) * (j == 1 ? 28.129 : 80.507));
                LennardJones lj = new LennardJones(epsilon, sigma);
                expected += lj.energy(r) - lj.energy(12.8) + Codata.COULOMB_KELVIN_ANGSTROM
                        * guest.sites().get(i).charge() * guest.sites().get(j).charge() / r;
            }
        }
        assertEquals(expected * Codata.KJ_PER_MOL_PER_KELVIN, found, 1e-6 * Math.abs(found));
        assertEquals(0, pairs.kjPerMol(centre, p, new double[]{1, 2, 16}, new Pose(1, 2, 16).sites(guest), 0));
        assertEquals(Double.POSITIVE_INFINITY, pairs.kjPerMol(centre, p, centre, p, 0));
        assertEquals("a box 20.0 angstrom wide is less than twice the cut-off 12.8",
                assertThrows(IllegalArgumentException.class,
                        () -> new GuestPairs(UnitCell.cube(20), lin, guest)).getMessage());
    }

    /** Water's hydrogens carry a potential for the framework alone. */
    @Test
    void waterAmongItself() {
        ForceField lin = ForceField.lin();
        assertTrue(lin.betweenGuests("Hw", "Ow").isEmpty());
        assertTrue(lin.betweenGuests("M", "Ow").isEmpty());
        assertEquals(3.16435, ((LennardJones) lin.betweenGuests("Ow", "Ow").orElseThrow().potential()).sigma());
        String message = String.valueOf(
                assertThrows(UserError.class, () -> lin.betweenGuests("Ow", "X")).getMessage());
        assertTrue(message.startsWith("the force field Lin/Mercado has no guest site \"X\"; it has [Ow, Hw, M, "),
                message);
    }

    @Test
    void runningSumsEqualTheSumsAnew() {
        ForceField lin = ForceField.lin();
        EnergySurface surface = new TabulatedHostGuest(Framework.mgMof74(), lin, lin.guest("CO2"));
        GuestMonteCarlo settings = GuestMonteCarlo.of(surface, 400).interacting(lin);
        AdsorptionWalk walk = settings.walk(2e5, Rng.seeded(5));
        for (int n = 0; n < 120; n++) {
            GuestMonteCarlo.equilibrate(walk, n);
        }
        assertTrue(walk.state.size > 20, walk.state.size + " guests");
        assertTrue(walk.pairEnergy < -1, walk.pairEnergy + " kJ/mol");
        assertEquals(walk.energyAnew(), walk.energy(), 1e-8 * Math.abs(walk.energy()));
    }

    @Test
    void anIsothermGoesOnBitByBit() throws Exception {
        double[] pressures = {1e5, 3e5};
        GuestMonteCarlo settings = GuestMonteCarlo.of(WELL, 300);
        Path file = folder.resolve("isotherm.checkpoint");
        Isotherm whole = settings.isotherm(pressures, 400, Rng.seeded(6));
        for (int stop : new int[]{0, 3, 12, 50, 77, 100}) {
            IsothermRun first = settings.start(pressures, 400, Rng.seeded(6));
            IsothermRun second = settings.start(pressures, 400, Rng.seeded(99));
            try (Progress progress = Progress.start("isotherm", 1)) {
                for (int n = 0; n < stop; n++) {
                    first.advance(progress);
                }
                first.save(file, "same");
                second.load(file, "same");
                assertEquals(first.done(), second.done());
                while (!second.isFinished()) {
                    second.advance(progress);
                }
            }
            assertEquals(whole, second.isotherm(), "after " + stop);
        }
        assertEquals(2, whole.points().size());
        near(WELL.molPerKgPa(300), whole.initialSlope(), "slope");
    }

    @Test
    void whatCannotBe() {
        GuestMonteCarlo settings = GuestMonteCarlo.of(WELL, 300);
        assertEquals("pressures must rise: [2.0, 1.0]", assertThrows(IllegalArgumentException.class,
                () -> settings.start(new double[]{2, 1}, 100, Rng.seeded(1))).getMessage());
        assertEquals("a run has 16 to 100,000,000 sweeps of 100 moves, not 3",
                assertThrows(IllegalArgumentException.class, () -> settings.single(3, Rng.seeded(1))).getMessage());
        assertEquals("no guest came in at any time: there is no heat of adsorption; make the run longer or the pressure"
                + " higher",
                assertThrows(UserError.class, () -> settings.atPressure(1e-9, 16, Rng.seeded(1)).heatKjPerMol())
                        .getMessage());
        assertEquals("no guest came at 1.0E-9 Pa: an initial slope needs more sweeps or higher pressures",
                assertThrows(UserError.class,
                        () -> settings.isotherm(new double[]{1e-9, 2e-9}, 16, Rng.seeded(1)).initialSlope())
                        .getMessage());
        assertEquals("none of 1000000 places has room for dot in box: the guest is larger than the pores",
                assertThrows(UserError.class,
                        () -> GuestMonteCarlo.of(new SquareWell(Double.NEGATIVE_INFINITY, 0.9), 300).single(16,
                                Rng.seeded(1)))
                        .getMessage());
    }

    /** K_H of CO2 by direct insertion, by grid and from dilute loadings; Q by insertion and from one guest's energy. */
    @Test
    @Tag("full")
    void routesAgree() {
        ForceField lin = ForceField.lin();
        Framework framework = Framework.mgMof74();
        EnergyGrid grid = EnergyGrid.of(framework, lin, lin.guest("CO2"));
        EnergySurface direct = new TabulatedHostGuest(framework, lin, lin.guest("CO2"));
        PlacementMap map = PlacementMap.of(grid, 300, Rng.seeded(1));
        HenryCoefficient inserted = Widom.of(direct).placedBy(map).run(300, 1_000_000, Rng.seeded(2));
        HenryCoefficient tabulated = Widom.of(grid).placedBy(map).run(300, 4_000_000, Rng.seeded(3));
        GuestMonteCarlo settings = GuestMonteCarlo.of(direct, 300).placedBy(map);
        Estimate slope = settings.interacting(lin).isotherm(new double[]{20, 40, 80}, 5000, Rng.seeded(4))
                .initialSlope();
        agree(inserted.molPerKgPa(), tabulated.molPerKgPa());
        agree(inserted.molPerKgPa(), slope);
        agree(tabulated.molPerKgPa(), slope);
        agree(inserted.heatKjPerMol(), settings.single(20_000, Rng.seeded(5)).heatKjPerMol());
    }

    private static void agree(Estimate one, Estimate other) {
        assertTrue(Math.abs(one.value() - other.value()) < 3 * Math.hypot(one.error(), other.error()),
                one + " against " + other);
    }
}
