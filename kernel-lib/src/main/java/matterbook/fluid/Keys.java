package matterbook.fluid;

import java.util.Arrays;
import java.util.List;

import matterbook.core.UserError;
import matterbook.fluid.SettingsFile.Section;
import matterbook.fluid.SettingsFile.Value;

/** The keys of a section, read one by one; what is wrong is named by file and line. */
final class Keys {
    private final String file;
    private final Section section;

    /** Refuses keys that do not belong here. */
    Keys(String file, Section section, List<String> known) {
        this.file = file;
        this.section = section;
        section.values().forEach((key, value) -> {
            if (!known.contains(key)) {
                throw SettingsFile.wrong(file, value.line(), "no key \"" + key + "\" "
                        + (section.name().isEmpty() ? "of the whole run" : "of a stage") + "; there are: "
                        + String.join(", ", known));
            }
        });
    }

    boolean has(String key) {
        return section.values().containsKey(key);
    }

    String text(String key) {
        Value value = section.values().get(key);
        if (value == null) {
            throw SettingsFile.wrong(file, section.line(), (section.name().isEmpty()
                    ? "the run"
                    : "the stage [" + section.name() + "]") + " needs the key " + key);
        }
        return value.text();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** Refuses a key that would change nothing. */
    void refuse(String key, String why) {
        if (has(key)) {
            throw wrong(key, why);
        }
    }

    /** A finite number. */
    double number(String key) {
        return number(key, text(key));
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    private double number(String key, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw wrong(key, "must be a finite number, not \"" + text + "\"");
    }

    double positive(String key) {
        double value = number(key);
        if (!(value > 0)) {
            throw wrong(key, "must be above 0, not " + text(key));
        }
        return value;
    }

    /** A whole number from 1 on. */
    int count(String key) {
        double value = number(key);
        if (value < 1 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw wrong(key, "must be a whole number from 1 on, not " + text(key));
        }
        return (int) value;
    }

    double[] numbers(String key) {
        return Arrays.stream(text(key).split("[ ,]+", -1)).mapToDouble(word -> number(key, word)).toArray();
    }

    UserError wrong(String key, String what) {
        Value value = section.values().get(key);
        return SettingsFile.wrong(file, value == null ? section.line() : value.line(), key + " " + what);
    }
}
