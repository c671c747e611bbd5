package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.particles.UnitCell;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final double ROUNDING = 1e-9;
    private static final Framework MOF = Framework.mgMof74();
    private static final Guest CO2 = ForceField.lin().guest("CO2");
    private static final Guest WATER = ForceField.lin().guest("H2O");
    private static final VoxelFeatures FAST = new VoxelFeatures(MOF, CO2, FeatureSet.published());

    /** Sites moved by a map of fractional coordinates. */
    private interface Move {
        double[] of(double x, double y, double z);
    }

    @Test
    void fastEqualsPlain() {
        Features plain = new PlainFeatures(MOF, CO2, FeatureSet.published());
        Rng rng = Rng.seeded(1);
        for (int n = 0; n < 12; n++) {
            double[] sites = Pose.uniform(MOF.cell(), rng).sites(CO2);
            assertClose(plain.of(sites), FAST.of(sites));
        }
        FeatureSet all = FeatureSet.of("exp, r-1, r-4, r-6, r-8, r-10, r").withNearest(7);
        Features fastWater = new VoxelFeatures(MOF, WATER, all);
        Features plainWater = new PlainFeatures(MOF, WATER, all);
        for (int n = 0; n < 6; n++) {
            double[] sites = Pose.uniform(MOF.cell(), rng).sites(WATER);
            assertClose(plainWater.of(sites), fastWater.of(sites));
        }
    }

    private static void assertClose(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(1, actual[i] / expected[i], ROUNDING, "feature " + i);
        }
    }

    @Test
    void unchangedByLatticeAndSymmetry() {
        List<Move> moves = List.of((x, y, z) -> new double[]{x + 1, y - 2, z + 3},
                (x, y, z) -> new double[]{-y, x - y, z},
                (x, y, z) -> new double[]{y - x, -x, z}, (x, y, z) -> new double[]{-x, -y, -z},
                (x, y, z) -> new double[]{x + 2 / 3.0, y + 1 / 3.0, z + 1 / 3.0},
                (x, y, z) -> new double[]{y + 1 / 3.0, y - x + 2 / 3.0, 2 / 3.0 - z});
        Rng rng = Rng.seeded(2);
        for (int n = 0; n < 20; n++) {
            double[] sites = Pose.uniform(MOF.cell(), rng).sites(CO2);
            double[] here = FAST.of(sites);
            for (Move move : moves) {
                assertArrayEquals(here, FAST.of(moved(sites, move)), 1e-7 * Arrays.stream(here).max().orElseThrow());
            }
        }
    }

    private static double[] moved(double[] sites, Move move) {
        double[] moved = new double[sites.length];
        for (int s = 0; s < sites.length; s += 3) {
            double[] f = MOF.cell().fractional(sites[s], sites[s + 1], sites[s + 2]);
            System.arraycopy(MOF.cell().cartesian(move.of(f[0], f[1], f[2])), 0, moved, s, 3);
        }
        return moved;
    }

    @Test
    void likeAtomsShareTheirDistances() {
        List<Integer> oxygens = IntStream.range(0, CO2.size())
                .filter(s -> CO2.sites().get(s).type().startsWith("O")).boxed().toList();
        assertEquals(2, oxygens.size());
        double[] sites = Pose.uniform(MOF.cell(), Rng.seeded(3)).sites(CO2);
        double[] exchanged = sites.clone();
        System.arraycopy(sites, 3 * oxygens.get(0), exchanged, 3 * oxygens.get(1), 3);
        System.arraycopy(sites, 3 * oxygens.get(1), exchanged, 3 * oxygens.get(0), 3);
        assertArrayEquals(FAST.of(sites), FAST.of(exchanged), 0);
        assertTrue(!Arrays.equals(FAST.of(sites), FAST.of(Pose.uniform(MOF.cell(), Rng.seeded(4)).sites(CO2))));
    }

    @Test
    void namesAndSizes() {
        assertEquals(432, FAST.size());
        assertEquals(72, FAST.distanceCount());
        assertEquals(432, FAST.names().size());
        assertEquals("exp C_co2-Mg 1", FAST.names().stream().filter(name -> name.contains("C_co2-Mg")).findFirst()
                .orElseThrow());
        assertEquals("exp, r-1, r-4, r-6, r-8, r-10 of the 4 smallest distances", FAST.set().toString());
    }

    /** The place of water's negative charge is no atom. */
    @Test
    void aPlaceWithoutMassIsNoFeature() {
        Features features = new PlainFeatures(MOF, WATER, FeatureSet.of("r").withNearest(1));
        assertEquals(18, features.size());
        int m = WATER.types().indexOf("M");
        double[] sites = Pose.uniform(MOF.cell(), Rng.seeded(5)).sites(WATER);
        double[] other = sites.clone();
        other[3 * m] += 1;
        assertArrayEquals(features.of(sites), features.of(other), 0);
    }

    /** In the middle of a cube the eight corners are equally near; of the next twenty-four none is nearer than √11/2 edges. */
    @Test
    void findsAtomsOfManyCells() {
        Framework cube = Framework.of(new Crystal("cube", UnitCell.cube(3),
                List.of(new AtomSite("Mg", Element.Mg, 0, 0, 0, 0))));
        Guest atom = new Guest("Ar", List.of(new Guest.Site("Ar", 0, 40, 0, 0, 0)));
        double[] expected = new double[10];
        Arrays.fill(expected, 3 * Math.sqrt(3) / 2);
        Arrays.fill(expected, 8, 10, 3 * Math.sqrt(11) / 2);
        FeatureSet set = FeatureSet.of("r").withNearest(10);
        assertArrayEquals(expected, new VoxelFeatures(cube, atom, set).of(new double[]{1.5, -1.5, 31.5}), ROUNDING);
        assertArrayEquals(expected, new PlainFeatures(cube, atom, set).of(new double[]{1.5, -1.5, 31.5}), ROUNDING);
    }

    @Test
    void terms() {
        Map<String, Double> expected = Map.of("exp", Math.exp(-2), "r-1", 1 / 2.0, "r-4", 1 / 16.0, "r-6", 1 / 64.0,
                "r-8", 1 / 256.0, "r-10", 1 / 1024.0, "r", 2.0);
        assertEquals(DistanceTerm.values().length, expected.size());
        expected.forEach((name, value) -> assertEquals(value, DistanceTerm.named(name).of(2), 1e-15, name));
    }

    @Test
    void refusesNonsense() {
        assertEquals("no term \"r-3\" of a distance; there are exp, r-1, r-4, r-6, r-8, r-10, r",
                assertThrows(UserError.class, () -> FeatureSet.of("exp,r-3")).getMessage());
        assertEquals("the terms [exp, exp] have one twice",
                assertThrows(IllegalArgumentException.class, () -> FeatureSet.of("exp,exp")).getMessage());
        assertEquals("three coordinates for each of 3 sites are wanted, not 12",
                assertThrows(IllegalArgumentException.class, () -> FAST.of(new double[12])).getMessage());
    }
}
