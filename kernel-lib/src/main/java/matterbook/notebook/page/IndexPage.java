package matterbook.notebook.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;

/** The page of all lessons: a card each, with title, first words and a picture. */
public final class IndexPage {
    /** The first sentence, and more while it is shorter than a line of a card or two. */
    private static final Pattern OPENING = Pattern.compile("(?s)^.{50,}?[.!?](?=\\s|$)");

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

    /** The first sentence or two of the first paragraph of prose; links lose their targets, because the card is one. */
    static String opening(Notebook notebook) {
        for (Cell cell : notebook.cells()) {
            if (cell.kind() == Cell.Kind.MARKDOWN) {
                for (String paragraph : cell.source().split("\n\\s*\n", -1)) {
                    if (!paragraph.isBlank() && !paragraph.stripLeading().matches("(?s)[#|>!<*+-].*")) {
                        Matcher opening = OPENING.matcher(paragraph.strip());
                        String text = opening.find() ? opening.group() : paragraph.strip();
                        return text.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1");
                    }
                }
            }
        }
        return "";
    }
}
