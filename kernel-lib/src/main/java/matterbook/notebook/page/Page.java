package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.util.stream.Collectors;

import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.Output;

/** The HTML page of a notebook, as it stands with its outputs. */
public final class Page {
    private static final int LEAST_HEADINGS = 3;

    private final Markdown markdown = new Markdown();
    private final OutputHtml outputs = new OutputHtml(markdown);

    private Page() {}

    /**
     * Where a page leads.
     *
     * @param index the page of all lessons; empty for none
     */
    public record Links(String index, Link previous, Link next) {
        public static final Links NONE = new Links("", Link.NONE, Link.NONE);
    }

    /** A page and its title; both empty for none. */
    public record Link(String href, String title) {
        public static final Link NONE = new Link("", "");
    }

    /** The whole page, one file. */
    public static String html(Notebook notebook, String fallbackTitle, Links links) {
        return new Page().page(notebook, notebook.title().orElse(fallbackTitle), links);
    }

    private String page(Notebook notebook, String title, Links links) {
        String cells = notebook.cells().stream().map(this::cell).collect(Collectors.joining());
        String body = "<div class=\"page\">\n" + contents() + "<main>\n" + top(links) + cells + bottom(links)
                + "</main>\n</div>\n";
        return Document.html(MathTitle.plain(title), body, markdown.hasMath());
    }

    private String cell(Cell cell) {
        return switch (cell.kind()) {
            case MARKDOWN -> "<section class=\"prose\">\n" + markdown.render(cell.source()) + "</section>\n";
            case RAW -> "<pre class=\"raw\">" + Html.escape(cell.source()) + "</pre>\n";
            case CODE -> cell.source().isBlank() ? "" : code(cell);
        };
    }

    private String code(Cell cell) {
        StringBuilder html = new StringBuilder("<section class=\"code\" id=\"cell-").append(Html.escape(cell.id()))
                .append("\">\n<pre class=\"source\"><code>").append(JavaSyntax.html(cell.source()))
                .append("</code></pre>\n");
        for (Output output : cell.outputs()) {
            html.append(outputs.render(output));
        }
        return html.append("</section>\n").toString();
    }

    private String contents() {
        if (markdown.headings().size() < LEAST_HEADINGS) {
            return "";
        }
        return "<nav class=\"contents\" aria-label=\"Contents\">\n<ol>\n"
                + markdown.headings().stream()
                        .map(heading -> "<li class=\"level" + heading.level() + "\"><a href=\"#" + heading.anchor()
                                + "\">" + heading.html() + "</a></li>\n")
                        .collect(Collectors.joining())
                + "</ol>\n</nav>\n";
    }

    private static String top(Links links) {
        return links.index().isEmpty()
                ? ""
                : "<header class=\"top\"><a href=\"" + Html.escape(links.index()) + "\">All lessons</a></header>\n";
    }

    private static String bottom(Links links) {
        String previous = step(links.previous(), "previous", "← ", "");
        String next = step(links.next(), "next", "", " →");
        return previous.isEmpty() && next.isEmpty()
                ? ""
                : "<footer class=\"steps\">" + previous + next + "</footer>\n";
    }

    private static String step(Link link, String kind, String before, String after) {
        return link.href().isEmpty()
                ? ""
                : "<a class=\"" + kind + "\" href=\"" + Html.escape(link.href()) + "\">" + before
                        + Html.escape(MathTitle.plain(link.title())) + after + "</a>";
    }
}
