package matterbook.adsorption;

import matterbook.core.Codata;

/**
 * The energy of one guest in a framework, divided by k<sub>B</sub>: in K.
 *
 * @param vanDerWaals infinite if atoms overlap
 * @param coulomb the electrostatic part; 0 if atoms overlap
 */
public record GuestEnergy(double vanDerWaals, double coulomb) {
    /** That of a guest with an atom behind the wall of another. */
    public static final GuestEnergy OVERLAP = new GuestEnergy(Double.POSITIVE_INFINITY, 0);

    /** Both parts in K. */
    public double kelvin() {
        return vanDerWaals + coulomb;
    }

    /** Both parts in kJ/mol. */
    public double kjPerMol() {
        return kelvin() * Codata.KJ_PER_MOL_PER_KELVIN;
    }

    public boolean isOverlap() {
        return vanDerWaals == Double.POSITIVE_INFINITY;
    }
}
