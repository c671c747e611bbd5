package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terminal output as HTML: colours become classes, and a line overwritten by carriage returns shows as it ended. */
final class TerminalText {
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;]*)([a-zA-Z])|\u001b[^\\[]");
    private static final Map<Integer, String> CLASSES = Map.ofEntries(Map.entry(1, "bold"), Map.entry(30, "black"),
            Map.entry(31, "red"), Map.entry(32, "green"), Map.entry(33, "yellow"), Map.entry(34, "blue"),
            Map.entry(35, "magenta"), Map.entry(36, "cyan"), Map.entry(90, "grey"), Map.entry(91, "red"),
            Map.entry(92, "green"), Map.entry(93, "yellow"), Map.entry(94, "blue"), Map.entry(95, "magenta"),
            Map.entry(96, "cyan"));

    private TerminalText() {}

    static String html(String text) {
        String shown = text.replace("\r\n", "\n").replaceAll("(?m)^[^\n]*\r(?=[^\n])", "").replace("\r", "");
        StringBuilder out = new StringBuilder();
        Matcher escape = ESCAPE.matcher(shown);
        int done = 0;
        int open = 0;
        while (escape.find()) {
            out.append(Html.escape(shown.substring(done, escape.start())));
            done = escape.end();
            if ("m".equals(escape.group(2))) {
                open = style(escape.group(1), open, out);
            }
        }
        return out.append(Html.escape(shown.substring(done))).append("</span>".repeat(open)).toString();
    }

    /** Opens what the codes switch on; any other code closes all. Returns how many spans are open. */
    private static int style(String codes, int open, StringBuilder out) {
        int now = open;
        for (String code : codes.isEmpty() ? new String[]{"0"} : codes.split(";", -1)) {
            String name = CLASSES.get(code.isEmpty() || code.length() > 3 ? 0 : Integer.parseInt(code));
            if (name == null) {
                out.append("</span>".repeat(now));
                now = 0;
            } else {
                out.append("<span class=\"ansi-").append(name).append("\">");
                now++;
            }
        }
        return now;
    }
}
