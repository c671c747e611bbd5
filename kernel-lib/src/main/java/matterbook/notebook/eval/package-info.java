/** The evaluator: JShell with stop checks, captured output, readable errors, completion and inspection. */
@NullMarked
package matterbook.notebook.eval;

import org.jspecify.annotations.NullMarked;
