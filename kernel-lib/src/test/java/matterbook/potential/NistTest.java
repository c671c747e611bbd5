package matterbook.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import matterbook.particles.Fluid;
import matterbook.particles.State;
import org.junit.jupiter.api.Test;

/** Energies, virials and long-range corrections of NIST's sample configurations, to the digits that are printed. */
class NistTest {
    @Test
    void energiesAndVirials() {
        assertReference(1, 3, -4351.54, 0.005, -568.67, -198.489);
        assertReference(2, 3, -690.004, 0.0005, -568.46, -24.230);
        assertReference(1, 4, -4467.50, 0.005, Double.NaN, Double.NaN);
        assertReference(2, 4, -704.603, 0.0005, Double.NaN, Double.NaN);
    }

    private static void assertReference(int number, double cutoff, double energy, double digit, double virial,
            double tail) {
        Fluid fluid = NistConfigurations.read(number);
        CutPotential potential = new LennardJones().cutAt(cutoff);
        for (PairMethod method : PairMethod.values()) {
            State state = State.of(fluid);
            try (PairKernel kernel = potential.by(method).kernel(state)) {
                kernel.compute(state);
            }
            assertEquals(energy, state.energy, digit, method + " energy");
            if (!Double.isNaN(virial)) {
                assertEquals(virial, state.virial, 0.005, method + " virial");
            }
        }
        if (!Double.isNaN(tail)) {
            assertEquals(tail, potential.tail().energy(fluid), 0.0005);
        }
    }
}
