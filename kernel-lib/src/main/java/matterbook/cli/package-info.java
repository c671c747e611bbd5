/** The {@code matterbook} command line. */
@NullMarked
package matterbook.cli;

import org.jspecify.annotations.NullMarked;
