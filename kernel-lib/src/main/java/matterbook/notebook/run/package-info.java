/**
 * Headless execution: notebooks run in a child JVM, cell by cell, each within its time budget.
 *
 * <p>Parent and child talk over a loopback socket of their own in lines of JSON, so that nothing a cell prints can
 * be taken for a result.
 */
@NullMarked
package matterbook.notebook.run;

import org.jspecify.annotations.NullMarked;
