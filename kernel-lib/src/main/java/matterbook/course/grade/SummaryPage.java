package matterbook.course.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import matterbook.course.Lesson;
import matterbook.notebook.display.Renderers;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.page.Page;
import matterbook.plot.BarFigure;
import matterbook.plot.Plot;
import org.knowm.xchart.internal.chartpart.IChart;

/** The teacher's page: for each assignment how the points are spread, which questions were hardest, what is pooled. */
final class SummaryPage {
    private static final int BINS = 10;
    private static final String SHARES = "Submissions by share of the points";
    /** In pixels; at the standard distance only every second bin would get its label. */
    private static final int CLOSE_LABELS = 40;

    /** An axis of counts is never shorter: on a shorter one its steps would not be whole numbers. */
    private static final double LEAST_COUNTS = 5.3;

    private final List<Lesson> lessons;
    private final List<Cell> cells = new ArrayList<>();

    private SummaryPage(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    /** How a question went over the class. */
    private record Question(String id, String answer, double maxScore, List<CellMark> marks) {
        double mean() {
            return marks.stream().mapToDouble(CellMark::score).average().orElse(0);
        }

        long full() {
            return marks.stream().filter(mark -> mark.score() == mark.maxScore()).count();
        }

        double share() {
            return maxScore > 0 ? mean() / maxScore : 1;
        }

        /** What went wrong most often. */
        String mostly() {
            Map<Outcome, Integer> counts = new TreeMap<>();
            marks.stream().filter(mark -> mark.outcome() != Outcome.PASSED)
                    .forEach(mark -> counts.merge(mark.outcome(), 1, Integer::sum));
            return counts.entrySet().stream().max(Map.Entry.comparingByValue())
                    .map(entry -> entry.getKey().words() + " (" + entry.getValue() + ")").orElse("");
        }
    }

    static String html(List<Graded> graded, List<ClassPool> pools, List<Lesson> lessons) {
        SummaryPage page = new SummaryPage(lessons);
        Map<String, List<Graded>> assignments = new TreeMap<>();
        graded.forEach(one -> assignments.computeIfAbsent(one.assignment(), name -> new ArrayList<>()).add(one));
        String titles = assignments.keySet().stream().filter(name -> !name.isEmpty())
                .map(name -> FeedbackPage.lesson(name, lessons).map(Lesson::title).orElse(FeedbackPage.escape(name)))
                .collect(Collectors.joining(", "));
        page.prose("# Summary" + (titles.isEmpty() ? "" : ": " + titles));
        assignments.forEach((name, all) -> {
            page.add(name, all);
            pools.stream().filter(pool -> pool.assignment().equals(name)).forEach(page::add);
        });
        return Page.html(Notebook.matterbook(page.cells), "Summary", Page.Links.NONE);
    }

    private void add(String assignment, List<Graded> all) {
        List<Graded> graded = all.stream().filter(Graded::isGraded).toList();
        Optional<Lesson> lesson = FeedbackPage.lesson(assignment, lessons);
        prose("## " + FeedbackPage.heading(assignment.isEmpty() ? "without a lesson" : assignment, lesson));
        prose(String.format(Locale.ROOT, "%d submissions, %d graded, mean %.2f of %s points.", all.size(),
                graded.size(), graded.stream().mapToDouble(Graded::score).average().orElse(0),
                Csv.number(all.stream().mapToDouble(Graded::maxScore).max().orElse(0))));
        if (!graded.isEmpty()) {
            picture(SHARES, shares(graded));
            hardest(graded, lesson);
        }
        StringBuilder rest = new StringBuilder();
        all.stream().filter(one -> !one.isGraded())
                .forEach(one -> rest.append("- ").append(FeedbackPage.escape(one.student())).append(": ")
                        .append(FeedbackPage.escape(one.status())).append('\n'));
        if (!rest.isEmpty()) {
            prose("### Not graded\n\n" + rest);
        }
    }

    /** How many learners earned which share of the points. */
    static BarFigure shares(List<Graded> graded) {
        double[] counts = new double[BINS];
        for (Graded one : graded) {
            double share = one.maxScore() > 0 ? one.score() / one.maxScore() : 0;
            counts[Math.min((int) (share * BINS), BINS - 1)]++;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            names.add(i * 100 / BINS + "–" + (i + 1) * 100 / BINS);
        }
        BarFigure figure = Plot.bar(SHARES, names, counts).axes("share of the points / %", "number of learners");
        figure.getStyler().setYAxisMax(longEnough(Arrays.stream(counts).max().orElse(0)))
                .setXAxisTickMarkSpacingHint(CLOSE_LABELS);
        return figure;
    }

    /** The end of an axis that shows counts up to this one. */
    static double longEnough(double most) {
        return Math.max(LEAST_COUNTS, 1.06 * most);
    }

    private void add(ClassPool pool) {
        prose("### Over the class: " + FeedbackPage.escape(pool.cell().id()) + "\n\n```java\n" + pool.cell().source()
                + "\n```");
        prose(pool.words());
        if (pool.interval().isPresent()) {
            picture("The values of the class", pool.histogram());
            pool.cell().exact().ifPresent(_ -> prose("*Dashed: the true value.*"));
            prose(ClassPool.FORMULA);
        }
    }

    private void picture(String title, IChart figure) {
        String picture = Renderers.standard().render(figure).data().get("image/png");
        prose("![" + title + "](data:image/png;base64," + picture + ")");
    }

    private void hardest(List<Graded> graded, Optional<Lesson> lesson) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Graded one : graded) {
            for (CellMark mark : one.cells()) {
                questions.computeIfAbsent(mark.gradeId(),
                        id -> new Question(id, mark.answer(), mark.maxScore(), new ArrayList<>())).marks().add(mark);
            }
        }
        StringBuilder table = new StringBuilder("""
                ### Questions, the hardest first

                | task | check | mean | of | all points | what went wrong mostly |
                |--|--|--:|--:|--:|--|
                """);
        questions.values().stream().sorted(Comparator.comparingDouble(Question::share))
                .forEach(one -> table.append(String.format(Locale.ROOT, "| %s | %s | %.2f | %s | %d of %d | %s |\n",
                        FeedbackPage.task(lesson, one.answer()), FeedbackPage.escape(one.id()), one.mean(),
                        Csv.number(one.maxScore()), one.full(),
                        one.marks().size(), one.mostly())));
        prose(table.toString());
    }

    private void prose(String markdown) {
        cells.add(Cell.markdown("cell-" + cells.size(), markdown));
    }
}
