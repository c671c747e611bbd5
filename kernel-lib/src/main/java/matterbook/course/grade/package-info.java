/**
 * Grading: submissions become notebooks with the checks as the teacher wrote them, each runs in a child JVM of its
 * own, and what the child reports counts only with the secret of its cell.
 */
@NullMarked
package matterbook.course.grade;

import org.jspecify.annotations.NullMarked;
