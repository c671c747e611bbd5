package matterbook.markov;

import java.time.LocalDate;
import java.util.List;

import matterbook.core.Require;
import matterbook.core.Rng;

/**
 * A synthetic record of the weather, a state a day, drawn from a known Markov chain: what is estimated from it can
 * be compared with the truth. No station measured it.
 *
 * @param firstDay the date of the first day
 * @param weather sun, cloud or rain, day after day
 */
public record DailyWeather(LocalDate firstDay, List<String> weather) {
    /** How the data set {@code daily-weather} was made: {@code generate(2000, Rng.seeded(2002))}. */
    public static final int DAYS = 2000;
    /** See {@link #DAYS}. */
    public static final long SEED = 2002;

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    public DailyWeather {
        weather = List.copyOf(weather);
    }

    /** The chain that the days are drawn from. */
    public static MarkovChain truth() {
        return MarkovChain.parse("""
                       sun  cloud  rain
                sun   0.70   0.25  0.05
                cloud 0.30   0.40  0.30
                rain  0.15   0.45  0.40
                """);
    }

    /** As many days from 1 January 2020 on, the first of them sunny. */
    public static DailyWeather generate(int days, Rng rng) {
        Require.positive(days, "days");
        return new DailyWeather(FIRST_DAY, truth().walk("sun", days - 1, rng).path());
    }

    /** A line a day under the header {@code date,weather}; lines end in a line feed. */
    public String csv() {
        StringBuilder text = new StringBuilder("date,weather\n");
        for (int day = 0; day < weather.size(); day++) {
            text.append(firstDay.plusDays(day)).append(',').append(weather.get(day)).append('\n');
        }
        return text.toString();
    }
}
