/**
 * Graded assertions: silent when right, one line that teaches when wrong. They throw rather than {@code assert},
 * which a kernel without {@code -ea} would skip, and return nothing, so that a graded cell leaves no value.
 */
@NullMarked
package matterbook.check;

import org.jspecify.annotations.NullMarked;
