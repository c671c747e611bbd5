package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders the Markdown cells of one page and gathers their headings for its table of contents. */
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final int DEEPEST = 3;

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final List<Entry> headings = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private boolean hasMath;

    /** A heading of the page: its level, its text as HTML and its anchor. */
    record Entry(int level, String html, String anchor) {}

    /** One cell as HTML. */
    String render(String source) {
        MathText math = new MathText();
        Node document = parser.parse(math.protect(source));
        document.accept(new PageProse());
        hasMath |= math.hasMath();
        HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", note(heading, math));
                    }
                    allowNoNetwork(tag, attributes);
                }).build();
        return math.restore(renderer.render(document));
    }

    List<Entry> headings() {
        return List.copyOf(headings);
    }

    boolean hasMath() {
        return hasMath;
    }

    private String note(Heading heading, MathText math) {
        String text = plain(heading);
        String slug = math.restore(text).replaceAll("<[^>]*>", " ").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String anchor = slug.isEmpty() ? "section" : slug;
        for (int i = 2; !anchors.add(anchor); i++) {
            anchor = slug + "-" + i;
        }
        if (heading.getLevel() > 1 && heading.getLevel() <= DEEPEST) {
            headings.add(new Entry(heading.getLevel(), math.restore(Html.escape(text)), anchor));
        }
        return anchor;
    }

    /** A picture from the network would leave a hole in an offline page: it shows as its alternative text. */
    private static void allowNoNetwork(String tag, Map<String, String> attributes) {
        if (tag.equals("img") && attributes.getOrDefault("src", "").matches("(?i)(?:https?:)?//.*")) {
            attributes.put("data-left-out", attributes.getOrDefault("src", "").replaceFirst("(?i)^https?:", ""));
            attributes.put("src", "data:,");
        }
    }

    private static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text piece) {
                text.append(piece.getLiteral());
            }

            @Override
            public void visit(Code piece) {
                text.append(piece.getLiteral());
            }
        });
        return text.toString();
    }
}
