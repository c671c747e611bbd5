/**
 * Notebooks without Jupyter: files, the evaluator of cells, what values look like, headless execution and HTML
 * pages. Kernel, headless runner and grader share it.
 */
@NullMarked
package matterbook.notebook;

import org.jspecify.annotations.NullMarked;
