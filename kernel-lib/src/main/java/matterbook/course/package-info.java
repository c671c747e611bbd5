/** The course: lessons from one source each, woven into notebooks, run and checked. */
@NullMarked
package matterbook.course;

import org.jspecify.annotations.NullMarked;
