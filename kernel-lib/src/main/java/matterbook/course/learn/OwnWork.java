package matterbook.course.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.grade.CellMark;
import matterbook.course.grade.GradeOptions;
import matterbook.course.grade.GradeRun;
import matterbook.course.grade.Graded;
import matterbook.course.grade.Outcome;
import matterbook.course.learn.LessonProgress.Check;
import matterbook.course.learn.LessonProgress.State;
import matterbook.notebook.file.Folders;

/**
 * A learner's own notebooks, graded as a teacher would grade them: with the checks as they were handed out, and the
 * hidden ones too. What was graded before and has not changed is not run again.
 */
public final class OwnWork {
    private static final String END = ".ipynb";

    private OwnWork() {}

    /**
     * One notebook.
     *
     * @param status {@code graded}, or why there is no progress
     * @param progress empty where there is none
     */
    public record Report(Path file, String status, Optional<LessonProgress> progress) {}

    /**
     * Grades notebooks, given as files or folders of them.
     *
     * @param out keeps what was graded, and receives the feedback pages
     */
    public static List<Report> of(List<Path> targets, Path out, List<Lesson> lessons, GradeOptions options,
            GradeRun.Listener listener) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path target : targets) {
            for (Path file : notebooks(target)) {
                String name = name(file);
                String key = name;
                for (int i = 2; files.containsKey(key) && !file.equals(files.get(key)); i++) {
                    key = name + "-" + i;
                }
                files.put(key, file);
            }
        }
        Path copies = Files.createTempDirectory("matterbook-progress");
        try {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                Files.copy(file.getValue(), copies.resolve(file.getKey() + END));
            }
            return GradeRun.run(copies, out, lessons, options, listener).stream()
                    .map(graded -> report(files.getOrDefault(graded.student(), Path.of(graded.student())), graded,
                            lessons))
                    .toList();
        } finally {
            Folders.delete(copies);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
    }

    private static List<Path> notebooks(Path target) throws IOException {
        if (Files.isRegularFile(target)) {
            return List.of(target);
        }
        if (!Files.isDirectory(target)) {
            throw new UserError(target + ": no such file or folder");
        }
        try (Stream<Path> files = Files.list(target)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(END) && Files.isRegularFile(file))
                    .sorted().toList();
            if (found.isEmpty()) {
                throw new UserError(target + ": no notebooks in it");
            }
            return found;
        }
    }

    private static Report report(Path file, Graded graded, List<Lesson> lessons) {
        Optional<Lesson> lesson = lessons.stream().filter(one -> one.name().equals(graded.assignment())).findFirst();
        return new Report(file, graded.status(), graded.isGraded()
                ? lesson.map(one -> LessonProgress.of(one, test -> check(test, graded.cells())))
                : Optional.empty());
    }

    private static Check check(LessonCell test, List<CellMark> marks) {
        return marks.stream().filter(mark -> mark.gradeId().equals(test.id())).findFirst()
                .map(mark -> new Check(state(mark.outcome()), mark.score(),
                        mark.detail().lines().findFirst().orElse("")))
                .orElse(Check.NOT_RUN);
    }

    private static State state(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> State.PASSED;
            case UNANSWERED, NOT_RUN -> State.NOT_RUN;
            case PARTIAL, FAILED, FAILED_HIDDEN, ERROR, NOT_COMPILED, STANDARD_ERROR, BAD_VALUE, TIMEOUT, CRASHED,
                    TOO_LARGE ->
                State.NOT_PASSED;
        };
    }
}
