/**
 * Forces between pairs of particles: the potentials, how they are cut, what the cut leaves out, and the kernels that add
 * the forces up ({@link matterbook.potential.Naive} to be read, {@link matterbook.potential.Packed} and the vector kernel
 * to be fast). Quantities are in reduced units: lengths in the particles' diameter, energies in the potential's depth or
 * strength.
 */
@NullMarked
package matterbook.potential;

import org.jspecify.annotations.NullMarked;
