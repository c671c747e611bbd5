package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @BeforeEach
    void threeCells() {
        history.add(1, "1 + 1", "2");
        history.add(2, "int x = 3;", null);
        history.add(3, "1 + 1", "2");
    }

    @Test
    void theTailHoldsTheNewest() {
        assertEquals("[[1,2,\"int x = 3;\"],[1,3,\"1 + 1\"]]",
                answer("hist_access_type", "tail", "n", 2, "output", false));
    }

    @Test
    void aRangeEndsBeforeItsStop() {
        assertEquals("[[0,1,[\"1 + 1\",\"2\"]],[0,2,[\"int x = 3;\",null]]]",
                answer("hist_access_type", "range", "session", 0, "start", 1, "stop", 3, "output", true));
    }

    @Test
    void earlierSessionsAreNotKept() {
        assertEquals("[]", answer("hist_access_type", "range", "session", -1, "start", 1, "stop", 3));
    }

    @Test
    void aSearchTakesAGlobAndKeepsTheNewestOfEqualCells() {
        assertEquals("[[1,1,\"1 + 1\"],[1,3,\"1 + 1\"]]", answer("hist_access_type", "search", "pattern", "1*?"));
        assertEquals("[[1,3,\"1 + 1\"]]", answer("hist_access_type", "search", "pattern", "1 + *", "unique", true));
        assertEquals("[]", answer("hist_access_type", "search", "pattern", "1 .*"));
    }

    private String answer(Object... request) {
        return history.reply(Json.object(request)).get("history").toString();
    }
}
