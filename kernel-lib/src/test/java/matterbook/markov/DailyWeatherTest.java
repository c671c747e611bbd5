package matterbook.markov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import matterbook.core.Rng;
import matterbook.data.Datasets;
import org.junit.jupiter.api.Test;

class DailyWeatherTest {
    /** The committed file is what the generator makes: to the byte. After a change on purpose, write the csv() there. */
    @Test
    void theCommittedFileIsMadeAgain() throws Exception {
        String made = DailyWeather.generate(DailyWeather.DAYS, Rng.seeded(DailyWeather.SEED)).csv();
        Path committed = Path.of(System.getProperty("matterbook.root"), "datasets/daily-weather/daily-weather.csv");
        assertArrayEquals(made.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(committed));
    }

    /** The record is long enough for its use: every estimated entry within 4 standard errors of the truth. */
    @Test
    void theTruthShowsThrough() {
        MarkovChain truth = DailyWeather.truth();
        TransitionCounts counts = TransitionCounts.of(truth.states(),
                Datasets.table("daily-weather").stringColumn("weather"));
        for (String from : truth.states()) {
            for (String to : truth.states()) {
                double sigmas = counts.probability(from, to).sigmasFrom(truth.probability(from, to));
                assertTrue(sigmas < 4, from + " -> " + to + ": " + counts.probability(from, to));
            }
        }
    }

    @Test
    void firstLines() {
        assertEquals("date,weather\n2020-01-01,sun\n", DailyWeather.generate(1, Rng.seeded(1)).csv());
        assertEquals("days must be at least 1, not 0",
                MarkovChainTest.message(() -> DailyWeather.generate(0, Rng.seeded(1))));
    }
}
