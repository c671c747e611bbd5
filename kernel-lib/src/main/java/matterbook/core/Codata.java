package matterbook.core;

/**
 * Constants of nature in SI units, and what follows from them in the units of molecules and crystals. Those of the SI itself
 * are exact; the electric constant and the mass unit are CODATA 2018 (E. Tiesinga et al., Rev. Mod. Phys. 93, 025010 (2021)).
 */
public final class Codata {
    /** k<sub>B</sub> in J/K, exact. */
    public static final double BOLTZMANN = 1.380649e-23;
    /** N<sub>A</sub> in 1/mol, exact. */
    public static final double AVOGADRO = 6.02214076e23;
    /** e in C, exact. */
    public static final double ELEMENTARY_CHARGE = 1.602176634e-19;
    /** eps<sub>0</sub> in F/m. */
    public static final double ELECTRIC_CONSTANT = 8.8541878128e-12;
    /** The atomic mass unit in kg. */
    public static final double MASS_UNIT = 1.66053906660e-27;

    /** R = k<sub>B</sub> N<sub>A</sub> in J/(mol K), exact. */
    public static final double GAS_CONSTANT = BOLTZMANN * AVOGADRO;
    /** One kelvin of energy, k<sub>B</sub> · 1 K, in kJ/mol. */
    public static final double KJ_PER_MOL_PER_KELVIN = GAS_CONSTANT / 1000;
    /** e²/(4 pi eps<sub>0</sub>) in eV · angstrom: the energy of two elementary charges 1 angstrom apart. */
    public static final double COULOMB_EV_ANGSTROM = ELEMENTARY_CHARGE / (4 * Math.PI * ELECTRIC_CONSTANT) * 1e10;
    /** e²/(4 pi eps<sub>0</sub> k<sub>B</sub>) in K · angstrom. */
    public static final double COULOMB_KELVIN_ANGSTROM = COULOMB_EV_ANGSTROM * ELEMENTARY_CHARGE / BOLTZMANN;

    private Codata() {}
}
