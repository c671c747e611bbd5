package matterbook.course.grade;

/**
 * The mark of one graded cell.
 *
 * @param answer id of the answer that it checks
 * @param detail one line or a few for the learner, without any text of hidden checks; may be empty
 */
public record CellMark(String gradeId, String answer, double score, double maxScore, Outcome outcome, String detail) {}
