package matterbook.course.grade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import matterbook.core.UserError;
import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.course.Weaver;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.Output;
import matterbook.notebook.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * What a learner gets back: the own code with the outputs that were handed in, and for each check its points and why
 * it failed. Outputs of the grading run do not show, because in them a learner could print what hidden checks pass to
 * the answers. Of outputs only text and PNG pictures are taken over: a page must not run a learner's scripts.
 */
final class FeedbackPage {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LARGEST_PICTURE = 700_000;
    private static final Set<Integer> MARKDOWN = Set.of((int) '\\', (int) '`', (int) '*', (int) '_', (int) '[',
            (int) ']', (int) '#', (int) '$', (int) '|', (int) '~', (int) '!');
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]*");

    private final List<Lesson> lessons;
    private final List<Cell> cells = new ArrayList<>();

    private FeedbackPage(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    /** The page of one learner with all that he or she handed in. */
    static String html(String student, Map<Submission, Graded> work, List<Lesson> lessons) {
        FeedbackPage page = new FeedbackPage(lessons);
        page.prose("# " + escape(student));
        for (Map.Entry<Submission, Graded> one : work.entrySet()) {
            page.add(one.getKey(), one.getValue());
        }
        return Page.html(Notebook.matterbook(page.cells), student, Page.Links.NONE);
    }

    /** Text that markdown shows as it stands. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '\n', '\r' -> escaped.append(' ');
                default -> escaped.append(MARKDOWN.contains(c) ? "\\" : "").appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private void add(Submission submission, Graded graded) {
        Optional<Lesson> lesson = lesson(graded.assignment(), lessons);
        prose("## " + heading(graded.assignment(), lesson) + ": " + graded.points() + " points");
        if (!graded.isGraded()) {
            prose("Not graded: " + escape(graded.status()));
            return;
        }
        StringBuilder table = new StringBuilder("| task | check | points | |\n|--|--|--:|--|\n");
        graded.cells().forEach(mark -> table.append("| ").append(task(lesson, mark.answer())).append(" | ")
                .append(escape(mark.gradeId())).append(" | ")
                .append(points(mark)).append(" | ").append(mark.outcome().words()).append(" |\n"));
        prose(table.toString());
        if (lesson.isPresent()) {
            code(submission, graded, lesson.get());
        }
    }

    /** The lesson with this name; empty where a submission is of none. */
    static Optional<Lesson> lesson(String name, List<Lesson> lessons) {
        return lessons.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** A lesson's title with its name, as Markdown; the name alone where the lesson is not there. */
    static String heading(String name, Optional<Lesson> lesson) {
        return lesson.map(one -> one.title() + " (" + escape(name) + ")").orElse(escape(name));
    }

    /** The heading above an answer, as Markdown for the cell of a table. */
    static String task(Optional<Lesson> lesson, String answer) {
        return lesson.flatMap(one -> one.task(answer)).map(text -> text.replace("|", "\\|")).orElse("");
    }

    private void code(Submission submission, Graded graded, Lesson lesson) {
        Notebook submitted;
        try {
            submitted = SubmissionReader.read(submission);
        } catch (UserError gone) {
            prose("The notebook cannot be read any more: " + escape(String.valueOf(gone.getMessage())));
            return;
        }
        Map<String, List<Output>> outputs = new HashMap<>();
        submitted.cells().forEach(cell -> outputs.putIfAbsent(cell.source(), cell.outputs()));
        Map<String, Cell> open = new HashMap<>();
        Weaver.exercises(lesson).cells().forEach(cell -> open.put(cell.id(), cell));
        Map<String, CellMark> marks = new HashMap<>();
        graded.cells().forEach(mark -> marks.put(mark.gradeId(), mark));
        Set<String> setup = Set.copyOf(lesson.with(Role.SETUP).stream().map(LessonCell::id).toList());
        Set<String> answers = new HashSet<>(lesson.with(Role.ANSWER).stream().map(LessonCell::id).toList());
        for (Step step : Assembly.steps(lesson, submitted)) {
            CellMark mark = marks.get(step.id());
            if (step.isTest() && mark != null) {
                check(mark, open.containsKey(step.id()) ? open.get(step.id()).source() : "",
                        Marking.hint(lesson, mark.answer()));
            } else if (!setup.contains(step.id())) {
                if (answers.remove(step.id())) {
                    lesson.task(step.id()).ifPresent(task -> prose("### " + task));
                    prose("Your answer · " + escape(step.id()));
                }
                own(step, outputs.getOrDefault(step.source(), List.of()), graded.notes().get(step.id()));
            }
        }
    }

    /** A check with its open text, its points and why it failed. */
    private void check(CellMark mark, String openSource, Optional<String> hint) {
        prose("**" + points(mark) + "** · " + escape(mark.gradeId()) + " · " + mark.outcome().words());
        String hintLine = hint.map(Marking::hintLine).orElse("");
        boolean hinted = !hintLine.isEmpty() && mark.detail().endsWith(hintLine);
        String detail = hinted
                ? mark.detail().substring(0, mark.detail().length() - hintLine.length())
                : mark.detail();
        show(openSource, detail.isEmpty() ? List.of() : List.of(error(detail)));
        if (hinted) {
            // the lesson's own Markdown; all else in a detail may hold a learner's text
            prose("**Hint.** " + hint.orElse(""));
        }
    }

    /** A cell of the learner with the outputs that were handed in, and what grading has to say of it. */
    private void own(Step step, List<Output> outputs, @Nullable String note) {
        List<Output> shown = new ArrayList<>(shown(outputs));
        if (note != null) {
            shown.add(error(note));
        }
        show(step.source(), shown);
    }

    private static String points(CellMark mark) {
        return Csv.number(mark.score()) + " / " + Csv.number(mark.maxScore());
    }

    private static Output error(String text) {
        return new Output.ErrorOutput("", text, text.lines().toList());
    }

    private static List<Output> shown(List<Output> outputs) {
        List<Output> shown = new ArrayList<>();
        for (Output output : outputs) {
            switch (output) {
                case Output.Stream(boolean error, String text) -> shown.add(new Output.Stream(error, cut(text)));
                case Output.DisplayData(var data, _) -> addData(data, shown);
                case Output.ExecuteResult(_, var data, _) -> addData(data, shown);
                case Output.ErrorOutput(String name, String message, var lines) -> shown.add(
                        new Output.ErrorOutput(cut(name), cut(message),
                                cut(String.join("\n", lines)).lines().toList()));
            }
        }
        return shown;
    }

    private static void addData(Map<String, Object> data, List<Output> shown) {
        if (data.get("image/png") instanceof String picture && picture.length() <= LARGEST_PICTURE
                && BASE64.matcher(picture).matches()) {
            shown.add(new Output.DisplayData(Map.of("image/png", picture), Map.of()));
        } else if (data.get("text/plain") instanceof String text) {
            shown.add(new Output.DisplayData(Map.of("text/plain", cut(text)), Map.of()));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "\n[...]";
    }

    private void prose(String markdown) {
        cells.add(Cell.markdown("cell-" + cells.size(), markdown));
    }

    private void show(String source, List<Output> outputs) {
        cells.add(Cell.code("cell-" + cells.size(), source).withOutputs(null, outputs));
    }
}
