package matterbook.course.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.course.Lesson;
import matterbook.course.LessonCell;
import matterbook.course.Role;
import matterbook.plot.Plot;
import matterbook.plot.XYFigure;
import matterbook.stats.Histogram;
import matterbook.stats.MeanInterval;
import matterbook.stats.Outliers;

/**
 * One number of each learner's, put together over a class. Each seed counts once, outliers do not count
 * ({@link Outliers}), and the rest gives a mean with its {@link MeanInterval}. Below {@link Outliers#LEAST} values
 * there is none.
 *
 * @param cell the pool's cell in the lesson
 * @param interval of the values with the status POOLED; empty where there are too few
 */
record ClassPool(String assignment, LessonCell cell, List<Member> members, Optional<MeanInterval> interval) {
    private static final double CONFIDENCE = 0.95;
    private static final int DIGITS = 10;
    static final String FORMULA = "The estimate is the mean $\\bar x$ of the $n$ values with its standard error $s / "
            + "\\sqrt n$, and the interval is $\\bar x \\pm t\\, s / \\sqrt n$: $s$ is the standard deviation of the "
            + "values, $t$ the 97.5 % quantile of Student's law with $n - 1$ degrees of freedom. A value farther from "
            + "the median than 10 robust standard deviations (1.4826 times the median distance from it) counts as an "
            + "outlier.";

    /** One submission in the pool; seed and value are 0 where it has none. */
    record Member(String student, PoolStatus status, long seed, double value) {
        boolean hasValue() {
            return status == PoolStatus.POOLED || status == PoolStatus.SAME_SEED || status == PoolStatus.OUTLIER;
        }

        Member with(PoolStatus changed) {
            return new Member(student, changed, seed, value);
        }
    }

    ClassPool {
        members = List.copyOf(members);
    }

    /** The pools of all lessons that were handed in, in the order of the lessons. */
    static List<ClassPool> all(List<Lesson> lessons, List<Graded> graded) {
        List<ClassPool> pools = new ArrayList<>();
        for (Lesson lesson : lessons) {
            List<Graded> its = graded.stream().filter(one -> one.assignment().equals(lesson.name())).toList();
            if (!its.isEmpty()) {
                lesson.with(Role.POOL).forEach(cell -> pools.add(of(lesson.name(), cell, its)));
            }
        }
        return pools;
    }

    private static ClassPool of(String assignment, LessonCell cell, List<Graded> graded) {
        Set<Long> seeds = new HashSet<>();
        List<Member> members = new ArrayList<>();
        for (Graded one : graded) {
            Member member = one.pooled().stream().filter(value -> value.pool().equals(cell.id())).findFirst()
                    .map(value -> new Member(one.student(), value.status(), value.seed(), value.value()))
                    .orElse(new Member(one.student(), PoolStatus.NOT_GRADED, 0, 0));
            members.add(member.hasValue() && !seeds.add(member.seed()) ? member.with(PoolStatus.SAME_SEED) : member);
        }
        if (values(members).length >= Outliers.LEAST) {
            markOutliers(members);
            return new ClassPool(assignment, cell, members,
                    Optional.of(MeanInterval.of(values(members), CONFIDENCE)));
        }
        return new ClassPool(assignment, cell, members, Optional.empty());
    }

    private static void markOutliers(List<Member> members) {
        boolean[] far = Outliers.of(values(members));
        int value = 0;
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).status() == PoolStatus.POOLED && far[value++]) {
                members.set(i, members.get(i).with(PoolStatus.OUTLIER));
            }
        }
    }

    private static double[] values(List<Member> members) {
        return members.stream().filter(member -> member.status() == PoolStatus.POOLED).mapToDouble(Member::value)
                .toArray();
    }

    /** The estimate, how it compares with the true value, and how many were left out and why: no names. */
    String words() {
        int count = values(members).length;
        String estimate = interval.map(this::words)
                .orElse("Too few values for an estimate: " + count + ", and it takes "
                        + Outliers.LEAST + ".");
        String left = leftOut().entrySet().stream().map(entry -> entry.getValue() + " (" + entry.getKey().words() + ")")
                .collect(Collectors.joining(", "));
        return estimate + " From " + count + " of " + members.size() + " submissions"
                + (left.isEmpty() ? "." : "; left out: " + left + ".");
    }

    private String words(MeanInterval found) {
        Estimate mean = found.mean();
        if (mean.error() == 0) {
            return "All values are the same, " + mean.value() + ": do the answers use their seeds?";
        }
        int decimals = Math.clamp((int) Math.ceil(-Math.log10(mean.error())) + 1, 0, DIGITS);
        String form = "%." + decimals + "f";
        String text = String.format(Locale.ROOT, "**%s**, 95 %% interval " + form + " to " + form + ".", mean,
                found.low(), found.high());
        if (cell.exact().isEmpty()) {
            return text;
        }
        double exact = cell.exact().getAsDouble();
        return text + String.format(Locale.ROOT, " The true value %s lies %s it, %.1f standard errors from the mean.",
                Digits.of(exact, DIGITS), found.contains(exact) ? "inside" : "outside", mean.sigmasFrom(exact));
    }

    private Map<PoolStatus, Integer> leftOut() {
        Map<PoolStatus, Integer> counts = new EnumMap<>(PoolStatus.class);
        members.stream().filter(member -> member.status() != PoolStatus.POOLED)
                .forEach(member -> counts.merge(member.status(), 1, Integer::sum));
        return counts;
    }

    /** How many learners have which value, with the true value dashed where it is named. */
    XYFigure histogram() {
        double[] values = values(members);
        XYFigure figure = Plot.counts("The values of the class", values).axes(cell.id(), "number of learners");
        double top = Arrays.stream(Histogram.of(values).counts()).max().orElse(1);
        figure.getStyler().setYAxisMax(SummaryPage.longEnough(top));
        cell.exact().ifPresent(exact -> figure.guide("true value", exact, 0, exact, top));
        return figure;
    }

    /** All values of all pools, for the teacher. */
    static String csv(List<ClassPool> pools) {
        StringBuilder table = new StringBuilder("student,assignment,pool,status,seed,value\n");
        for (ClassPool pool : pools) {
            for (Member member : pool.members()) {
                table.append(Csv.line(member.student(), pool.assignment(), pool.cell().id(), member.status().code(),
                        member.hasValue() ? (Object) member.seed() : "",
                        member.hasValue() ? (Object) member.value() : ""));
            }
        }
        return table.toString();
    }

    Map<String, Object> json() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("assignment", assignment);
        entry.put("pool", cell.id());
        entry.put("values", values(members));
        interval.ifPresent(found -> {
            entry.put("mean", found.mean().value());
            entry.put("standard_error", found.mean().error());
            entry.put("confidence", found.confidence());
            entry.put("low", found.low());
            entry.put("high", found.high());
        });
        cell.exact().ifPresent(exact -> entry.put("exact", exact));
        Map<String, Integer> left = new LinkedHashMap<>();
        leftOut().forEach((status, count) -> left.put(status.code(), count));
        entry.put("left_out", left);
        return entry;
    }
}
