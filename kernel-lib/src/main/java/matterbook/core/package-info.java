/**
 * What every other package may use: seeded random numbers, values with errors, argument checks, the stop check
 * and progress. Quantities here carry no unit; packages with units say theirs in their own description.
 */
@NullMarked
package matterbook.core;

import org.jspecify.annotations.NullMarked;
