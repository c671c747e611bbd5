/**
 * Statistics of measured and simulated series: means with honest errors, autocorrelation, histograms and tests of
 * goodness of fit. Numbers carry the unit of the series; times are counted in steps of the series.
 */
@NullMarked
package matterbook.stats;

import org.jspecify.annotations.NullMarked;
