package matterbook.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import matterbook.notebook.file.Cell;

/** The line that begins a cell: {@code // %% [markdown] id=... role=... of=... points=... exact=...}. */
record CellHeader(String bracket, Map<String, String> entries) {
    static final String MARK = "// %%";
    private static final Set<String> BRACKETS = Set.of("", "markdown", "exercises");
    private static final List<String> KEYS = List.of("id", "role", "of", "points", "exact");
    private static final Pattern FORM = Pattern
            .compile("// %%(?:\\s+\\[([^\\]]*)])?((?:\\s+\\S+=(?:\"[^\"]*\"|\\S+))*)\\s*");
    private static final Pattern ENTRY = Pattern.compile("(\\S+?)=(?:\"([^\"]*)\"|(\\S+))");

    /** Reads a header; what is wrong goes to {@code problem} and the header counts as far as it was understood. */
    static CellHeader parse(String line, Consumer<String> problem) {
        Map<String, String> entries = new LinkedHashMap<>();
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            problem.accept("a cell begins with // %% or // %% [markdown], then id=name and the like; not " + line);
            return new CellHeader("", entries);
        }
        String bracket = form.group(1) == null ? "" : form.group(1);
        if (!BRACKETS.contains(bracket)) {
            problem.accept("unknown kind of cell [" + bracket + "]; the kinds are [markdown] and [exercises]");
        }
        Matcher entry = ENTRY.matcher(form.group(2));
        while (entry.find()) {
            String key = entry.group(1);
            if (!KEYS.contains(key)) {
                problem.accept("unknown key \"" + key + "\"; the keys are " + String.join(", ", KEYS));
            } else if (entries.put(key, entry.group(2) == null ? entry.group(3) : entry.group(2)) != null) {
                problem.accept("the key \"" + key + "\" stands twice");
            }
        }
        return new CellHeader(bracket, entries);
    }

    boolean beginsExercises() {
        return bracket.equals("exercises");
    }

    String id(Consumer<String> problem) {
        String id = get("id");
        if (id.isEmpty()) {
            problem.accept("a cell needs an id: id=short-name");
        } else if (!Cell.isId(id)) {
            problem.accept("an id has 1 to 64 letters, digits, '-' and '_'; \"" + id + "\" is none");
        }
        return id;
    }

    Role role(Consumer<String> problem) {
        String name = get("role");
        return name.isEmpty() ? Role.NONE : Role.named(name).orElseGet(() -> {
            problem.accept("unknown role \"" + name + "\"; the roles are " + Role.all());
            return Role.NONE;
        });
    }

    /** Points of a test, above 0; 0 for any other cell. */
    double points(Role role, Consumer<String> problem) {
        String text = get("points");
        if (role != Role.TEST) {
            if (!text.isEmpty()) {
                problem.accept("only a test has points; this cell has no role=test");
            }
            return 0;
        }
        double points = text.matches("\\d{1,4}(\\.\\d+)?") ? Double.parseDouble(text) : 0;
        if (points <= 0) {
            problem.accept("a test needs points above 0, such as points=2" + (text.isEmpty() ? "" : ", not " + text));
        }
        return points;
    }

    /** The true value that a pool names; empty where it names none, and for any other cell. */
    OptionalDouble exact(Role role, Consumer<String> problem) {
        String text = get("exact");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (role != Role.POOL) {
            problem.accept("only a pool has exact=; this cell has no role=pool");
        } else if (!text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d{1,2})?")) {
            problem.accept("exact= is a number, such as exact=3.14159, not " + text);
        } else {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        return OptionalDouble.empty();
    }

    String get(String key) {
        return entries.getOrDefault(key, "");
    }
}
