/**
 * Monte Carlo sampling: Metropolis for densities on a line, the Ising model of a square lattice (a readable sampler,
 * a fast one, exact enumeration and Onsager's formulas), hard disks by single moves and by event chains, and fluids of
 * any pair potential at constant N, V, T, at constant pressure and with particles that come and go ({@link
 * matterbook.mc.Ensemble}). Reduced units throughout: the Ising model has J = k_B = 1, hard disks have the diameter 1 and
 * k_B T = 1, fluids have the units of their potential and k_B = 1.
 */
@NullMarked
package matterbook.mc;

import org.jspecify.annotations.NullMarked;
