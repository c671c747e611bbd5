/** What a learner asks for at their own pace: hints, solutions, and how far they are. */
@NullMarked
package matterbook.course.learn;

import org.jspecify.annotations.NullMarked;
