package matterbook.course.grade;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them, lines ended by a line feed. */
final class Csv {
    private Csv() {}

    /** A line of fields with its end. */
    static String line(Object... fields) {
        return Arrays.stream(fields).map(field -> field instanceof Number number ? number(number) : text(field))
                .collect(Collectors.joining(",", "", "\n"));
    }

    /** The shortest digits: 2, 1.5. */
    static String number(Number number) {
        BigDecimal exact = number instanceof Long whole
                ? BigDecimal.valueOf(whole)
                : BigDecimal.valueOf(number.doubleValue());
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** A spreadsheet takes what begins with one of these signs for a formula; an apostrophe makes it text. */
    private static String text(Object field) {
        String text = field.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return List.of(",", "\"", "\n", "\r").stream().anyMatch(text::contains)
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
