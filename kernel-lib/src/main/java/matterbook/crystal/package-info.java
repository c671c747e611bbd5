/**
 * Crystals: chemical elements, symmetry operations, atoms in a cell, and CIF files. Lengths are in angstrom, angles in
 * degrees, charges in elementary charges, masses in atomic mass units, densities in kg/m³.
 */
@NullMarked
package matterbook.crystal;

import org.jspecify.annotations.NullMarked;
