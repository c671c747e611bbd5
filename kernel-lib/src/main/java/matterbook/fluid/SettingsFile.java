package matterbook.fluid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import matterbook.core.UserError;

/**
 * A text of settings: lines {@code key = value}, a {@code #} before remarks, and {@code [name]} where a stage begins.
 *
 * @param file for messages
 * @param sections the settings of the whole run first, then a section for each stage
 */
record SettingsFile(String file, List<Section> sections) {
    /** Values by key, in the order of the file. */
    record Section(String name, int line, Map<String, Value> values) {}

    record Value(String text, int line) {}

    static SettingsFile parse(String file, String text) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", 1, new LinkedHashMap<>()));
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.replaceFirst("#.*", "").strip();
            if (line.matches("\\[ *\\w[\\w .-]*]")) { // names stand in a column of series.csv
                sections.add(new Section(line.substring(1, line.length() - 1).strip(), number, new LinkedHashMap<>()));
            } else if (!line.isEmpty()) {
                add(sections.getLast(), line, file, number);
            }
        }
        return new SettingsFile(file, sections);
    }

    private static void add(Section section, String line, String file, int number) {
        int equals = line.indexOf('=');
        String value = line.substring(equals + 1).strip();
        if (equals < 1 || value.isEmpty()) {
            throw wrong(file, number, "this must be \"key = value\" or \"[stage]\", not \"" + line + "\"");
        }
        String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        Value before = section.values().put(key, new Value(value.replaceAll("\\s+", " "), number));
        if (before != null) {
            throw wrong(file, number, key + " stands in line " + before.line() + " already");
        }
    }

    /** The same with another value of a key of the whole run. */
    SettingsFile with(String key, String value) {
        return with(0, key, value);
    }

    private SettingsFile with(int section, String key, String value) {
        List<Section> changed = new ArrayList<>(sections);
        Section old = changed.get(section);
        Map<String, Value> values = new LinkedHashMap<>(old.values());
        Value present = values.get(key);
        values.put(key, new Value(value, present == null ? 0 : present.line()));
        changed.set(section, new Section(old.name(), old.line(), values));
        return new SettingsFile(file, changed);
    }

    /** One of the runs that a list of values stands for; the name tells which, empty if there is no list. */
    record Variant(String name, SettingsFile settings) {}

    /** A run for each value of the one key that has several, with commas between them; a box has several sides anyway. */
    List<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        int listLine = 0;
        for (int s = 0; s < sections.size(); s++) {
            for (Map.Entry<String, Value> entry : sections.get(s).values().entrySet()) {
                if (entry.getKey().equals("box") || !entry.getValue().text().contains(",")) {
                    continue;
                }
                if (listLine > 0) {
                    throw wrong(file, entry.getValue().line(), "only one key can have several values, and line "
                            + listLine + " has some already");
                }
                listLine = entry.getValue().line();
                for (String value : entry.getValue().text().split(" ?, ?", -1)) {
                    // a word says what it is; a number does not
                    String name = value.matches("[a-z].*") ? value : entry.getKey() + "-" + value;
                    if (variants.stream().anyMatch(other -> other.name().equals(name))) {
                        throw wrong(file, listLine, entry.getKey() + " has the value " + value + " twice");
                    }
                    variants.add(new Variant(name, with(s, entry.getKey(), value)));
                }
            }
        }
        return variants.isEmpty() ? List.of(new Variant("", this)) : variants;
    }

    /** Keys and values alone, one line each: two runs are the same if these are. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        for (Section section : sections) {
            section.values().forEach((key, value) -> text.append(section.name().isEmpty()
                    ? ""
                    : "[" + section.name()
                            + "] ")
                    .append(key).append(" = ").append(value.text()).append('\n'));
        }
        return text.toString();
    }

    static UserError wrong(String file, int line, String what) {
        return new UserError(line == 0 ? file + ": " + what : file + ": line " + line + ": " + what);
    }
}
