/** What a value looks like in a notebook: bundles of media types, renderers for each kind of value, {@code display(x)}. */
@NullMarked
package matterbook.notebook.display;

import org.jspecify.annotations.NullMarked;
