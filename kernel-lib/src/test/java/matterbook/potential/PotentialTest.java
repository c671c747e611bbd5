package matterbook.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import matterbook.core.UserError;
import matterbook.particles.Fluid;
import matterbook.particles.State;
import org.junit.jupiter.api.Test;

class PotentialTest {
    /** A student's own: two lines. */
    record Morse(double depth, double width) implements PairPotential {
        @Override
        public double energy(double r) {
            double e = Math.exp(-(r - 1) / width);
            return depth * e * (e - 2);
        }

        @Override
        public double force(double r) {
            double e = Math.exp(-(r - 1) / width);
            return 2 * depth / width * e * (e - 1);
        }
    }

    @Test
    void forcesAreTheSlopesOfEnergies() {
        List<PairPotential> potentials = List.of(new LennardJones(), new LennardJones(1.3, 0.9), new InversePower(12),
                new InversePower(9, 2.5), new Wca(), new Morse(1, 0.2), new LennardJones().cutAt(2.5),
                new LennardJones().cutAndShiftedAt(2.5), new InversePower(12).forceShiftedAt(2),
                new LennardJones().forceShiftedAt(2));
        for (PairPotential potential : potentials) {
            for (double r : new double[]{0.85, 1, 1.1, 1.5, 1.99, 2.4}) {
                double h = 1e-4;
                // Richardson: the error of the central difference falls from h^2 to h^4
                double slope = (4 * difference(potential, r, h) - difference(potential, r, 2 * h)) / 3;
                assertEquals(-slope, potential.force(r), 1e-8 * (1 + Math.abs(slope)), potential + " at " + r);
            }
        }
    }

    private static double difference(PairPotential potential, double r, double h) {
        return (potential.energy(r + h) - potential.energy(r - h)) / (2 * h);
    }

    @Test
    void cutsDoWhatTheySay() {
        LennardJones lj = new LennardJones();
        assertEquals(lj.energy(2.4), lj.cutAt(2.5).energy(2.4));
        assertEquals(lj.energy(2.4) - lj.energy(2.5), lj.cutAndShiftedAt(2.5).energy(2.4), 1e-16);
        assertEquals(lj.force(2.4), lj.cutAndShiftedAt(2.5).force(2.4));
        assertEquals(0, lj.forceShiftedAt(2.5).force(2.5 - 1e-9), 1e-9);
        assertEquals(0, lj.forceShiftedAt(2.5).energy(2.5 - 1e-6), 1e-12);
        for (Cut cut : Cut.values()) {
            assertEquals(0, new CutPotential(lj, 2.5, cut).energy(2.5));
            assertEquals(0, new CutPotential(lj, 2.5, cut).force(3));
        }
        assertEquals(-1, lj.energy(Wca.RANGE), 1e-15);
        assertEquals(0, new Wca().energy(Wca.RANGE - 1e-9), 1e-12);
        assertEquals(1, new Wca().energy(1), 1e-15);
    }

    /** Against the closed forms for Lennard-Jones in three dimensions and r^-12 in two. */
    @Test
    void tailsAreTheClosedForms() {
        double rc = 2.5;
        double rho = 0.75;
        TailCorrection lj = new LennardJones().cutAt(rc).tail();
        assertEquals(8 * Math.PI * rho / 3 * (Math.pow(rc, -9) / 3 - Math.pow(rc, -3)), lj.energyPerParticle(rho, 3),
                1e-14);
        assertEquals(16 * Math.PI * rho * rho / 3 * (2 * Math.pow(rc, -9) / 3 - Math.pow(rc, -3)),
                lj.pressure(rho, 3), 1e-14);
        TailCorrection soft = new InversePower(12).cutAt(3).tail();
        assertEquals(Math.PI * rho * Math.pow(3, -10) / 10, soft.energyPerParticle(rho, 2), 1e-18);
        assertEquals(6 * rho * soft.energyPerParticle(rho, 2), soft.pressure(rho, 2), 1e-18);
    }

    @Test
    void badInputGetsOneLine() {
        State small = State.of(Fluid.squareLattice(5, 1));
        assertMessage(
                "the box's shortest side 5 is less than twice the cut-off 3; take a box of at least 6 or a cut-off"
                        + " of at most 2.5",
                () -> new InversePower(12).cutAt(3).kernel(small));
        // exactly twice is allowed
        new InversePower(12).cutAt(2.5).kernel(small).compute(small);
        assertMessage("this potential does not end; cut it, for example with .cutAt(2.5)",
                () -> new LennardJones().kernel(small));
        assertMessage("this potential is cut at 2.0 already", () -> new LennardJones().cutAt(2).cutAt(1));
        assertMessage("a hard core has no force; sample it by Monte Carlo", () -> new HardCore().force(1.1));
        assertMessage("this potential falls off no faster than r^-3: what lies beyond a cut-off has no end",
                () -> new InversePower(3).cutAt(2).tail().energyPerParticle(1, 3));
    }

    /** A potential that gives no number is named with its distance, by the readable kernel and by the fast one. */
    @Test
    void forcesThatAreNoNumberGetOneLine() {
        PairPotential broken = new PairPotential() {
            @Override
            public double energy(double r) {
                return 1 / r;
            }

            @Override
            public double force(double r) {
                return r > 1.2 ? Double.NaN : 1;
            }
        };
        for (PairMethod method : PairMethod.values()) {
            State state = State.of(Fluid.squareLattice(6, 1));
            assertMessage("the potential's force at r = 1.4142135623730951 is NaN; it must be a finite number",
                    () -> broken.cutAt(1.5).by(method).kernel(state).compute(state));
        }
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable body) {
        assertEquals(message, assertThrows(UserError.class, body).getMessage());
    }
}
