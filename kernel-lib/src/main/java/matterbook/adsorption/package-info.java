/**
 * Molecules adsorbed in crystals: frameworks, rigid guests, force fields and the energy of one guest in a framework. Lengths
 * are in angstrom, charges in elementary charges, masses in atomic mass units, energies in K (divided by k<sub>B</sub>)
 * unless a name says kJ/mol.
 */
@NullMarked
package matterbook.adsorption;

import org.jspecify.annotations.NullMarked;
