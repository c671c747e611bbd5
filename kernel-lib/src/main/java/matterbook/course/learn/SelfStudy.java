package matterbook.course.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.course.LessonSource;
import matterbook.course.Lessons;
import matterbook.notebook.display.Display;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.Show;
import matterbook.notebook.eval.CellLog;
import org.jspecify.annotations.Nullable;

/**
 * What a learner may ask in a cell: {@code hint()} or {@code hint("accept")}, {@code solution("accept")}, {@code progress()}. All come
 * from the lessons in the jar. Where it has none, as while submissions are graded, one line says so, and a notebook
 * that asks loses nothing.
 */
public final class SelfStudy {
    private static final MimeBundle NO_LESSONS = MimeBundle.text("no lessons here: hints and progress are left out");

    private static @Nullable List<Lesson> lessons;
    private static @Nullable Hints hints;

    private SelfStudy() {}

    /** Shows the hints of an answer, one more each time: {@code hint("accept")}. */
    public static void hint(String answer) {
        if (lessons().isEmpty()) {
            Display.display(NO_LESSONS);
        } else {
            Display.display(Show.markdown(hints().next(answer, session().lesson())));
        }
    }

    /** Shows a hint for the first answer of the lesson at hand that does not pass its checks yet. */
    public static void hint() {
        if (lessons().isEmpty()) {
            Display.display(NO_LESSONS);
            return;
        }
        SessionChecks session = session();
        Lesson lesson = session.lesson().orElseThrow(() -> new UserError(
                "no cell of a lesson has run yet: run the first code cell of your notebook, then hint()"));
        Display.display(Show.markdown(hints().next(session.progress(lesson), lesson)));
    }

    /** Shows one way to write an answer, once its hints have all been shown: {@code solution("accept")}. */
    public static void solution(String answer) {
        if (lessons().isEmpty()) {
            Display.display(NO_LESSONS);
        } else {
            Display.display(Show.markdown(hints().solution(answer, session().lesson())));
        }
    }

    /** Shows which answers of the lesson at hand pass their checks, as far as these have run in this kernel. */
    public static void progress() {
        if (lessons().isEmpty()) {
            Display.display(NO_LESSONS);
            return;
        }
        SessionChecks session = session();
        Lesson lesson = session.lesson().orElseThrow(() -> new UserError(
                "no cell of a lesson has run yet: run the notebook's cells, checks included, then progress()"));
        Display.display(ProgressTable.render(session.progress(lesson)));
    }

    private static SessionChecks session() {
        return new SessionChecks(lessons(), CellLog.ofSession());
    }

    private static synchronized Hints hints() {
        Hints made = hints;
        if (made == null) {
            made = new Hints(lessons());
            hints = made;
        }
        return made;
    }

    /** Those that can be read: a teacher's lesson with mistakes takes no hint from the others. */
    private static synchronized List<Lesson> lessons() {
        List<Lesson> read = lessons;
        if (read == null) {
            try {
                read = Lessons.bundledSources().stream().flatMap(source -> lesson(source).stream()).toList();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            lessons = read;
        }
        return read;
    }

    private static Optional<Lesson> lesson(LessonSource source) {
        try {
            return Optional.of(source.lesson());
        } catch (UserError _) {
            return Optional.empty();
        }
    }
}
