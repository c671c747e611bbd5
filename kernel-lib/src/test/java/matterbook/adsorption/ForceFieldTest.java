package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.UserError;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Element;
import matterbook.potential.Buckingham;
import matterbook.potential.Cut;
import matterbook.potential.CutPotential;
import matterbook.potential.LennardJones;
import org.junit.jupiter.api.Test;

class ForceFieldTest {
    private static final AtomSite MG = new AtomSite("Mg", Element.Mg, 0, 0, 0, 1.56);
    private static final AtomSite CA = new AtomSite("Ca", Element.C, 0, 0, 0, 0.9);

    @Test
    void linMercado() {
        ForceField lin = ForceField.named("LIN");
        assertEquals(new CutPotential(new Buckingham(2.4732e7, 3.965, 408795), 12.8, Cut.SHIFTED),
                lin.pair(MG, "Mg", "O_co2").orElseThrow());
        assertEquals(new LennardJones(87.738, 2.904), lin.pair(CA, "Ca", "C_co2").orElseThrow().potential());
        // not listed: Lorentz and Berthelot
        assertEquals(new LennardJones(Math.sqrt(55.8574 * 22.1417), (2.69141 + 2.57113) / 2),
                lin.pair(MG, "Mg", "Hw").orElseThrow().potential());
        assertTrue(lin.pair(MG, "Mg", "M").isEmpty());
        assertEquals(1.0, lin.wall("O_co2"));
        assertEquals(1.75, lin.wall("CH4_sp3"));
        assertEquals("Lin/Mercado, shifted cut at 12.8 angstrom, guests [CO2, H2O, CH4, CO]", lin.toString());
    }

    /**
     * At its wall a pair repels. Water's does not everywhere: its oxygen and Cd attract within 1.07 angstrom, where the
     * neighbours of Cd repel by more.
     */
    @Test
    void wallsKeepOutTheHole() {
        for (String label : List.of("Mg", "Oa", "Ob", "Oc", "Ca", "Cb", "Cc", "Cd", "H")) {
            AtomSite site = new AtomSite(label, Element.of(label.substring(0, 1)).orElse(Element.Mg), 0, 0, 0, 0);
            for (String type : List.of("O_co2", "C_co2", "CH4_sp3")) {
                ForceField lin = ForceField.lin();
                CutPotential pair = lin.pair(site, label, type).orElseThrow();
                assertTrue(pair.energy(lin.wall(type)) > 3000, label + " " + type + " " + pair.energy(lin.wall(type)));
            }
        }
    }

    @Test
    void uff() {
        ForceField uff = ForceField.uff();
        assertEquals(new CutPotential(new LennardJones(Math.sqrt(55.85 * 79), (2.69 + 3.05) / 2), 12.8, Cut.PLAIN),
                uff.pair(MG, "Mg", "O_co2").orElseThrow());
        // by element: the label Ca is a carbon
        assertEquals(new LennardJones(Math.sqrt(52.83 * 148), (3.43 + 3.73) / 2),
                uff.pair(CA, "Ca", "CH4_sp3").orElseThrow().potential());
    }

    @Test
    void guests() {
        for (ForceField field : List.of(ForceField.lin(), ForceField.uff())) {
            assertEquals(List.of("CO2", "H2O", "CH4", "CO"), field.guestNames());
            double[] masses = {44.009, 18.015, 16.043, 28.010};
            for (int n = 0; n < 4; n++) {
                Guest guest = field.guest(field.guestNames().get(n));
                assertEquals(masses[n], guest.mass(), 1e-9);
                double charge = 0;
                double moment = 0;
                for (Guest.Site site : guest.sites()) {
                    charge += site.charge();
                    moment += site.mass() * site.z();
                }
                assertEquals(0, charge, 1e-12);
                assertEquals(0, moment, 1e-12);
            }
        }
        Guest water = ForceField.lin().guest("h2o");
        assertEquals(0.9572, water.distance(0, 1), 1e-9);
        assertEquals(0.125, water.distance(0, 3), 1e-12);
        assertEquals(104.52, 2 * Math.toDegrees(Math.asin(water.distance(1, 2) / 2 / 0.9572)), 1e-6);
        assertEquals(1.16, ForceField.uff().guest("CO2").radius(), 1e-12);
        // 0.112 debye with carbon as the negative end
        double dipole = ForceField.uff().guest("CO").sites().stream().mapToDouble(s -> s.charge() * s.z()).sum();
        assertEquals(0.112, dipole * 4.80320, 0.002);
    }

    @Test
    void mistakes() {
        assertEquals("no force field \"dreiding\"; there are lin and uff", said(() -> ForceField.named("dreiding")));
        assertEquals("the force field UFF/TraPPE has no guest \"N2\"; it has [CO2, H2O, CH4, CO]",
                said(() -> ForceField.uff().guest("N2")));
        assertEquals("the force field Lin/Mercado has no guest site \"N_n2\"; it has [Ow, Hw, M, O_co2, C_co2, CH4_sp3,"
                + " C_co, M_co, O_co]", said(() -> ForceField.lin().pair(MG, "Mg", "N_n2")));
        assertEquals("f: line 2 (wall x): a number must stand at place 1 behind \"wall\", not \"x\"",
                parse("name n\nwall x"));
        assertEquals("f: line 1 (wall -1): -1 must be above 0", parse("wall -1 # no"));
        assertEquals("f: line 1 (type): \"type\" needs more words", parse("type"));
        assertEquals("f: line 1 (cutoff 12 smooth): a cut-off is shifted or truncated", parse("cutoff 12 smooth"));
        assertEquals("f: line 1 (pair a b morse 1 2): a pair is buckingham or lennard-jones",
                parse("pair a b morse 1 2"));
        assertEquals("f: line 2 (guest b): the guest a has no sites", parse("guest a\nguest b"));
        assertEquals("f: line 2 (guest b): a site needs a guest before it", parse("site a 0 1 0 0 0\nguest b"));
        assertEquals(
                "f: line 1 (atom a): a line begins with name, cutoff, wall, host, element, type, pair, guest or site",
                parse("atom a"));
        assertEquals("f: a force field needs a name, a cutoff and a wall", parse("name n"));
    }

    private static String parse(String text) {
        return said(() -> ForceFieldText.parse(text, "f"));
    }

    private static String said(org.junit.jupiter.api.function.Executable mistake) {
        return String.valueOf(assertThrows(UserError.class, mistake).getMessage());
    }
}
