/**
 * The Jupyter protocol (version 5.3) around the evaluator. Each socket belongs to one thread: cells' threads, which
 * an interrupt may hit at any time, never touch a socket, because an interrupted thread closes the channel it
 * writes to.
 */
@NullMarked
package matterbook.kernel;

import org.jspecify.annotations.NullMarked;
