package matterbook.course.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import matterbook.core.Spelling;
import matterbook.core.UserError;
import matterbook.course.AnswerNames;
import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Regions;
import matterbook.course.Role;

/** The hints of answers, one step more each time, and their solutions after the last. Remembers what it has shown. */
final class Hints {
    private final List<Lesson> lessons;
    private final Map<String, Integer> shown = new HashMap<>();

    Hints(List<Lesson> lessons) {
        this.lessons = lessons.stream().filter(Lesson::hasExercises).toList();
    }

    /** An answer and its lesson. */
    private record Found(Lesson lesson, LessonCell answer) {
        String name() {
            return AnswerNames.of(lesson, answer);
        }

        String key() {
            return lesson.name() + "/" + answer.id();
        }

        List<LessonCell> hints() {
            return lesson.with(Role.HINT, answer.id());
        }
    }

    /** As Markdown, all hints that were shown so far and the next one, and what can be asked for after it. */
    synchronized String next(String name, Optional<Lesson> atHand) {
        Found found = find(name, atHand);
        List<LessonCell> hints = found.hints();
        if (hints.isEmpty()) {
            return "*There is no hint;* " + solutionOf(found) + ".";
        }
        int count = Math.min(shown.getOrDefault(found.key(), 0) + 1, hints.size());
        shown.put(found.key(), count);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("**Hint ").append(i + 1).append(" of ").append(hints.size()).append(".** ")
                    .append(hints.get(i).source()).append("\n\n");
        }
        return text + (count < hints.size()
                ? "*Still stuck? Run* `hint(\"" + found.name() + "\")` *again.*"
                : "*That was the last one;* " + solutionOf(found) + ".");
    }

    /** {@link #next(String, Optional)} for the first answer that does not pass yet, and its name. */
    String next(LessonProgress progress, Lesson atHand) {
        return progress.next()
                .map(open -> "For `" + open.name() + "`:\n\n" + next(open.name(), Optional.of(atHand)))
                .orElse("All answers of " + atHand.name() + " pass their checks.");
    }

    /** As Markdown, the solution of an answer whose hints have all been shown. */
    synchronized String solution(String name, Optional<Lesson> atHand) {
        Found found = find(name, atHand);
        int left = found.hints().size() - shown.getOrDefault(found.key(), 0);
        if (left > 0) {
            throw new UserError((left == 1 ? "one hint is" : left + " hints are") + " left: hint(\"" + found.name()
                    + "\") shows the next one; the solution comes after the last");
        }
        return "One way to write it:\n\n```java\n"
                + Regions.SOLUTION.parts(found.answer().source()).stream().map(Regions.Part::source)
                        .collect(Collectors.joining())
                + "```\n\nClose it, wait a minute, and write your own.";
    }

    private static String solutionOf(Found found) {
        return "`solution(\"" + found.name() + "\")` *shows one way to write it*";
    }

    private Found find(String name, Optional<Lesson> atHand) {
        List<Lesson> searched = atHand.map(List::of).orElse(lessons);
        List<Found> found = searched.stream()
                .flatMap(lesson -> AnswerNames.find(lesson, name).map(cell -> new Found(lesson, cell)).stream())
                .toList();
        if (found.size() > 1) {
            throw new UserError("several lessons have an answer \"" + name
                    + "\": run the first code cell of your notebook, then ask again");
        }
        if (found.isEmpty()) {
            throw new UserError(unknown(name, searched, atHand));
        }
        return found.getFirst();
    }

    /** The answers of all lessons would be too many to read: without a lesson at hand they are not listed. */
    private static String unknown(String name, List<Lesson> searched, Optional<Lesson> atHand) {
        String text = "no answer \"" + name + "\"" + near(name, searched)
                .map(meant -> "; did you mean \"" + meant + "\"?").orElse("");
        String list = atHand.map(lesson -> "the answers of " + lesson.name() + " are "
                + String.join(", ", AnswerNames.all(lesson)))
                .orElse("run the first code cell of your notebook, then ask again: its answers will be listed");
        return text + (text.endsWith("?")
                ? " " + Character.toUpperCase(list.charAt(0)) + list.substring(1)
                : "; " + list);
    }

    private static Optional<String> near(String name, List<Lesson> searched) {
        return Spelling.nearest(name,
                searched.stream().flatMap(lesson -> AnswerNames.all(lesson).stream()).toList());
    }
}
