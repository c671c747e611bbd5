/**
 * Particles in periodic boxes of two or three dimensions: boxes, lattices to start from, configurations, fluids with
 * velocities, the state that a simulation moves, and the cell list that finds neighbours of moving disks. Quantities are
 * in reduced units: lengths in the particles' diameter, masses in one particle's, energies in the potential's depth or
 * strength.
 */
@NullMarked
package matterbook.particles;

import org.jspecify.annotations.NullMarked;
