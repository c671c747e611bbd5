/**
 * Molecular dynamics: integrators, thermostats, and runs that return what they measured. Reduced units: with lengths in
 * the particles' diameter a, energies in eps and masses in m, times are in t0 = a sqrt(m / eps) and temperatures in
 * eps / k<sub>B</sub>.
 */
@NullMarked
package matterbook.md;

import org.jspecify.annotations.NullMarked;
