package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The frame of every page: one file that asks the network for nothing, which its security policy enforces. */
final class Document {
    private static final Pattern FONT = Pattern.compile("src:url\\((fonts/[^)]+?\\.woff2)\\)[^;}]*");
    private static final String POLICY = "default-src 'none'; img-src data: blob:; media-src data: blob:; font-src data:;"
            + " style-src 'unsafe-inline'; script-src 'unsafe-inline'";
    private static final String SET_MATH = """
            document.querySelectorAll('.math').forEach(function (place) {
              katex.render(place.textContent, place,
                  {displayMode: place.classList.contains('display'), throwOnError: false});
            });
            """;

    private Document() {}

    static String html(String title, String body, boolean math) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"generator\" content=\"Matterbook\">\n<title>" + Html.escape(title)
                + "</title>\n<style>\n"
                + PageResources.textResource("page.css") + "</style>\n"
                + (math ? "<style>\n" + mathStyle() + "\n</style>\n" : "")
                + "</head>\n<body>\n" + body
                + (math ? script(PageResources.textResource("katex/katex.min.js")) + script(SET_MATH) : "")
                + "</body>\n</html>\n";
    }

    private static String script(String source) {
        return "<script>\n" + source + "\n</script>\n";
    }

    /** KaTeX's style sheet with its fonts inside. */
    private static String mathStyle() {
        return FONT.matcher(PageResources.textResource("katex/katex.min.css"))
                .replaceAll(font -> Matcher.quoteReplacement("src:url(data:font/woff2;base64,"
                        + Base64.getEncoder().encodeToString(PageResources.resource("katex/" + font.group(1)))
                        + ") format(\"woff2\")"));
    }
}
