package matterbook.course.grade;

import java.util.ArrayList;
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
import matterbook.course.Role;
import matterbook.course.Weaver;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;

/**
 * Finds out of which lesson each submission is: of the one that it has the largest share of, if that is at least half.
 * Few cells in common are chance: two lessons may well both have a cell {@code walk}.
 */
final class LessonMatch {
    private static final double LEAST = 0.5;

    private final List<Lesson> lessons;
    private final List<Handout> handouts;

    /** Among the lessons that have exercises. */
    LessonMatch(List<Lesson> lessons) {
        this.lessons = lessons.stream().filter(Lesson::hasExercises).toList();
        handouts = this.lessons.stream().map(Handout::of).toList();
    }

    /** What learners were given of a lesson: the ids of all its cells, those of its checks, and texts by id. */
    private record Handout(Lesson lesson, Set<String> checks, Map<String, String> texts) {
        /** Without the title, which all lessons have under one id. */
        static Handout of(Lesson lesson) {
            Set<String> own = new HashSet<>();
            lesson.cells().forEach(cell -> own.add(cell.id()));
            Map<String, String> texts = new HashMap<>();
            Weaver.exercises(lesson).cells().stream().filter(cell -> own.contains(cell.id()))
                    .forEach(cell -> texts.put(cell.id(), cell.source().strip()));
            Set<String> checks = new HashSet<>();
            lesson.with(Role.TEST).forEach(cell -> checks.add(cell.id()));
            return new Handout(lesson, checks, texts);
        }

        /**
         * How many of the cells a notebook has, by an id or by their text, as a part of those that learners keep:
         * checks that are there count, and those that were deleted do not.
         */
        double share(Notebook notebook) {
            Set<String> ids = new HashSet<>();
            Set<String> sources = new HashSet<>();
            for (Cell cell : notebook.cells()) {
                ids.add(cell.id());
                Assembly.gradeId(cell).ifPresent(ids::add);
                sources.add(cell.source().strip());
            }
            long found = texts.entrySet().stream()
                    .filter(cell -> ids.contains(cell.getKey()) || sources.contains(cell.getValue())).count();
            return found / (double) Math.max(1, texts.size() - checks.size());
        }
    }

    /**
     * The lessons of those that have one. A file that cannot be read or has no cells is of the lesson that its name
     * tells, or else of the one that all others of its assignment are of.
     */
    Map<Submission, Lesson> of(List<Submission> submissions) {
        Map<Submission, Lesson> matched = new HashMap<>();
        Map<String, Set<Lesson>> ofAssignment = new HashMap<>();
        List<Submission> mute = new ArrayList<>();
        for (Submission submission : submissions) {
            Optional<Notebook> notebook = cells(submission);
            if (notebook.isEmpty()) {
                mute.add(submission);
            }
            notebook.map(this::byCells).orElseGet(() -> byName(submission)).ifPresent(lesson -> {
                matched.put(submission, lesson);
                ofAssignment.computeIfAbsent(submission.assignment(), name -> new HashSet<>()).add(lesson);
            });
        }
        for (Submission submission : mute) {
            Set<Lesson> others = ofAssignment.getOrDefault(submission.assignment(), Set.of());
            if (others.size() == 1) {
                matched.putIfAbsent(submission, others.iterator().next());
            }
        }
        return matched;
    }

    /** The notebook; empty where it says nothing of its lesson. */
    private static Optional<Notebook> cells(Submission submission) {
        try {
            return Optional.of(SubmissionReader.read(submission)).filter(notebook -> !notebook.cells().isEmpty());
        } catch (UserError _) {
            // grading it says why it cannot be read
            return Optional.empty();
        }
    }

    private Optional<Lesson> byCells(Notebook notebook) {
        return handouts.stream().filter(handout -> handout.share(notebook) >= LEAST)
                .max(Comparator.comparingDouble(handout -> handout.share(notebook))).map(Handout::lesson);
    }

    /** The lesson that a file's or folder's name tells. */
    private Optional<Lesson> byName(Submission submission) {
        String names = (submission.assignment() + "/" + submission.file().getFileName()).toLowerCase(Locale.ROOT);
        return lessons.stream().filter(lesson -> names.contains(lesson.name())).findFirst();
    }
}
