package matterbook.course;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A lesson: everything its source file says.
 *
 * @param name file name without its end, {@code NN-topic}
 * @param title the first heading
 */
public record Lesson(String name, String title, List<LessonCell> cells) {
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.+?)\\s*#*$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);

    public Lesson {
        cells = List.copyOf(cells);
    }

    /** Cells with this role, in the order of the source. */
    public List<LessonCell> with(Role role) {
        return cells.stream().filter(cell -> cell.role() == role).toList();
    }

    /** Cells with this role that belong to one answer. */
    public List<LessonCell> with(Role role, String answer) {
        return with(role).stream().filter(cell -> cell.of().equals(answer)).toList();
    }

    /** Whether anything stands below {@code // %% [exercises]}. */
    public boolean hasExercises() {
        return cells.stream().anyMatch(LessonCell::exercise);
    }

    /**
     * The last heading above an answer, as Markdown: what a reader knows the answer by. Empty where the exercises have
     * none above it.
     */
    public Optional<String> task(String answer) {
        String heading = "";
        for (LessonCell cell : cells) {
            if (cell.id().equals(answer)) {
                break;
            }
            if (cell.exercise() && cell.role() == Role.NONE && cell.markdown()) {
                heading = HEADING.matcher(CODE.matcher(cell.source()).replaceAll("")).results()
                        .reduce((first, second) -> second).map(found -> found.group(1)).orElse(heading);
            }
        }
        return heading.isEmpty() ? Optional.empty() : Optional.of(heading);
    }
}
