package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import matterbook.course.Lesson;
import matterbook.course.TestLessons;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    private static final List<String> RELEASED = List.of("numbers", "sum", "sum-test", "mean", "mean-test", "largest",
            "largest-test");

    @Test
    void keepsTheOrderOfTheRelease() throws IOException {
        assertEquals(RELEASED, ids(Work.released(TestLessons.sums())));
    }

    @Test
    void deletedCellsComeBackInTheirPlaces() throws IOException {
        assertEquals(RELEASED, ids(Work.released(TestLessons.sums()).delete("numbers").delete("sum-test")
                .delete("mean-test").delete("largest-test")));
    }

    @Test
    void aCheckRunsBelowItsAnswer() throws IOException {
        assertEquals(List.of("numbers", "mean", "mean-test", "largest", "largest-test", "sum", "sum-test"),
                ids(Work.released(TestLessons.sums()).moveToEnd("sum")));
    }

    @Test
    void copiesOfChecksAreDroppedAndCopiesOfAnswersRun() throws IOException {
        Work work = Work.released(TestLessons.sums());
        work.append(work.cell("mean-test")).append(work.cell("mean"));
        assertEquals(List.of("numbers", "sum", "sum-test", "mean", "mean-test", "largest", "largest-test", "mean"),
                ids(work));
    }

    @Test
    void hiddenChecksAreInAndApart() throws IOException {
        Lesson lesson = TestLessons.sums();
        Step test = Assembly.steps(lesson, Work.released(lesson).notebook()).get(2);
        assertEquals(2, test.parts().size());
        assertEquals("checkEqual(sum(numbers), 10, \"sum of 1 2 3 4\");\n", test.parts().getFirst().source());
        assertEquals(true, test.parts().getLast().inside());
        assertEquals(2.0, test.points());
    }

    private static List<String> ids(Work work) throws IOException {
        return Assembly.steps(TestLessons.sums(), work.notebook()).stream().map(Step::id).toList();
    }
}
