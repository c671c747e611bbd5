package matterbook.neurons;

import java.util.List;
import java.util.Locale;

import matterbook.core.Digits;
import matterbook.nn.Adam;
import matterbook.nn.Loss;
import matterbook.nn.Network;
import matterbook.nn.Sgd;
import matterbook.reproduce.FindingsTable;

/** What the studies of spirals and rings have in common: ways to learn and the table of trials. */
final class Recipes {
    /** The rates among which each network may choose. */
    static final List<Adam> RATES = List.of(new Adam(0.01), new Adam(0.03), new Adam(0.1));
    static final int BUDGET = 2000;
    private static final List<String> COLUMNS = List.of("network", "parameters", "rate", "starts that solve it",
            "iterations: median (quarters)", "points right (median)");

    private Recipes() {}

    static Recipe secondOrder(int... widths) {
        return modern("second order " + Networks.name(widths), Networks.quadratic(widths));
    }

    static Recipe firstOrder(int... widths) {
        return modern("first order " + Networks.name(widths), Networks.firstOrder(widths));
    }

    static Recipe modern(String name, Network network) {
        return new Recipe(name, network, Loss.BINARY_CROSS_ENTROPY, RATES.getFirst(), BUDGET);
    }

    /**
     * Plain descent of E (eqs 2, 5 and 12) with this step length for so many points: half the sum of squares has half of
     * {@code points} times the gradient of their mean.
     */
    static Sgd plain(double eta, int points) {
        return new Sgd(eta * points / 2);
    }

    static List<Sgd> plain(int points) {
        return List.of(plain(0.01, points), plain(0.03, points), plain(0.1, points));
    }

    /** A row a trial. */
    static FindingsTable table(String caption, List<Trial> trials) {
        return new FindingsTable(caption, COLUMNS, trials.stream().map(Recipes::row).toList());
    }

    private static List<String> row(Trial trial) {
        Recipe recipe = trial.recipe();
        return List.of(recipe.name(), String.format(Locale.ROOT, "%d", recipe.network().parameterCount()),
                rate(recipe, trial.attempts().getFirst().points()), trial.solved().toString(),
                trial.spread(), Digits.shortest(trial.right(), 4) + " of " + trial.attempts().getFirst().points());
    }

    /** For E (eq. 2) that of {@link #plain}. */
    private static String rate(Recipe recipe, int points) {
        double rate = recipe.optimiser().rate();
        return Digits.of(recipe.loss() == Loss.MEAN_SQUARED_ERROR ? 2 * rate / points : rate, 3);
    }
}
