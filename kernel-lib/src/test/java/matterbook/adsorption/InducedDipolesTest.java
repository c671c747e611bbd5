package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.particles.UnitCell;
import org.junit.jupiter.api.Test;

class InducedDipolesTest {
    /** e²/(4 pi eps0) in kJ/mol angstrom. */
    private static final double COULOMB = 1389.35458;
    private static final double SIDE = 20;
    private static final double ALPHA = 8.6959 * 0.148184711;
    private static final Guest ION = new Guest("ion", List.of(new Guest.Site("O", 1, 15.999, 0, 0, 0)));
    private static final Framework MOF = Framework.mgMof74();
    /** A short cut-off, for which the cell is repeated twice and the solution takes a moment. */
    private static final PolarFramework POLAR = PolarFramework.of(MOF, 3.4);
    private static final InducedDipoles FAST = InducedDipoles.of(POLAR);

    private static PolarFramework carbons(double... z) {
        List<AtomSite> atoms = new java.util.ArrayList<>();
        for (double place : z) {
            atoms.add(new AtomSite(Element.C, 0, 0, place / SIDE));
        }
        return PolarFramework.of(Framework.of(new Crystal("carbon", UnitCell.cube(SIDE), atoms)), 10);
    }

    /** U = -1/2 alpha E², with the field of a charge that is spread out hardly at 5 angstrom and much at 1.5. */
    @Test
    void oneAtomByItsFormula() {
        for (double r : new double[]{1.5, 5}) {
            double alphaO = 5.7494 * 0.148184711;
            double au = 2.1304 * r / Math.pow(ALPHA * alphaO, 1.0 / 6);
            double field = (1 - (1 + au + au * au / 2) * Math.exp(-au)) / (r * r);
            double expected = -0.5 * ALPHA * field * field * COULOMB;
            assertEquals(expected, InducedDipoles.of(carbons(0)).kjPerMol(ION, new double[]{0, r, 0}),
                    1e-8 * -expected);
        }
    }

    /** Two atoms and a charge in a line: mu = alpha (E + T mu') with one component each. */
    @Test
    void twoAtomsByTheirFormula() {
        double distance = 2.5;
        PolarFramework two = carbons(0, distance);
        double[] tensor = two.coupling(0, 1);
        double t = tensor[8];
        double u = 2.1304 * distance / Math.cbrt(ALPHA);
        double lambda3 = 1 - (1 + u + u * u / 2) * Math.exp(-u);
        double lambda5 = lambda3 - u * u * u / 6 * Math.exp(-u);
        assertEquals((3 * lambda5 - lambda3) / Math.pow(distance, 3), t, 1e-12);
        double[] site = {0, 0, -4};
        PolarFramework.Field reached = two.field(ION, Thole.ofSites(ION), site);
        double e1 = reached.values()[2];
        double e2 = reached.values()[5];
        double determinant = 1 / (ALPHA * ALPHA) - t * t;
        double mu1 = (e1 / ALPHA + t * e2) / determinant;
        double mu2 = (e2 / ALPHA + t * e1) / determinant;
        double expected = -0.5 * (mu1 * e1 + mu2 * e2) * COULOMB;
        assertEquals(expected, InducedDipoles.of(two).kjPerMol(ION, site), 1e-8 * -expected);
        double alone = -0.5 * ALPHA * (e1 * e1 + e2 * e2) * COULOMB;
        assertTrue(expected < 1.02 * alone, "dipoles in a line strengthen each other");
    }

    /** Benzene's mean polarisability, within a tenth of the 10.0 angstrom³ measured, from six carbons and hydrogens in a far field. */
    @Test
    void benzene() {
        List<AtomSite> atoms = new java.util.ArrayList<>();
        for (int k = 0; k < 6; k++) {
            double c = Math.cos(Math.PI * k / 3);
            double s = Math.sin(Math.PI * k / 3);
            atoms.add(new AtomSite(Element.C, 1.39 * c / 60, 1.39 * s / 60, 0));
            atoms.add(new AtomSite(Element.H, 2.48 * c / 60, 2.48 * s / 60, 0));
        }
        InducedDipoles benzene = InducedDipoles
                .of(PolarFramework.of(Framework.of(new Crystal("benzene", UnitCell.cube(60), atoms)), 30));
        double r = 24;
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double[] site = new double[3];
            site[axis] = r;
            sum += -2 * benzene.kjPerMol(ION, site) * Math.pow(r, 4) / COULOMB / 3;
        }
        assertEquals(10.0, sum, 1.0);
    }

    @Test
    void solvedEqualsIterated() {
        Rng rng = Rng.seeded(1);
        Guest water = ForceField.lin().guest("H2O");
        IteratedDipoles plain = new IteratedDipoles(PolarFramework.of(MOF, 3.4), 1e-9);
        int compared = 0;
        while (compared < 3) {
            double[] sites = Pose.uniform(MOF.cell(), rng).sites(water);
            double fast = FAST.kjPerMol(water, sites);
            if (fast < -1) {
                assertEquals(plain.kjPerMol(water, sites), fast, 1e-6);
                compared++;
            }
        }
    }

    /** Never above 0; equal at the places that translations and the operations of R-3 make of one another. */
    @Test
    void symmetry() {
        Rng rng = Rng.seeded(2);
        Guest water = ForceField.lin().guest("H2O");
        for (int n = 0; n < 20; n++) {
            double[] sites = Pose.uniform(MOF.cell(), rng).sites(water);
            double energy = FAST.kjPerMol(water, sites);
            assertTrue(energy <= 0, "energy " + energy);
            double[] turned = new double[sites.length];
            for (int s = 0; s < water.size(); s++) {
                double[] f = MOF.cell().fractional(sites[3 * s], sites[3 * s + 1], sites[3 * s + 2]);
                // -y + 2/3, x - y + 1/3, z + 1/3 and a translation
                double[] r = MOF.cell().cartesian(-f[1] + 2.0 / 3 + 1, f[0] - f[1] + 1.0 / 3 - 2, f[2] + 1.0 / 3 + 3);
                System.arraycopy(r, 0, turned, 3 * s, 3);
            }
            assertEquals(energy, FAST.kjPerMol(water, turned), 1e-5 - 1e-5 * energy);
        }
    }

    @Test
    void withoutChargesNothing() {
        Guest methane = ForceField.lin().guest("CH4");
        assertEquals(0, FAST.kjPerMol(methane, new double[]{2, 3, 4}), 0);
    }

    @Test
    void referenceIsPairsAndDipoles() {
        ForceField lin = ForceField.lin();
        EnergySurface pairs = new TabulatedHostGuest(MOF, lin, lin.guest("CO2"));
        ManyBody both = ManyBody.of(pairs, FAST);
        Configurations set = new RejectionSampling(pairs, 8000, -45).sample(20, Rng.seeded(3));
        for (int i = 0; i < set.size(); i++) {
            assertEquals(set.energy(i) + FAST.kjPerMol(pairs.guest(), set.sites(i)), both.kjPerMol(set.sites(i)), 1e-9);
        }
        assertEquals(Double.POSITIVE_INFINITY, both.kjPerMol(onAnAtom()));
    }

    private static double[] onAnAtom() {
        double[][] r = MOF.crystal().positions();
        return new Pose(r[0][0], r[1][0], r[2][0]).sites(ForceField.lin().guest("CO2"));
    }

    /** At r0 in a line the bond has its depth; turned round it is gone. */
    @Test
    void carbonMonoxideInALine() {
        Framework one = Framework.of(new Crystal("magnesium", UnitCell.cube(30),
                List.of(new AtomSite(Element.Mg, 0.5, 0.5, 0.5))));
        Guest co = ForceField.lin().guest("CO");
        OpenMetalBond bond = OpenMetalBond.of(one, co);
        double[] line = {15, 15, 15 + OpenMetalBond.LENGTH, 0, 0, 0, 15, 15, 16.128 + OpenMetalBond.LENGTH};
        assertEquals(-OpenMetalBond.DEPTH, bond.kjPerMol(line), 1e-12);
        line[8] -= 2 * 1.128;
        assertEquals(0, bond.kjPerMol(line), 0);
        Framework carbon = Framework.of(new Crystal("carbon", UnitCell.cube(30),
                List.of(new AtomSite(Element.C, 0.5, 0.5, 0.5))));
        assertEquals(
                "the synthetic reference of CO is for frameworks with open magnesium sites; carbon has no magnesium",
                assertThrows(UserError.class, () -> OpenMetalBond.of(carbon, co)).getMessage());
    }
}
