/** Self-contained HTML pages of executed notebooks: readable, printable, light and dark, and never a network request. */
@NullMarked
package matterbook.notebook.page;

import org.jspecify.annotations.NullMarked;
