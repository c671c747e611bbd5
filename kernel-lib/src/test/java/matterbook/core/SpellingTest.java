package matterbook.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> NAMES = List.of("a4", "a6", "a7", "final", "temperature");

    @ParameterizedTest
    @CsvSource({"a77, a7", "A-6, a6", "fianl, final", "FINAL, final", "finally, ", "temprature, temperature",
            "tempratur, temperature", "tmpratur, ", "a9, ", "lj, "})
    void theNearestOfTheNear(String typed, String meant) {
        assertEquals(meant, Spelling.nearest(typed, NAMES).orElse(null));
    }

    @ParameterizedTest
    @CsvSource({"final, final, 0", "fianl, final, 1", "fnal, final, 1", "finale, final, 1", "fixal, final, 1",
            "kitten, sitting, 3", "'', abc, 3", "abc, '', 3"})
    void lettersToChange(String from, String to, int changes) {
        assertEquals(changes, Spelling.distance(from, to));
    }
}
