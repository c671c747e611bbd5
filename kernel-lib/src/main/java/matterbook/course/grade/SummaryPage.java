package matterbook.course.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import matterbook.notebook.display.Renderers;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.page.Page;
import matterbook.plot.Plot;
import org.knowm.xchart.internal.chartpart.IChart;

/** The teacher's page: for each assignment how the points are spread, which questions were hardest, what is pooled. */
final class SummaryPage {
    private static final int BINS = 10;

    private final List<Cell> cells = new ArrayList<>();

    private SummaryPage() {}

    /** How a question went over the class. */
    private record Question(String id, double maxScore, List<CellMark> marks) {
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

    static String html(List<Graded> graded, List<ClassPool> pools) {
        SummaryPage page = new SummaryPage();
        page.prose("# Summary");
        Map<String, List<Graded>> assignments = new TreeMap<>();
        graded.forEach(one -> assignments.computeIfAbsent(one.assignment(), name -> new ArrayList<>()).add(one));
        assignments.forEach((name, all) -> {
            page.add(name, all);
            pools.stream().filter(pool -> pool.assignment().equals(name)).forEach(page::add);
        });
        return Page.html(Notebook.matterbook(page.cells), "Summary", Page.Links.NONE);
    }

    private void add(String assignment, List<Graded> all) {
        List<Graded> graded = all.stream().filter(Graded::isGraded).toList();
        prose("## " + FeedbackPage.escape(assignment.isEmpty() ? "without a lesson" : assignment));
        prose(String.format(Locale.ROOT, "%d submissions, %d graded, mean %.2f of %s points.", all.size(),
                graded.size(), graded.stream().mapToDouble(Graded::score).average().orElse(0),
                Csv.number(all.stream().mapToDouble(Graded::maxScore).max().orElse(0))));
        if (!graded.isEmpty()) {
            histogram(graded);
            hardest(graded);
        }
        StringBuilder rest = new StringBuilder();
        all.stream().filter(one -> !one.isGraded())
                .forEach(one -> rest.append("- ").append(FeedbackPage.escape(one.student())).append(": ")
                        .append(FeedbackPage.escape(one.status())).append('\n'));
        if (!rest.isEmpty()) {
            prose("### Not graded\n\n" + rest);
        }
    }

    private void histogram(List<Graded> graded) {
        double[] counts = new double[BINS];
        for (Graded one : graded) {
            double share = one.maxScore() > 0 ? one.score() / one.maxScore() : 0;
            counts[Math.min((int) (share * BINS), BINS - 1)]++;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            names.add(i * 100 / BINS + "-" + (i + 1) * 100 / BINS + " %");
        }
        picture("Submissions by share of the points", Plot.bar("Submissions by share of the points", names, counts));
    }

    private void add(ClassPool pool) {
        prose("### Over the class: " + FeedbackPage.escape(pool.cell().id()) + "\n\n```java\n" + pool.cell().source()
                + "\n```");
        prose(pool.words());
        if (pool.interval().isPresent()) {
            picture("The values of the class", pool.histogram());
            prose(ClassPool.FORMULA);
        }
    }

    private void picture(String title, IChart figure) {
        String picture = Renderers.standard().render(figure).data().get("image/png");
        prose("![" + title + "](data:image/png;base64," + picture + ")");
    }

    private void hardest(List<Graded> graded) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Graded one : graded) {
            for (CellMark mark : one.cells()) {
                questions.computeIfAbsent(mark.gradeId(),
                        id -> new Question(id, mark.maxScore(), new ArrayList<>())).marks().add(mark);
            }
        }
        StringBuilder table = new StringBuilder("""
                ### Questions, the hardest first

                | check | mean | of | all points | what went wrong mostly |
                |--|--:|--:|--:|--|
                """);
        questions.values().stream().sorted(Comparator.comparingDouble(Question::share))
                .forEach(one -> table.append(String.format(Locale.ROOT, "| %s | %.2f | %s | %d of %d | %s |\n",
                        FeedbackPage.escape(one.id()), one.mean(), Csv.number(one.maxScore()), one.full(),
                        one.marks().size(), one.mostly())));
        prose(table.toString());
    }

    private void prose(String markdown) {
        cells.add(Cell.markdown("cell-" + cells.size(), markdown));
    }
}
