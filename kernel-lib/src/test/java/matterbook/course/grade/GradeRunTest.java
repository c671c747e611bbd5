package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of learners of all kinds gets exactly the marks it should. */
class GradeRunTest {
    private static final Pattern SECRET = Pattern.compile("\\b4711\\b");

    private static final GradeOptions OPTIONS = new GradeOptions(Duration.ofSeconds(8), 192, 2, Set.of());
    private static final Map<String, String> EXPECTED = new TreeMap<>();

    @TempDir
    private static Path folder;
    private static Lesson lesson;
    private static List<Graded> graded;
    private static final Log LOG = new Log();

    /** What a run said. */
    static class Log implements GradeRun.Listener {
        final List<String> notes = new ArrayList<>();
        /** Who was graded anew. */
        final List<String> names = new ArrayList<>();
        int fresh;
        int again;

        @Override
        public void note(String line) {
            notes.add(line);
        }

        @Override
        public synchronized void graded(Graded one, boolean before, int done, int total) {
            if (!before) {
                names.add(one.student());
            }
            fresh += before ? 0 : 1;
            again += before ? 1 : 0;
        }
    }

    @BeforeAll
    static void gradeAll() throws IOException {
        lesson = TestLessons.sums();
        Fixtures.writeQuick(lesson, folder.resolve("class"), EXPECTED);
        Files.writeString(folder.resolve("class/answers.docx"), "not a notebook");
        graded = GradeRun.run(folder.resolve("class"), folder.resolve("out"), List.of(lesson), OPTIONS, LOG);
    }

    static String marks(Graded one) {
        return one.cells().stream().map(cell -> Csv.number(cell.score())).collect(Collectors.joining(" "));
    }

    @Test
    void everyoneGetsTheMarksExpected() {
        assertTrue(EXPECTED.size() >= 40, "only " + EXPECTED.size() + " fixtures");
        Map<String, String> found = new TreeMap<>();
        graded.forEach(one -> found.put(one.student(), marks(one)));
        assertEquals(lines(EXPECTED), lines(found));
    }

    @Test
    void unreadableWorkSaysWhy() {
        assertEquals("nbformat-3.ipynb: nbformat 3 is not read, only 4: open and save it once in Jupyter",
                one("nbformat-3").status());
        assertEquals("python.ipynb: a notebook of python; Matterbook runs Java notebooks", one("python").status());
        assertEquals("latin-1.ipynb: not a notebook: it is not UTF-8 text", one("latin-1").status());
        assertEquals("not-a-notebook.ipynb: this file is not a notebook: it holds other text than what Jupyter saves",
                one("not-a-notebook").status());
        assertTrue(one("truncated").status().startsWith("truncated.ipynb: "), one("truncated").status());
        assertEquals("graded", one("empty").status());
        assertTrue(LOG.notes.stream().anyMatch(line -> line.startsWith("not a notebook, left aside: ")
                && line.endsWith("answers.docx")), LOG.notes.toString());
    }

    @Test
    void outcomesSayWhatHappened() {
        assertEquals(Outcome.FAILED, cell("wrong", 0).outcome());
        assertEquals("sum of 1 2 3 4: expected 10, got 1", cell("wrong", 0).detail());
        assertEquals(Outcome.FAILED_HIDDEN, cell("right-for-the-examples", 0).outcome());
        assertEquals("The open checks passed, a hidden one did not: the answer is right for the examples but not in"
                + " general.\nHint: Begin with zero; the sum of nothing is $0$.",
                cell("right-for-the-examples", 0).detail());
        assertEquals(Outcome.UNANSWERED, cell("untouched", 0).outcome());
        assertEquals(Outcome.UNANSWERED, cell("deleted-answer", 1).outcome());
        assertEquals("The answer's cell, mean, is missing or empty: there is nothing to check.",
                cell("deleted-answer", 1).detail());
        assertEquals(Outcome.NOT_COMPILED, cell("does-not-compile", 0).outcome());
        assertEquals("""
                In the answer: cell line 1: error: ';' expected
                    int sum(int[] x) { return x }
                                               ^""", cell("does-not-compile", 0).detail());
        assertEquals(Outcome.STANDARD_ERROR, cell("standard-error", 1).outcome());
        assertEquals(Outcome.CRASHED, cell("halt-in-answer", 1).outcome());
        // the search came to its end and found nothing
        assertEquals(Outcome.FAILED, cell("reflection", 1).outcome());
        assertEquals(Outcome.TIMEOUT, cell("busy-loop", 1).outcome());
        assertEquals(Outcome.TIMEOUT, cell("deaf-loop", 1).outcome());
        assertEquals("the cell was not run: Check is a name that the checks use; give yours another name",
                one("class-check").notes().get("forged"));
        assertEquals("the cell was not run: checkEqual is a name that the checks use; give yours another name",
                one("method-check").notes().get("forged"));
    }

    @Test
    void tablesHaveTheirColumns() throws IOException {
        List<String> grades = Files.readAllLines(folder.resolve("out/grades.csv"));
        assertEquals("student,assignment,score,max_score,status", grades.getFirst());
        assertTrue(grades.contains("\"'=1+1, \"\"Ann\"\"\",07-sums,6,6,graded"), grades.toString());
        assertTrue(grades.contains("Zoë Müller 王,07-sums,6,6,graded"), grades.toString());
        List<String> cells = Files.readAllLines(folder.resolve("out/cells.csv"));
        assertEquals("student,assignment,grade_id,score,max_score,outcome", cells.getFirst());
        assertTrue(cells.contains("right-for-the-examples,07-sums,largest-test,0,3,failed-hidden"), cells.toString());
        assertEquals(1 + 3 * EXPECTED.size(), cells.size());
    }

    @Test
    void feedbackHasNoHiddenText() throws IOException {
        try (Stream<Path> pages = Files.walk(folder.resolve("out"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(page);
                // as a number of its own: the keys are hashes, and one may have these digits
                assertFalse(text.contains("secret numbers") || SECRET.matcher(text).find()
                        || text.contains("hidden negatives"), page.toString());
            }
        }
        String page = Files.readString(folder.resolve("out/feedback/right-for-the-examples.html"));
        assertTrue(page.contains("a hidden one did not"), page);
        assertTrue(page.contains("<strong>0 / 2</strong>"), page);
        assertTrue(page.contains(">Small sums (07-sums): 1 of 6 points</h2>"), page);
        assertTrue(page.contains(">2. The mean</h3>"), page);
        assertTrue(page.contains("<td>2. The mean</td>\n<td>mean-test</td>"), page);
        assertTrue(page.contains("<p><strong>Hint.</strong> Begin with zero; the sum of nothing is "
                + "<span class=\"math\">0</span>.</p>"), page);
        assertFalse(page.contains("Hint: "), page);
        assertTrue(Files.readString(folder.resolve("out/summary.html")).contains("Questions, the hardest first"));
    }

    @Test
    void aSecondRunGradesNothingAgainAndWritesTheSame() throws IOException {
        String before = Files.readString(folder.resolve("out/results.json"));
        Log log = new Log();
        GradeRun.run(folder.resolve("class"), folder.resolve("out"), List.of(lesson),
                OPTIONS.withJobs(1), log);
        assertEquals(EXPECTED.size(), log.again);
        assertEquals(0, log.fresh);
        assertEquals(before, Files.readString(folder.resolve("out/results.json")));
    }

    private static Graded one(String student) {
        return graded.stream().filter(one -> one.student().equals(student)).findFirst().orElseThrow();
    }

    private static CellMark cell(String student, int index) {
        return one(student).cells().get(index);
    }

    static String lines(Map<String, String> marks) {
        return marks.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
