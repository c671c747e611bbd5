package matterbook.course.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import matterbook.course.AnswerNames;
import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;

/**
 * How far a learner is with one lesson.
 *
 * @param lesson its name
 * @param answers in the order of the lesson
 */
public record LessonProgress(String lesson, List<Answer> answers) {
    public LessonProgress {
        answers = List.copyOf(answers);
    }

    /** What the checks of an answer said. */
    public enum State {
        PASSED("passed"), NOT_PASSED("not yet"), NOT_RUN("-");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One answer.
     *
     * @param name what learners call it
     * @param detail why it does not pass, in one line; empty where that is not known or there is nothing to say
     */
    public record Answer(String name, State state, double points, double maxPoints, String detail) {}

    /** What became of one check: its points, and why they are not all there. */
    public record Check(State state, double points, String detail) {
        public static final Check NOT_RUN = new Check(State.NOT_RUN, 0, "");
    }

    /** The progress by what became of each check; an answer passes when all of its checks do. */
    public static LessonProgress of(Lesson lesson, Function<LessonCell, Check> checks) {
        List<Answer> answers = new ArrayList<>();
        for (LessonCell answer : lesson.with(Role.ANSWER)) {
            List<LessonCell> tests = lesson.with(Role.TEST, answer.id());
            List<Check> results = tests.stream().map(checks).toList();
            State state = results.stream().allMatch(one -> one.state() == State.PASSED)
                    ? State.PASSED
                    : results.stream().anyMatch(one -> one.state() == State.NOT_PASSED)
                            ? State.NOT_PASSED
                            : State.NOT_RUN;
            answers.add(new Answer(AnswerNames.of(lesson, answer), state,
                    results.stream().mapToDouble(Check::points).sum(),
                    tests.stream().mapToDouble(LessonCell::points).sum(), results.stream()
                            .map(Check::detail).filter(detail -> !detail.isEmpty()).findFirst().orElse("")));
        }
        return new LessonProgress(lesson.name(), answers);
    }

    public long passed() {
        return answers.stream().filter(answer -> answer.state() == State.PASSED).count();
    }

    public double points() {
        return answers.stream().mapToDouble(Answer::points).sum();
    }

    public double maxPoints() {
        return answers.stream().mapToDouble(Answer::maxPoints).sum();
    }

    /** The first answer that does not pass. */
    public Optional<Answer> next() {
        return answers.stream().filter(answer -> answer.state() != State.PASSED).findFirst();
    }

    /** Points as people write them: 2 or 2.5. */
    public static String number(double points) {
        return String.format(Locale.ROOT, "%.2f", points).replaceFirst("\\.?0+$", "");
    }
}
