package matterbook.course.grade;

import java.nio.file.Path;

/**
 * What one learner handed in for one assignment.
 *
 * @param assignment the lesson's name, or what file and folder call it where no lesson was found
 */
public record Submission(String student, String assignment, Path file) {}
