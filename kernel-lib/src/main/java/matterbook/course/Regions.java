package matterbook.course;

import java.util.ArrayList;
import java.util.List;

/** Marked regions of a cell: {@code // BEGIN NAME} ... {@code // END NAME}, nbgrader's markers. */
public enum Regions {
    SOLUTION, HIDDEN_TESTS;

    private final String begin = "// BEGIN " + name().replace('_', ' ');
    private final String end = "// END " + name().replace('_', ' ');

    boolean in(String source) {
        return source.lines().anyMatch(line -> line.strip().equals(begin) || line.strip().equals(end));
    }

    /** What is wrong with the markers; empty where each begin has its end. */
    List<String> problems(String source) {
        List<String> problems = new ArrayList<>();
        boolean inside = false;
        for (String line : source.lines().map(String::strip).toList()) {
            if (line.equals(begin) && inside) {
                problems.add(begin + " stands inside another one");
            } else if (line.equals(end) && !inside) {
                problems.add(end + " without " + begin);
            }
            inside = line.equals(begin) || (inside && !line.equals(end));
        }
        if (inside) {
            problems.add(begin + " without " + end);
        }
        return problems;
    }

    /** A stretch of a source, inside or outside of regions; marker lines belong to none. */
    public record Part(boolean inside, String source) {}

    /** The source cut at the markers; parts without any code are left out. */
    public List<Part> parts(String source) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (String line : (source + "\n" + begin).lines().toList()) {
            boolean starts = line.strip().equals(begin);
            if (starts || line.strip().equals(end)) {
                if (!text.toString().isBlank()) {
                    parts.add(new Part(inside, text.toString()));
                }
                text.setLength(0);
                inside = starts;
            } else {
                text.append(line).append('\n');
            }
        }
        return parts;
    }

    /** The source with each region, markers included, replaced by a line at the begin marker's indent. */
    String replace(String source, String replacement) {
        List<String> kept = new ArrayList<>();
        boolean inside = false;
        for (String line : source.lines().toList()) {
            if (line.strip().equals(begin)) {
                inside = true;
                if (!replacement.isEmpty()) {
                    kept.add(line.substring(0, line.indexOf('/')) + replacement);
                }
            } else if (line.strip().equals(end)) {
                inside = false;
            } else if (!inside) {
                kept.add(line);
            }
        }
        return String.join("\n", kept).stripTrailing();
    }
}
