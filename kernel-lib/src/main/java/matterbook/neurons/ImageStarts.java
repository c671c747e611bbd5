package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import matterbook.core.Progress;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.reproduce.Memory;

/**
 * Tries networks for images from random starts, each start with phantoms of its own. The starts that count have seeds 1, 2,
 * ...; each network learns at the rates that did best from other seeds.
 *
 * @param starts how many count
 * @param memory where finished starts are kept
 */
record ImageStarts(Task task, int starts, Memory memory) {
    /** The starts that choose the rates. */
    static final int TRIALS = 5;
    private static final long FIRST_OTHER_SEED = 1_000_001;

    ImageStarts {
        Require.that(starts >= 2, "an interval needs at least 2 starts, not " + starts);
    }

    /** What a network is to do. */
    interface Task {
        /** One word. */
        String name();

        /** A checksum of all samples of this start. */
        String data(long seed);

        /** How many numbers {@link #attempt} finds. */
        int numbers();

        /** Learns from one start and finds how well; the greater the first number, the better. */
        double[] attempt(ImageWay way, long seed);
    }

    /**
     * How a network did at its best rates.
     *
     * @param found of each start, what {@link Task#attempt} found
     */
    record Result(ImageWay way, List<double[]> found) {
        /** A number of every start. */
        double[] numbers(int index) {
            return found.stream().mapToDouble(numbers -> numbers[index]).toArray();
        }

        String name() {
            return way.network().name();
        }

        String parameters() {
            return String.valueOf(way.network().parameterCount());
        }
    }

    /** The network from all starts, at the rates that did best from others. */
    Result of(ImageNetwork network) {
        List<ImageWay> ways = network.ways();
        int trials = Math.min(starts, TRIALS);
        try (Progress progress = Progress.start(network.name(), (long) ways.size() * trials + starts)) {
            List<Result> others = new ArrayList<>();
            for (ImageWay way : ways) {
                others.add(tried(way, FIRST_OTHER_SEED, trials, progress));
            }
            ImageWay best = others.stream().max(Comparator.comparingDouble(ImageStarts::score)).orElseThrow().way();
            return tried(best, 1, starts, progress);
        }
    }

    private static double score(Result result) {
        double sum = 0;
        for (double[] numbers : result.found()) {
            sum += numbers[0];
        }
        return sum;
    }

    private Result tried(ImageWay way, long firstSeed, int number, Progress progress) {
        List<double[]> found = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + number; seed++) {
            Stop.check();
            long start = seed;
            String key = task.name() + " " + way.key() + " on " + task.data(seed) + " seed " + seed;
            found.add(memory.remember(key, () -> attempt(way, start), Function.identity(), this::checked));
            progress.step();
        }
        return new Result(way, found);
    }

    /** Numbers of a start that were kept. */
    private double[] checked(double[] numbers) {
        Require.that(numbers.length == task.numbers() && Arrays.stream(numbers).allMatch(Double::isFinite),
                "other numbers are wanted");
        return numbers;
    }

    /** A rate at which weights grow beyond all bounds is a bad one, no reason to end the study. */
    private double[] attempt(ImageWay way, long seed) {
        try {
            return task.attempt(way, seed);
        } catch (UserError diverged) {
            return new double[task.numbers()];
        }
    }
}
