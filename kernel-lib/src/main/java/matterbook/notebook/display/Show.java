package matterbook.notebook.display;

import matterbook.plot.Captions;
import matterbook.plot.Pictures;
import org.knowm.xchart.internal.chartpart.IChart;

/** Says in what form a notebook shows something: the last expression of a cell, or {@code display(markdown("..."))}. */
public final class Show {
    private static final String LATEX = "text/latex";

    private Show() {}

    /** HTML as it stands; {@link Html#escape} makes plain text safe. */
    public static MimeBundle html(String html) {
        return MimeBundle.text(Html.text(html)).with(MimeBundle.HTML, html);
    }

    /** Markdown, with formulas between dollar signs. */
    public static MimeBundle markdown(String markdown) {
        return MimeBundle.text(markdown).with(MimeBundle.MARKDOWN, markdown);
    }

    /** A formula: {@code latex("\\pi P = \\pi")}. */
    public static MimeBundle latex(String formula) {
        boolean delimited = formula.startsWith("$") || formula.startsWith("\\begin") || formula.startsWith("\\[");
        return MimeBundle.text(formula).with(LATEX, delimited ? formula : "$$" + formula + "$$");
    }

    /**
     * A chart with words of your own for readers without pictures, in place of the numbers that it shows. For what the
     * clock measured: it differs from run to run, and the texts of a lesson's outputs must not.
     */
    public static MimeBundle captioned(IChart chart, String caption) {
        return StandardRenderers.chart(chart, caption);
    }

    /** A chart as SVG, which stays sharp at any size; without it a chart is a PNG. */
    public static MimeBundle svg(IChart chart) {
        return MimeBundle.text(Captions.of(chart)).with(MimeBundle.SVG, Pictures.svg(chart));
    }
}
