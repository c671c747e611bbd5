/** Matterbook: a Java kernel for Jupyter and a library that simulates and learns matter. */
@NullMarked
package matterbook;

import org.jspecify.annotations.NullMarked;
