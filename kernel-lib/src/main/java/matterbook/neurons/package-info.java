/**
 * Second-order (quadratic) neurons, net = (wr x + br) (wg x + bg) + wb x² + c: one neuron to be read, with its derivatives
 * by the corrected equations and as they were printed; the tasks on which they were proposed (F. Fan, W. Cong, G. Wang,
 * "General backpropagation algorithm for training second-order neural networks", Int. J. Numer. Meth. Biomed. Engng. 34,
 * e2920 (2018)); and studies that try each claim from many random starts beside first-order networks of equal width and of
 * equal parameter count. Equation numbers in this package are that paper's. Coordinates are plain numbers.
 *
 * <p>Products are made in plain Java ({@link matterbook.nn.blas.JavaBlas}): networks are small, and the same seed then gives
 * the same numbers on every machine.
 */
@NullMarked
package matterbook.neurons;

import org.jspecify.annotations.NullMarked;
