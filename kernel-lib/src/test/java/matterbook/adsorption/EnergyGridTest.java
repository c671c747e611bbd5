package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.particles.UnitCell;
import org.junit.jupiter.api.Test;

class EnergyGridTest {
    private static final Framework FRAMEWORK = Framework.mgMof74();

    /** Errors of what heat can reach: a thermal mean of 0.015 kJ/mol or so makes a Henry coefficient 0.6 % larger. */
    @Test
    void nearTheDirectEnergies() {
        ForceField lin = ForceField.lin();
        Guest guest = lin.guest("CO2");
        EnergyGrid grid = EnergyGrid.of(FRAMEWORK, lin, guest);
        EnergySurface direct = new TabulatedHostGuest(FRAMEWORK, lin, guest);
        Rng rng = Rng.seeded(1);
        double squares = 0;
        int count = 0;
        while (count < 1500) {
            double[] sites = Pose.uniform(FRAMEWORK.cell(), rng).sites(guest);
            double exact = direct.kjPerMol(sites);
            double found = grid.kjPerMol(sites);
            if (exact < 10) {
                squares += (found - exact) * (found - exact);
                count++;
            } else if (exact == Double.POSITIVE_INFINITY) {
                assertTrue(found > 100, found + " kJ/mol at an overlap");
            }
        }
        assertTrue(Math.sqrt(squares / count) < 0.03, Math.sqrt(squares / count) + " kJ/mol");
    }

    @Test
    void thePointsAreExactInAnyCell() {
        ForceField lin = ForceField.lin();
        Guest methane = lin.guest("CH4");
        EnergyGrid grid = EnergyGrid.of(FRAMEWORK, lin, methane, 0.5);
        assertArrayEquals(new int[]{60, 60, 24}, grid.counts());
        EnergySurface direct = new TabulatedHostGuest(FRAMEWORK, lin, methane);
        for (int n = 0; n < 60; n++) {
            double[] r = FRAMEWORK.cell().cartesian(n / 60.0 - 1, 7 * n % 60 / 60.0 + 2, n % 24 / 24.0);
            double exact = direct.kjPerMol(r);
            if (exact < 400) {
                assertEquals(exact, grid.kjPerMol(r), 1e-4 * Math.max(1, Math.abs(exact)), "point " + n);
            }
        }
    }

    @Test
    void symmetryIsFoundInTheAtoms() {
        assertEquals(18, FrameworkSymmetry.of(FRAMEWORK).size());
        Crystal salt = new Crystal("salt", UnitCell.cube(5.64), List.of(ion("Na", 0, 0, 0), ion("Na", 0, 0.5, 0.5),
                ion("Na", 0.5, 0, 0.5), ion("Na", 0.5, 0.5, 0), ion("Cl", 0.5, 0.5, 0.5), ion("Cl", 0.5, 0, 0),
                ion("Cl", 0, 0.5, 0), ion("Cl", 0, 0, 0.5)));
        assertEquals(192, FrameworkSymmetry.of(Framework.of(salt)).size());
        Crystal none = new Crystal("none", UnitCell.of(5, 6, 7, 80, 85, 95),
                List.of(ion("Na", 0, 0, 0), ion("Cl", 0.4, 0.3, 0.2)));
        assertEquals(1, FrameworkSymmetry.of(Framework.of(none)).size());
    }

    private static AtomSite ion(String symbol, double x, double y, double z) {
        return new AtomSite(symbol, Element.valueOf(symbol), x, y, z, symbol.equals("Na") ? 1 : -1);
    }

    @Test
    void setsOfPointsJoinAll() {
        GridOrbits sets = GridOrbits.of(FRAMEWORK, new int[]{12, 12, 12});
        // points on special positions make sets smaller than 18
        assertTrue(sets.size() >= 1728 / 18 && sets.size() < 1728 / 12, sets.size() + " sets");
        float[] values = new float[1728];
        for (int set = 0; set < sets.size(); set++) {
            values[sets.point(set)] = 1;
        }
        sets.spread(values);
        for (float value : values) {
            assertEquals(1, value);
        }
        // edges of unlike numbers of points: the threefold axis does not carry such a grid into itself
        assertTrue(GridOrbits.of(FRAMEWORK, new int[]{12, 24, 12}).size() >= 3456 / 6);
    }

    @Test
    void whatCannotBe() {
        ForceField lin = ForceField.lin();
        assertEquals("the spacing of a grid must lie between 0.02 and 1.0, not 2.0",
                assertThrows(IllegalArgumentException.class,
                        () -> EnergyGrid.of(FRAMEWORK, lin, lin.guest("CH4"), 2)).getMessage());
    }
}
