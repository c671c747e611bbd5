/** The data sets that travel with Matterbook: a catalogue, their files and where each comes from. */
@NullMarked
package matterbook.data;

import org.jspecify.annotations.NullMarked;
