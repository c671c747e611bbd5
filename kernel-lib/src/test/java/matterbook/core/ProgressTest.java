package matterbook.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @AfterEach
    void reset() {
        Progress.silence();
        Stop.clear();
    }

    @Test
    void reportsItsEndOnce() {
        List<String> seen = new ArrayList<>();
        Progress.listen((progress, finished) -> seen.add(progress.label() + " " + progress.done() + " " + finished));
        try (Progress progress = Progress.start("walk", 3)) {
            progress.step(3);
            progress.close();
        }
        assertEquals(List.of("walk 3 true"), seen);
    }

    @Test
    void aStepIsAStopCheck() {
        Progress progress = Progress.start("walk", 3);
        Stop.request();
        assertThrows(Stopped.class, progress::step);
        progress.close();
    }
}
