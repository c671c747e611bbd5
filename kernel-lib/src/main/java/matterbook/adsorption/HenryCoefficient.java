package matterbook.adsorption;

import matterbook.core.Codata;
import matterbook.core.Estimate;
import matterbook.core.Require;

/**
 * How much of a gas a framework takes up at low pressure: loading = K<sub>H</sub> · pressure, with
 *
 * <pre>
 * K_H = &lt;exp(-U / RT)> / (R T rho)          Q = R T - &lt;U exp(-U / RT)> / &lt;exp(-U / RT)>
 * </pre>
 *
 * <p>averages over all places and orientations of one guest, rho the framework's density, Q the heat that a mole sets free (B.
 * Widom, J. Chem. Phys. 39, 2808 (1963); T. J. H. Vlugt et al., J. Chem. Theory Comput. 4, 1107 (2008)). Errors are
 * standard errors from independent batches.
 *
 * @param temperature in K
 * @param molPerKgPa K<sub>H</sub> in mol/(kg Pa)
 * @param heatKjPerMol Q in kJ/mol
 * @param insertions how many guests were tried
 */
public record HenryCoefficient(double temperature, Estimate molPerKgPa, Estimate heatKjPerMol, long insertions) {
    public HenryCoefficient {
        Require.positive(temperature, "the temperature");
    }

    /** K<sub>H</sub> for this mean of exp(-U / RT) and this density in kg/m³. */
    static Estimate molPerKgPa(Estimate factor, double temperature, double density) {
        return factor.times(1 / (Codata.GAS_CONSTANT * temperature * density));
    }

    /** RT in kJ/mol. */
    static double rt(double temperature) {
        return Codata.KJ_PER_MOL_PER_KELVIN * temperature;
    }

    @Override
    public String toString() {
        return "K_H = " + molPerKgPa + " mol/kg/Pa, Q = " + heatKjPerMol + " kJ/mol at " + temperature + " K from "
                + insertions + " insertions";
    }
}
