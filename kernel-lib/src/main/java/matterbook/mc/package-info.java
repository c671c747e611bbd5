/**
 * Monte Carlo sampling: Metropolis for densities on a line, the Ising model of a square lattice (a readable sampler,
 * a fast one, exact enumeration and Onsager's formulas) and hard disks. Reduced units throughout: the Ising model
 * has J = k_B = 1, hard disks have the diameter 1 and k_B T = 1.
 */
@NullMarked
package matterbook.mc;

import org.jspecify.annotations.NullMarked;
