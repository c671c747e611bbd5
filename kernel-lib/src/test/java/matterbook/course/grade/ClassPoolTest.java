package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import matterbook.core.Rng;
import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import matterbook.plot.BarFigure;
import matterbook.plot.XYFigure;
import matterbook.stats.MeanInterval;
import org.junit.jupiter.api.Test;

/** A class of made-up submissions: what is pooled, what is not, and the estimate. */
class ClassPoolTest {
    private static final String LESSON = "08-classroom";

    @Test
    void theEstimateIsThatOfTheHonest() throws IOException {
        double[] values = honest(40);
        List<Graded> graded = graded(values);
        graded.add(one("copy", PoolStatus.POOLED, 7, values[7]));
        graded.add(one("huge", PoolStatus.POOLED, 1001, 1e149));
        graded.add(one("large", PoolStatus.POOLED, 1002, -3));
        graded.add(one("wrong", PoolStatus.NOT_PASSED, 0, 0));
        graded.add(one("odd", PoolStatus.NO_VALUE, 0, 0));
        graded.add(new Graded("none", LESSON, "no notebook was handed in", "", List.of(), List.of(), Map.of()));
        graded.add(new Graded("other", "07-sums", "graded", "", List.of(), List.of(), Map.of()));
        ClassPool pool = pool(graded);
        assertEquals(MeanInterval.of(values, 0.95), pool.interval().orElseThrow());
        assertEquals("**0.496 ± 0.004**, 95 % interval 0.4873 to 0.5055. The true value 0.5 lies inside "
                + "it, 0.8 standard errors from the mean. From 40 of 46 submissions; left out: 1 (not all checks of its "
                + "answer passed), 1 (its cell left no finite number), 1 (another one has the same seed), 2 (it is "
                + "too far from the others), 1 (the submission was not graded).", pool.words());
        List<String> table = ClassPool.csv(List.of(pool)).lines().toList();
        assertEquals("student,assignment,pool,status,seed,value", table.getFirst());
        assertEquals(47, table.size());
        assertTrue(table.contains("s0,08-classroom,class-mean,pooled,0," + Csv.number(values[0])), table.get(1));
        assertTrue(table.contains("large,08-classroom,class-mean,outlier,1002,-3"), table.toString());
        assertTrue(table.contains("wrong,08-classroom,class-mean,not-passed,,"), table.toString());
        Map<String, Object> json = pool.json();
        assertEquals(pool.interval().orElseThrow().high(), json.get("high"));
        assertEquals(0.5, json.get("exact"));
        assertEquals(Map.of("not-passed", 1, "no-value", 1, "same-seed", 1, "outlier", 2, "not-graded", 1),
                json.get("left_out"));
    }

    @Test
    void theSummaryNamesNobody() throws IOException {
        List<Graded> graded = graded(honest(12));
        graded.add(one("Mallory", PoolStatus.POOLED, 1001, 1e6));
        String page = SummaryPage.html(graded, List.of(pool(graded)), List.of(TestLessons.classroom()));
        assertTrue(page.contains("From 12 of 13 submissions; left out: 1 (it is too far from the others)."), page);
        assertTrue(page.contains("data:image/png"), page);
        assertTrue(page.contains("<title>Summary: A classroom</title>"), page.substring(0, 400));
        assertTrue(page.contains(">A classroom (08-classroom)</h2>"), "the heading");
        assertTrue(page.contains("<p><em>Dashed: the true value.</em></p>"), "the caption");
        assertFalse(page.contains("Mallory"), page);
    }

    @Test
    void fewValuesGiveNoEstimate() throws IOException {
        assertEquals("Too few values for an estimate: 7, and it takes 8. From 7 of 7 submissions.",
                pool(graded(honest(7))).words());
        assertTrue(ClassPool.all(List.of(TestLessons.classroom()), List.of()).isEmpty());
    }

    @Test
    void equalValuesAreSuspicious() throws IOException {
        double[] same = new double[10];
        Arrays.fill(same, 0.5);
        assertEquals("All values are the same, 0.5: do the answers use their seeds? From 10 of 10 submissions.",
                pool(graded(same)).words());
    }

    @Test
    void theHistogramCountsLearners() throws IOException {
        XYFigure figure = pool(graded(honest(12))).histogram();
        assertEquals("class-mean", figure.getXAxisTitle());
        assertEquals("number of learners", figure.getYAxisTitle());
        assertEquals(List.of(), figure.notes());
        double[] bars = figure.getSeriesCollection().iterator().next().getYData();
        // each bar has two corners on top
        assertEquals(2 * 12, Arrays.stream(bars).sum());
    }

    /** Three learners get an axis with whole numbers, and all ten bins have room for their labels. */
    @Test
    void theSharesOfAFewLearners() throws IOException {
        BarFigure figure = SummaryPage.shares(graded(honest(3)));
        assertEquals(5.3, figure.getStyler().getYAxisMax());
        assertEquals(40, figure.getStyler().getXAxisTickMarkSpacingHint());
        assertEquals("number of learners", figure.getYAxisTitle());
        List<?> bins = List.copyOf(figure.getSeriesCollection().iterator().next().getXData());
        assertEquals("90–100", bins.getLast());
        assertEquals(21.2, SummaryPage.longEnough(20), 1e-12);
    }

    private static ClassPool pool(List<Graded> graded) throws IOException {
        Lesson lesson = TestLessons.classroom();
        return ClassPool.all(List.of(TestLessons.sums(), lesson), graded).getFirst();
    }

    private static double[] honest(int n) {
        Rng rng = Rng.seeded(3);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 0.5 + 0.029 * rng.nextGaussian();
        }
        return values;
    }

    private static List<Graded> graded(double[] values) {
        List<Graded> graded = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            graded.add(one("s" + i, PoolStatus.POOLED, i, values[i]));
        }
        return graded;
    }

    private static Graded one(String student, PoolStatus status, long seed, double value) {
        return new Graded(student, LESSON, Graded.GRADED, "", List.of(),
                List.of(new PoolValue("class-mean", status, seed, value)), Map.of());
    }
}
