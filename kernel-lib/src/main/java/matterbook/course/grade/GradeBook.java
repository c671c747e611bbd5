package matterbook.course.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.GsonBuilder;
import matterbook.core.Stop;
import matterbook.course.Lesson;
import matterbook.notebook.file.WholeFile;

/** Writes what a run found: tables, pages and JSON. The same marks give the same bytes. */
final class GradeBook {
    private final Path out;
    private final List<Lesson> lessons;

    GradeBook(Path out, List<Lesson> lessons) {
        this.out = out;
        this.lessons = List.copyOf(lessons);
    }

    /** Both lists in the same order. Tables first: they are what must not be lost. */
    void write(List<Submission> submissions, List<Graded> graded) throws IOException {
        WholeFile.write(out.resolve("grades.csv"), grades(graded));
        WholeFile.write(out.resolve("cells.csv"), cells(graded));
        List<ClassPool> pools = ClassPool.all(lessons, graded);
        WholeFile.write(out.resolve("pooled.csv"), ClassPool.csv(pools));
        WholeFile.write(out.resolve("results.json"), json(graded, pools));
        Map<String, Map<Submission, Graded>> students = new LinkedHashMap<>();
        for (int i = 0; i < graded.size(); i++) {
            students.computeIfAbsent(graded.get(i).student(), name -> new LinkedHashMap<>())
                    .put(submissions.get(i), graded.get(i));
        }
        for (Map.Entry<String, Map<Submission, Graded>> one : students.entrySet()) {
            Stop.check();
            WholeFile.write(out.resolve("feedback").resolve(one.getKey() + ".html"),
                    FeedbackPage.html(one.getKey(), one.getValue(), lessons));
        }
        WholeFile.write(out.resolve("summary.html"), SummaryPage.html(graded, pools, lessons));
    }

    private static String grades(List<Graded> graded) {
        StringBuilder table = new StringBuilder("student,assignment,score,max_score,status\n");
        graded.forEach(one -> table
                .append(Csv.line(one.student(), one.assignment(), one.score(), one.maxScore(), one.status())));
        return table.toString();
    }

    private static String cells(List<Graded> graded) {
        StringBuilder table = new StringBuilder("student,assignment,grade_id,score,max_score,outcome\n");
        for (Graded one : graded) {
            one.cells().forEach(mark -> table.append(Csv.line(one.student(), one.assignment(), mark.gradeId(),
                    mark.score(), mark.maxScore(), mark.outcome().code())));
        }
        return table.toString();
    }

    private static String json(List<Graded> graded, List<ClassPool> pools) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Graded one : graded) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("student", one.student());
            entry.put("assignment", one.assignment());
            entry.put("score", one.score());
            entry.put("max_score", one.maxScore());
            entry.put("status", one.status());
            entry.put("cells", one.cells().stream().map(GradeBook::cell).toList());
            all.add(entry);
        }
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("submissions", all);
        results.put("pools", pools.stream().map(ClassPool::json).toList());
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(results) + "\n";
    }

    private static Map<String, Object> cell(CellMark mark) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("grade_id", mark.gradeId());
        entry.put("score", mark.score());
        entry.put("max_score", mark.maxScore());
        entry.put("outcome", mark.outcome().code());
        entry.put("detail", mark.detail());
        return entry;
    }
}
