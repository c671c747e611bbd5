package matterbook.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import matterbook.core.UserError;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class RadialTableTest {
    @Test
    void equalsTheFunction() {
        List<DoubleUnaryOperator> functions = List.of(r -> Math.pow(r, -12), r -> Math.exp(-3.9 * r),
                r -> Erf.erfc(0.29 * r) / r, new LennardJones(80, 3)::energy);
        double[] bounds = {2e-7, 2e-5, 1e-6, 1e-6};
        // relative errors, but where a function passes through 0 they are infinite
        double[] least = {0, 0, 0, 80};
        for (int n = 0; n < bounds.length; n++) {
            RadialTable table = RadialTable.of(functions.get(n), 1, 12.8);
            double worst = 0;
            for (double r = 1; r <= 12.8; r += 0.00037) {
                double exact = functions.get(n).applyAsDouble(r);
                worst = Math.max(worst, Math.abs(table.at(r * r) - exact) / Math.max(least[n], Math.abs(exact)));
            }
            assertTrue(worst < bounds[n], n + ": " + worst);
        }
    }

    @Test
    void saysWhereAFunctionIsNotFinite() {
        assertEquals("a table needs a finite function, but at distance 2.0 it is Infinity",
                assertThrows(UserError.class, () -> RadialTable.of(r -> 1 / (r - 2), 1.9, 3)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> RadialTable.of(r -> r, 3, 2));
    }
}
