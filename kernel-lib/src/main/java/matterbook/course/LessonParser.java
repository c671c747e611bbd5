package matterbook.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import matterbook.core.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lesson source (docs/lesson-format.md). All that is wrong with a source is reported together, one line
 * each: file, line, what is wrong and what would be right.
 */
public final class LessonParser {
    static final Pattern NAME = Pattern.compile("(\\d\\d-[a-z0-9]+(?:-[a-z0-9]+)*)\\.jsh");
    private static final Pattern TITLE = Pattern.compile("# +(\\S.*)");

    private final String file;
    private final List<String> problems = new ArrayList<>();
    private final List<LessonCell> cells = new ArrayList<>();
    private boolean exercises;
    private @Nullable CellHeader header;
    private int headerLine;
    private final List<String> body = new ArrayList<>();

    private LessonParser(String file) {
        this.file = file;
    }

    /** Reads a source file. */
    public static Lesson read(Path file) throws IOException {
        return LessonSource.read(file).lesson();
    }

    /**
     * Reads a source.
     *
     * @param file its name, {@code NN-topic.jsh}, which stands in messages
     */
    public static Lesson parse(String text, String file) {
        return new LessonParser(file).lesson(text);
    }

    private Lesson lesson(String text) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw new UserError(file + ": a lesson source is named NN-topic.jsh, such as 02-markov-chains.jsh");
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            take(line.stripTrailing(), ++number);
        }
        endCell();
        new LessonRules(cells, this::problem).check();
        Optional<String> title = title();
        if (title.isEmpty()) {
            problem(1, "the first cell must be [markdown] and begin with the title: // # Title");
        }
        if (!problems.isEmpty()) {
            throw new UserError(String.join("\n", problems));
        }
        return new Lesson(name.group(1), title.orElseThrow(), LessonRules.withAnswersOfTests(cells));
    }

    private void take(String line, int number) {
        if (line.startsWith(CellHeader.MARK)) {
            endCell();
            header = CellHeader.parse(line, message -> problem(number, message));
            headerLine = number;
        } else if (header != null) {
            body.add(line);
        } else if (!line.isEmpty() && !line.startsWith("//")) {
            problem(number, "code before the first cell: begin a cell with // %% id=short-name");
        }
    }

    private void endCell() {
        CellHeader ended = header;
        if (ended == null) {
            return;
        }
        if (ended.beginsExercises()) {
            beginExercises();
        } else {
            cells.add(cell(ended));
        }
        header = null;
        body.clear();
    }

    private void beginExercises() {
        if (exercises) {
            problem(headerLine, "// %% [exercises] stands twice");
        }
        if (body.stream().anyMatch(line -> !line.isEmpty())) {
            problem(headerLine,
                    "// %% [exercises] only parts the file: begin a cell below it with // %% id=short-name");
        }
        exercises = true;
    }

    private LessonCell cell(CellHeader ended) {
        Consumer<String> problem = message -> problem(headerLine, message);
        Role role = ended.role(problem);
        boolean markdown = ended.bracket().equals("markdown") || role == Role.HINT;
        String id = ended.id(problem);
        String source = markdown ? prose() : String.join("\n", body);
        String trimmed = source.replaceFirst("^(?:[ \t]*\n)+", "").stripTrailing();
        if (trimmed.isEmpty()) {
            problem.accept("cell \"" + id + "\" is empty");
        }
        return new LessonCell(id, markdown, role, ended.get("of"), ended.points(role, problem),
                ended.exact(role, problem), exercises, trimmed, headerLine);
    }

    private String prose() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < body.size(); i++) {
            String line = body.get(i);
            if (!line.isEmpty() && !line.equals("//") && !line.startsWith("// ")) {
                problem(headerLine + 1 + i, "a line of a [markdown] cell begins with \"// \": " + line);
            }
            text.append(line.length() > 3 ? line.substring(3) : "").append('\n');
        }
        return text.toString();
    }

    private Optional<String> title() {
        if (cells.isEmpty() || !cells.getFirst().markdown()) {
            return Optional.empty();
        }
        Matcher title = TITLE.matcher(cells.getFirst().source().lines().findFirst().orElse(""));
        return title.matches() ? Optional.of(title.group(1)) : Optional.empty();
    }

    private void problem(int line, String message) {
        problems.add(file + ":" + line + ": " + message);
    }
}
