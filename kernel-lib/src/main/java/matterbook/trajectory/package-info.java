/**
 * Particles in files: extended XYZ, which OVITO, ASE and VMD read too. A frame is a line with the number of particles, a
 * comment line with box and time, and a line for each particle; frames follow each other. Quantities are in reduced units,
 * numbers are written so that they come back bit by bit.
 */
@NullMarked
package matterbook.trajectory;

import org.jspecify.annotations.NullMarked;
