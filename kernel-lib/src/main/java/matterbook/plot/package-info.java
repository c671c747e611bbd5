/**
 * Figures: static methods that return XChart's own charts with defaults fit for a lecture slide, a drawing of a
 * Markov chain, and animations. Everything is drawn into memory with a font of its own; no window ever opens.
 */
@NullMarked
package matterbook.plot;

import org.jspecify.annotations.NullMarked;
