package matterbook.adsorption;

import java.util.List;

import matterbook.core.Codata;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.particles.UnitCell;

/**
 * Energies whose averages are known: -depth in a slab of the cell from f0 = 0 to {@code part}, infinite from f0 = 0.9, 0
 * elsewhere. <exp(-U/RT)> = 0.9 - part + part exp(depth/RT).
 *
 * @param depth in kJ/mol
 */
record SquareWell(double depth, double part) implements EnergySurface {
    private static final UnitCell CELL = UnitCell.of(10, 11, 12, 80, 95, 110);
    private static final Framework FRAMEWORK = Framework
            .of(new Crystal("box", CELL, List.of(new AtomSite(Element.Mg, 0.95, 0, 0))));
    private static final Guest GUEST = new Guest("dot", List.of(new Guest.Site("dot", 0, 16, 0, 0, 0)));

    @Override
    public Framework framework() {
        return FRAMEWORK;
    }

    @Override
    public Guest guest() {
        return GUEST;
    }

    @Override
    public double kjPerMol(double[] sites) {
        double f = UnitCell.fraction(CELL.fractional(sites[0], sites[1], sites[2])[0]);
        return f < part ? -depth : f >= 0.9 ? Double.POSITIVE_INFINITY : 0;
    }

    double factor(double temperature) {
        return 0.9 - part + part * Math.exp(depth / (Codata.KJ_PER_MOL_PER_KELVIN * temperature));
    }

    double molPerKgPa(double temperature) {
        return factor(temperature) / (Codata.GAS_CONSTANT * temperature * FRAMEWORK.density());
    }

    double heat(double temperature) {
        double rt = Codata.KJ_PER_MOL_PER_KELVIN * temperature;
        return rt + depth * part * Math.exp(depth / rt) / factor(temperature);
    }
}
