package matterbook.mc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OnsagerTest {
    @Test
    void knownNumbers() {
        assertEquals(2.2691853, Onsager.CRITICAL_TEMPERATURE, 5e-8);
        assertEquals(-Math.sqrt(2), Onsager.energy(Onsager.CRITICAL_TEMPERATURE), 1e-7);
        assertEquals(-1.7455646, Onsager.energy(2), 5e-8);
        assertEquals(0.9113194, Onsager.magnetisation(2), 5e-8);
        assertEquals(0, Onsager.magnetisation(2.3));
    }

    /** Low temperatures: four bonds of 2 break for one spin, u = -2 + 8 e^(-8/T); high ones: u = -2 tanh(1/T) at first order. */
    @Test
    void limits() {
        assertEquals(-2 + 8 * Math.exp(-16), Onsager.energy(0.5), 1e-9);
        assertEquals(-2 * Math.tanh(0.01), Onsager.energy(100), 1e-5);
        assertEquals(-2, Onsager.energy(0.001), 1e-12);
    }

    @Test
    void heatCapacityIsTheSlopeOfTheEnergy() {
        for (double t : new double[]{0.7, 1.5, 2, 2.26, 2.28, 2.5, 4}) {
            double h = 1e-4;
            double slope = (Onsager.energy(t + h) - Onsager.energy(t - h)) / (2 * h);
            assertEquals(slope, Onsager.heatCapacity(t), 2e-5 * (1 + slope), "T = " + t);
        }
        assertEquals(Double.POSITIVE_INFINITY, Onsager.heatCapacity(Onsager.CRITICAL_TEMPERATURE));
    }

    @Test
    void nonsenseIsRefused() {
        assertEquals("the temperature must be a finite number above 0, not 0.0",
                assertThrows(IllegalArgumentException.class, () -> Onsager.energy(0)).getMessage());
    }
}
