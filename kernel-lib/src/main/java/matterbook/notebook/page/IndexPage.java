package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;

/** The page of all lessons: a card each, with title, first words and a picture. */
public final class IndexPage {
    private static final int LEAST_OPENING = 60;
    private static final int LONGEST_OPENING = 160;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");
    /** What Markdown opens and closes with the same sign. */
    private static final String PAIRED = "$`*";

    private IndexPage() {}

    /**
     * One lesson.
     *
     * @param note small print under the card, such as cells and seconds
     */
    public record Entry(String href, Notebook notebook, String name, String note) {}

    /** The whole page, one file. */
    public static String html(String title, List<Entry> entries) {
        Markdown markdown = new Markdown();
        String cards = entries.stream().map(entry -> card(entry, markdown)).collect(Collectors.joining());
        return Document.html(title, "<div class=\"page\">\n<main class=\"index\">\n<h1>" + Html.escape(title)
                + "</h1>\n<div class=\"cards\">\n" + cards + "</div>\n</main>\n</div>\n", markdown.hasMath());
    }

    private static String card(Entry entry, Markdown markdown) {
        String picture = entry.notebook().cells().stream().map(cell -> OutputHtml.picture(cell.outputs()))
                .filter(found -> !found.isEmpty()).findFirst().orElse("<span class=\"none\">∿</span>");
        return "<a class=\"card\" href=\"" + Html.escape(entry.href()) + "\">\n<div class=\"picture\">" + picture
                + "</div>\n<h2>" + Html.escape(MathTitle.plain(entry.notebook().title().orElse(entry.name())))
                + "</h2>\n" + markdown.render(opening(entry.notebook())) + "<p class=\"note\">"
                + Html.escape(entry.note()) + "</p>\n</a>\n";
    }

    /** The first sentences of the first paragraph of prose; links lose their targets, because the card is one. */
    static String opening(Notebook notebook) {
        for (Cell cell : notebook.cells()) {
            if (cell.kind() == Cell.Kind.MARKDOWN) {
                for (String paragraph : cell.source().split("\n\\s*\n", -1)) {
                    if (!paragraph.isBlank() && !paragraph.stripLeading().matches("(?s)[#|>!<*+-].*")) {
                        return shortened(paragraph.strip().replaceAll("\\s+", " ")
                                .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1"));
                    }
                }
            }
        }
        return "";
    }

    /** As many whole sentences as a card has room for; whole words where these would be too few. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_OPENING) {
            return text;
        }
        int end = 0;
        Matcher sentence = SENTENCE_END.matcher(text);
        while (sentence.find() && sentence.end() <= LONGEST_OPENING) {
            end = isWhole(text.substring(0, sentence.end())) ? sentence.end() : end;
        }
        if (end >= LEAST_OPENING) {
            return text.substring(0, end);
        }
        int word = text.lastIndexOf(' ', LONGEST_OPENING);
        while (word > 0 && !isWhole(text.substring(0, word))) {
            word = text.lastIndexOf(' ', word - 1);
        }
        return word > 0 ? text.substring(0, word) + " …" : text;
    }

    /** Whether a formula, code or emphasis that begins here ends here too. */
    private static boolean isWhole(String start) {
        return PAIRED.chars().allMatch(sign -> start.chars().filter(c -> c == sign).count() % 2 == 0);
    }
}
