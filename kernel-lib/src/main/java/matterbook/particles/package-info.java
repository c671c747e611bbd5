/**
 * Particles in periodic boxes of two dimensions: boxes, lattices to start from, configurations and the cell list
 * that finds neighbours. Lengths have any one unit; coordinates lie in [0, width) x [0, height).
 */
@NullMarked
package matterbook.particles;

import org.jspecify.annotations.NullMarked;
