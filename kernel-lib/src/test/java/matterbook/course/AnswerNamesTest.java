package matterbook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

class AnswerNamesTest {
    @Test
    void anAnswerIsCalledAfterWhatItDeclares() throws IOException {
        Lesson lesson = TestLessons.counting();
        assertEquals(List.of("sum"), AnswerNames.all(lesson));
        assertEquals("answer-formula", AnswerNames.find(lesson, "sum").orElseThrow().id());
        assertEquals("answer-formula", AnswerNames.find(lesson, "answer-formula").orElseThrow().id());
        assertTrue(AnswerNames.find(lesson, "Sum").isEmpty());
    }

    @Test
    void anAnswerThatDeclaresTwoThingsIsCalledByItsId() throws IOException {
        Lesson lesson = LessonParser.parse(TestLessons.source("01-counting.jsh").replace("    // END SOLUTION\n}",
                "    // END SOLUTION\n}\nint other() {\n    return 1;\n}"), "01-counting.jsh");
        assertEquals(List.of("answer-formula"), AnswerNames.all(lesson));
    }

    @Test
    void theKitsAnswersHaveNames() throws IOException {
        for (Lesson lesson : Lessons.bundled()) {
            List<String> names = AnswerNames.all(lesson);
            assertEquals(names.size(), names.stream().distinct().count(), names.toString());
        }
    }
}
