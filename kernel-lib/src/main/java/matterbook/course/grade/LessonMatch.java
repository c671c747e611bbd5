package matterbook.course.grade;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.notebook.file.Notebook;

/** Finds out of which lesson each submission is. */
final class LessonMatch {
    private final List<Lesson> lessons;

    /** Among the lessons that have exercises. */
    LessonMatch(List<Lesson> lessons) {
        this.lessons = lessons.stream().filter(Lesson::hasExercises).toList();
    }

    /** Submissions that tell nothing of their lesson are of the one that all others of their assignment are of. */
    Map<Submission, Lesson> of(List<Submission> submissions) {
        Map<Submission, Lesson> matched = new HashMap<>();
        Map<String, Set<Lesson>> ofAssignment = new HashMap<>();
        for (Submission submission : submissions) {
            of(submission).ifPresent(lesson -> {
                matched.put(submission, lesson);
                ofAssignment.computeIfAbsent(submission.assignment(), name -> new HashSet<>()).add(lesson);
            });
        }
        for (Submission submission : submissions) {
            Set<Lesson> others = ofAssignment.getOrDefault(submission.assignment(), Set.of());
            if (others.size() == 1) {
                matched.putIfAbsent(submission, others.iterator().next());
            }
        }
        return matched;
    }

    private Optional<Lesson> of(Submission submission) {
        try {
            return byCells(SubmissionReader.read(submission)).or(() -> byName(submission));
        } catch (UserError _) {
            // grading it says why it cannot be read
            return byName(submission);
        }
    }

    /** The lesson that has most of a notebook's cells; empty where none has any. */
    private Optional<Lesson> byCells(Notebook notebook) {
        return lessons.stream().filter(lesson -> Assembly.likeness(lesson, notebook) > 0)
                .max(Comparator.comparingLong(lesson -> Assembly.likeness(lesson, notebook)));
    }

    /** The lesson that a file's or folder's name tells. */
    private Optional<Lesson> byName(Submission submission) {
        String names = (submission.assignment() + "/" + submission.file().getFileName()).toLowerCase(Locale.ROOT);
        return lessons.stream().filter(lesson -> names.contains(lesson.name())).findFirst();
    }
}
