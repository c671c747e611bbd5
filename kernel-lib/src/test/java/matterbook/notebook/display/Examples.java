package matterbook.notebook.display;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import matterbook.core.Rng;
import matterbook.plot.Animation;
import matterbook.plot.Plot;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Values that notebooks show; {@code main} writes a page of them to target/gallery, to look at. */
final class Examples {
    private Examples() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/gallery"));
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><style>:root{color-scheme:")
                .append(args.length > 1 ? args[1] : "light").append("}body{font-family:sans-serif}</style>");
        for (Object value : new Object[]{table(1000), table(3), walk(), walk()}) {
            MimeBundle bundle = Renderers.standard().render(value);
            page.append(bundle.get(MimeBundle.HTML)).append("<pre>").append(Html.escape(bundle.text()))
                    .append("</pre>");
        }
        Files.write(folder.resolve("display.html"), page.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Table table(int rows) {
        String[] weather = {"sun", "clouds", "<rain> & wind"};
        Rng rng = Rng.seeded(4);
        DoubleColumn temperature = DoubleColumn.create("T / °C");
        for (int i = 0; i < rows; i++) {
            temperature.append(10 + 8 * rng.nextGaussian());
        }
        temperature.setMissing(1);
        return Table.create("Weather", IntColumn.create("day", IntStream.rangeClosed(1, rows).toArray()),
                StringColumn.create("sky", IntStream.range(0, rows).mapToObj(i -> weather[i % 3])), temperature);
    }

    static Animation walk() {
        double[] x = new double[62];
        double[] y = new double[62];
        Rng rng = Rng.seeded(5);
        for (int i = 1; i < x.length; i++) {
            x[i] = x[i - 1] + rng.nextGaussian();
            y[i] = y[i - 1] + rng.nextGaussian();
        }
        return Plot.animation("A walk in the plane", 30,
                frame -> Plot.figure("Step " + 2 * (frame + 1))
                        .line("path", Arrays.copyOf(x, 2 * frame + 3), Arrays.copyOf(y, 2 * frame + 3))
                        .axes("x / σ", "y / σ").rangeX(-10, 10).rangeY(-10, 10));
    }
}
