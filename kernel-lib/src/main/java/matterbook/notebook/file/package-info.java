/** Notebook files: nbformat 4.5 read and written, with cell ids, outputs and metadata kept. */
@NullMarked
package matterbook.notebook.file;

import org.jspecify.annotations.NullMarked;
