/**
 * What can be read off particles: structure (pair distribution, structure factor, hexatic order, clusters) and motion
 * (mean square displacement, velocity autocorrelation, diffusion), from the frames of a run or a trajectory. Averages come
 * with standard errors: structure from blocks of frames, motion from groups of particles. Quantities are in reduced units.
 */
@NullMarked
package matterbook.observe;

import org.jspecify.annotations.NullMarked;
