/**
 * Publications tried again: what one claims beside what comes out here. A {@link matterbook.reproduce.Study} belongs to
 * the package of its science; the command {@code matterbook reproduce} runs it and writes its claims down.
 */
@NullMarked
package matterbook.reproduce;

import org.jspecify.annotations.NullMarked;
