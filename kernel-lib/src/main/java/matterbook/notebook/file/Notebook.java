package matterbook.notebook.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notebook: cells and metadata (kernelspec, language_info and whatever else the file held). */
public record Notebook(List<Cell> cells, Map<String, Object> metadata) {
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.+?)\\s*#*$", Pattern.MULTILINE);

    /** The kernel that {@code matterbook install} registers. */
    private static final Map<String, Object> MATTERBOOK = Map.of("kernelspec",
            Map.of("name", "matterbook", "display_name", "Java (Matterbook)", "language", "java"), "language_info",
            Map.of("name", "java", "file_extension", ".jshell", "mimetype", "text/x-java-source", "codemirror_mode",
                    "text/x-java", "pygments_lexer", "java"));

    public Notebook {
        cells = List.copyOf(cells);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A notebook for our kernel. */
    public static Notebook matterbook(List<Cell> cells) {
        return new Notebook(cells, MATTERBOOK);
    }

    public Notebook withCells(List<Cell> newCells) {
        return new Notebook(newCells, metadata);
    }

    public Notebook withoutOutputs() {
        return withCells(cells.stream().map(Cell::withoutOutputs).toList());
    }

    /** The language of the cells in small letters, where the notebook says it. */
    public Optional<String> language() {
        return entry("kernelspec", "language").or(() -> entry("language_info", "name"))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** The first heading of the first markdown cell that has one. */
    public Optional<String> title() {
        for (Cell cell : cells) {
            if (cell.kind() == Cell.Kind.MARKDOWN) {
                Matcher heading = HEADING.matcher(cell.source());
                if (heading.find()) {
                    return Optional.of(heading.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> entry(String group, String key) {
        return metadata.get(group) instanceof Map<?, ?> map && map.get(key) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
