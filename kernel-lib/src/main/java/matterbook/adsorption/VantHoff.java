package matterbook.adsorption;

import matterbook.core.Estimate;

/**
 * How a Henry coefficient changes with temperature: ln K<sub>H</sub> = ln K<sub>0</sub> + Q / (R T), a line over 1/T (J. H.
 * van 't Hoff, Études de dynamique chimique (1884)). Its slope is the heat of adsorption at the mean of 1/T: d ln
 * K<sub>H</sub> / d(1/RT) = RT - &lt;U> exactly.
 *
 * @param heatKjPerMol Q in kJ/mol
 * @param logPrefactor ln K<sub>0</sub>, K<sub>0</sub> in mol/(kg Pa)
 */
public record VantHoff(Estimate heatKjPerMol, Estimate logPrefactor) {
    /** K<sub>H</sub> on the line, in mol/(kg Pa). */
    public double molPerKgPa(double temperature) {
        return Math.exp(logPrefactor.value() + heatKjPerMol.value() / HenryCoefficient.rt(temperature));
    }

    @Override
    public String toString() {
        return "Q = " + heatKjPerMol + " kJ/mol, ln K_0 = " + logPrefactor;
    }
}
