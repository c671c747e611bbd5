/**
 * Markov chains on finitely many named states: transition matrices, walks, stationary laws, relaxation, detailed
 * balance, the master equation in continuous time, and transition matrices estimated from observed sequences.
 *
 * <p>Conventions: {@code P[i][j]} is the probability of going from state i (row) to state j (column), every row
 * sums to 1, laws are row vectors: {@code p(t + 1) = p(t) P}. Times are counted in steps of the chain, in the
 * master equation in the unit that its rates are given in.
 */
@NullMarked
package matterbook.markov;

import org.jspecify.annotations.NullMarked;
