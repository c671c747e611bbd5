/**
 * Products of single-precision matrices: OpenBLAS where its native file for this machine is on the class path, plain Java
 * everywhere else. Knows nothing of networks.
 */
@NullMarked
package matterbook.nn.blas;

import org.jspecify.annotations.NullMarked;
