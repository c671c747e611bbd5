package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import matterbook.core.Progress;
import matterbook.core.Rng;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Bands of 4 sigma fail once in 16,000 on other seeds; the seeds are fixed. */
class WidomTest {
    private static final SquareWell WELL = new SquareWell(12, 0.02);
    private static final int MANY = 200_000;

    @TempDir
    private Path folder;

    private static void near(SquareWell well, HenryCoefficient found) {
        double t = found.temperature();
        assertTrue(found.molPerKgPa().sigmasFrom(well.molPerKgPa(t)) < 4, found + " not " + well.molPerKgPa(t));
        assertTrue(found.heatKjPerMol().sigmasFrom(well.heat(t)) < 4, found + " not " + well.heat(t));
    }

    @Test
    void uniformPlaces() {
        HenryCoefficient found = Widom.of(WELL).run(300, MANY, Rng.seeded(1));
        near(WELL, found);
        assertEquals(0.01, found.molPerKgPa().error() / found.molPerKgPa().value(), 0.005);
        assertEquals(200_000, found.insertions());
    }

    @Test
    void placesByAMapGiveTheSameWithLessError() {
        PlacementMap map = PlacementMap.of(WELL, 300, Rng.seeded(2));
        HenryCoefficient found = Widom.of(WELL).placedBy(map).run(300, MANY, Rng.seeded(3));
        near(WELL, found);
        double uniform = Widom.of(WELL).run(300, MANY, Rng.seeded(1)).molPerKgPa().error();
        assertTrue(found.molPerKgPa().error() < 0.4 * uniform, found.toString());
    }

    /** The map of another surface, which likes other places, costs error and nothing else. */
    @Test
    void aWrongMapGivesTheSame() {
        PlacementMap map = PlacementMap.of(new SquareWell(-20, 0.3), 300, Rng.seeded(2));
        near(WELL, Widom.of(WELL).placedBy(map).run(300, MANY, Rng.seeded(4)));
    }

    @Test
    void aGuideGivesTheSameFromFewerEnergies() {
        long[] asked = new long[1];
        EnergySurface counted = new EnergySurface() {
            @Override
            public Framework framework() {
                return WELL.framework();
            }

            @Override
            public Guest guest() {
                return WELL.guest();
            }

            @Override
            public double kjPerMol(double[] sites) {
                asked[0]++;
                return WELL.kjPerMol(sites);
            }
        };
        near(WELL, Widom.of(counted).guidedBy(WELL, 300, Rng.seeded(5)).run(300, MANY, Rng.seeded(6)));
        assertEquals(0.05 * MANY, asked[0], 0.005 * MANY);
        // one that takes the half of the well for a wall
        near(WELL, Widom.of(WELL).guidedBy(new HalfBlind(), 300, Rng.seeded(5)).run(300, 10 * MANY, Rng.seeded(6)));
    }

    private record HalfBlind() implements EnergySurface {
        @Override
        public Framework framework() {
            return WELL.framework();
        }

        @Override
        public Guest guest() {
            return WELL.guest();
        }

        @Override
        public double kjPerMol(double[] sites) {
            return new SquareWell(12, 0.01).kjPerMol(sites) == 0 && WELL.kjPerMol(sites) < 0
                    ? Double.POSITIVE_INFINITY
                    : WELL.kjPerMol(sites);
        }
    }

    @Test
    void temperaturesAndTheirLine() {
        WidomRun run = Widom.of(WELL).placedBy(PlacementMap.of(WELL, 299, Rng.seeded(2)))
                .run(new double[]{299, 300, 301}, MANY, Rng.seeded(7));
        run.coefficients().forEach(found -> near(WELL, found));
        VantHoff line = run.vantHoff();
        assertTrue(line.heatKjPerMol().sigmasFrom(WELL.heat(300)) < 4, line.toString());
        assertTrue(line.heatKjPerMol().error() < 0.1, line.toString());
        assertEquals(run.coefficients().get(1).molPerKgPa().value(), line.molPerKgPa(300),
                1e-4 * line.molPerKgPa(300));
    }

    @Test
    void goesOnBitByBit() throws Exception {
        double[] temperatures = {300, 350};
        Path file = folder.resolve("henry.checkpoint");
        WidomRun stopped = Widom.of(WELL).start(temperatures, 6400, Rng.seeded(8));
        try (Progress progress = Progress.start("insertions", 6400)) {
            for (int n = 0; n < 20; n++) {
                stopped.advance(progress);
            }
            stopped.save(file, "same");
            WidomRun again = Widom.of(WELL).start(temperatures, 6400, Rng.seeded(99));
            again.load(file, "same");
            assertEquals(2000, again.done());
            while (!again.isFinished()) {
                again.advance(progress);
            }
            assertEquals(Widom.of(WELL).run(temperatures, 6400, Rng.seeded(8)).coefficients(), again.coefficients());
        }
        String message = assertThrows(UserError.class, () -> stopped.load(file, "other")).getMessage();
        assertEquals(file + " is of other settings: it has \"same\" where this has \"other\"; give another --out",
                message);
        Files.writeString(file, Files.readString(file).replaceFirst("0x1", "0x2"));
        assertEquals(file + ": this checkpoint is damaged; start anew without --resume in another --out",
                assertThrows(UserError.class, () -> stopped.load(file, "same")).getMessage());
        Files.writeString(file, "something");
        assertEquals(file + ": not a checkpoint of this version",
                assertThrows(UserError.class, () -> stopped.load(file, "same")).getMessage());
    }

    @Test
    void whatCannotBe() {
        Widom widom = Widom.of(WELL);
        assertEquals("the temperature must be a finite number above 0, not 0.0",
                assertThrows(IllegalArgumentException.class, () -> widom.run(0, 100, Rng.seeded(1))).getMessage());
        assertEquals("insertions are made in 64 batches: at least 64, not 10",
                assertThrows(IllegalArgumentException.class, () -> widom.run(300, 10, Rng.seeded(1))).getMessage());
        assertEquals("none of 64 insertions of dot found room in box: the guest is larger than the pores",
                assertThrows(UserError.class,
                        () -> Widom.of(new SquareWell(Double.NEGATIVE_INFINITY, 0.9)).run(300, 64, Rng.seeded(1)))
                        .getMessage());
        assertEquals("the mean of exp(-U / RT) is not a finite number at 300.0 K: an energy surface without a wall has"
                + " places of energies without bound",
                assertThrows(UserError.class, () -> Widom.of(new SquareWell(1e13, 0.5)).run(300, 64, Rng.seeded(1)))
                        .getMessage());
        assertEquals("a van 't Hoff line needs two temperatures or more, not 300 K alone",
                assertThrows(UserError.class,
                        () -> widom.run(new double[]{300}, 64, Rng.seeded(1)).vantHoff()).getMessage());
    }

    /** Lin/Mercado at 300 K: CO2 1.683e-3 ± 0.014e-3 and 37.5, by grid and by direct energies. */
    @Test
    void carbonDioxide() {
        ForceField lin = ForceField.lin();
        Framework framework = Framework.mgMof74();
        EnergyGrid grid = EnergyGrid.of(framework, lin, lin.guest("CO2"));
        PlacementMap map = PlacementMap.of(grid, 300, Rng.seeded(1));
        EnergySurface direct = new TabulatedHostGuest(framework, lin, lin.guest("CO2"));
        for (HenryCoefficient found : List.of(Widom.of(grid).placedBy(map).run(300, 1_000_000, Rng.seeded(2)),
                Widom.of(direct).placedBy(map).guidedBy(grid, 300, Rng.seeded(3)).run(300, 300_000, Rng.seeded(4)))) {
            double error = Math.hypot(found.molPerKgPa().error(), 0.014e-3);
            assertTrue(Math.abs(found.molPerKgPa().value() - 1.683e-3) < 4 * error && error < 0.12e-3,
                    found.toString());
            assertEquals(37.5, found.heatKjPerMol().value(), 0.6, found.toString());
        }
    }

    /** The other references: water 8.13 ± 0.06 and 65.6 within 5 %; UFF/TraPPE CO2 1.23e-4 ± 0.02e-4 and 27.8 within 3 %. */
    @Test
    @Tag("full")
    void waterAndOtherForceField() {
        reference(ForceField.lin(), "H2O", 8.13, 65.6, 0.05);
        reference(ForceField.uff(), "CO2", 1.23e-4, 27.8, 0.03);
    }

    private static void reference(ForceField field, String guest, double henry, double heat, double within) {
        Framework framework = Framework.mgMof74();
        EnergyGrid grid = EnergyGrid.of(framework, field, field.guest(guest));
        HenryCoefficient found = Widom.of(grid).placedBy(PlacementMap.of(grid, 300, Rng.seeded(1))).run(300,
                20_000_000, Rng.seeded(2));
        assertEquals(henry, found.molPerKgPa().value(), within * henry, found.toString());
        assertEquals(heat, found.heatKjPerMol().value(), within * heat, found.toString());
    }
}
