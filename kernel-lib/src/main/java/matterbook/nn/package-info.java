/**
 * Learning: batches of numbers in single precision ({@link matterbook.nn.Tensor}), a tape that records what is done with
 * them and plays it back for derivatives ({@link matterbook.nn.Tape}), layers, networks, losses, optimisers and training
 * that can be stopped and resumed. All quantities are plain numbers; whoever brings units scales them first.
 *
 * <p>From the outside: a {@link matterbook.nn.Network} says what the layers are, a {@link matterbook.nn.Model} is a network
 * with weights, a {@link matterbook.nn.Training} makes a better model from {@link matterbook.nn.Examples}. Losses and
 * schemes of one's own use a {@link matterbook.nn.Learner} and a tape.
 */
@NullMarked
package matterbook.nn;

import org.jspecify.annotations.NullMarked;
