package matterbook.notebook.page;

import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Fits a notebook's prose to a page that may stand in any folder: HTML in headings and whatever could run shows as
 * text, as it does in Jupyter, and a link to a notebook elsewhere becomes its words and the notebook's name.
 */
final class PageProse extends AbstractVisitor {
    private static final Pattern ACTIVE = Pattern.compile(
            "(?is).*(?:</?(?:script|style|iframe|object|embed|link|meta|base|form)\\b|<[^>]*\\s(?:on\\w+|srcdoc)\\s*="
                    + "|<[^>]*javascript:).*");
    private static final Pattern NOTEBOOK_ELSEWHERE = Pattern.compile("\\.\\./(?:\\.\\./)*(.+\\.ipynb)(?:#.*)?");

    private boolean inHeading;

    @Override
    public void visit(Heading heading) {
        inHeading = true;
        visitChildren(heading);
        inHeading = false;
    }

    @Override
    public void visit(HtmlInline html) {
        if (inHeading || ACTIVE.matcher(html.getLiteral()).matches()) {
            replace(html, new Text(html.getLiteral()));
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        if (ACTIVE.matcher(html.getLiteral()).matches()) {
            Paragraph shown = new Paragraph();
            shown.appendChild(new Text(html.getLiteral()));
            replace(html, shown);
        }
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        var elsewhere = NOTEBOOK_ELSEWHERE.matcher(link.getDestination());
        if (elsewhere.matches()) {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.insertBefore(new Text(" ("));
            link.insertBefore(new Code(elsewhere.group(1)));
            replace(link, new Text(")"));
        }
    }

    private static void replace(Node old, Node by) {
        old.insertBefore(by);
        old.unlink();
    }
}
