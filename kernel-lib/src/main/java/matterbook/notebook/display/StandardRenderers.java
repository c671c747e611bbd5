package matterbook.notebook.display;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Map;

import matterbook.plot.Animation;
import matterbook.plot.Captions;
import matterbook.plot.Pictures;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.api.Table;

/** The renderers that every notebook starts with. */
final class StandardRenderers {
    /** Pixels for each unit of a chart, so that it is sharp on screens of high density. */
    private static final int SCALE = 2;

    private StandardRenderers() {}

    static Renderers create() {
        Renderers renderers = new Renderers();
        renderers.register(MimeBundle.class, bundle -> bundle);
        renderers.register(IChart.class, chart -> chart(chart, Captions.of(chart)));
        renderers.register(BufferedImage.class, StandardRenderers::image);
        renderers.register(Animation.class, AnimationHtml::render);
        renderers.register(Table.class, TableView::render);
        return renderers;
    }

    /** A PNG at twice the chart's size, shown at the chart's size. */
    static MimeBundle chart(IChart chart, String caption) {
        return picture(caption, Pictures.png(chart, SCALE), chart.getWidth(), chart.getHeight());
    }

    static MimeBundle picture(String text, byte[] png, int width, int height) {
        return MimeBundle.text(text).with(MimeBundle.PNG, base64(png)).withMetadata(MimeBundle.PNG,
                Map.of("width", width, "height", height));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MimeBundle image(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return picture("image of " + width + " x " + height + " pixels", Pictures.png(image), width, height);
    }
}
