package matterbook.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which name was meant by one that does not exist. */
public final class Spelling {
    private static final int MOST_SLIPS = 2;

    private Spelling() {}

    /**
     * The known name that is nearest, if it is near: a third of its letters may be wrong, two at most, one of a short
     * name. Letters of any size are the same. None where several are equally near.
     */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        List<String> near = known.stream().distinct().filter(name -> distance(typed, name) <= slips(name))
                .sorted(Comparator.comparingInt(name -> distance(typed, name))).toList();
        return near.size() > 1 && distance(typed, near.get(0)) == distance(typed, near.get(1))
                ? Optional.empty()
                : near.stream().findFirst();
    }

    private static int slips(String name) {
        return Math.clamp(name.length() / 3, 1, MOST_SLIPS);
    }

    /**
     * How many letters must be added, left out, changed or swapped with the next to get from one name to the other
     * (Damerau and Levenshtein; no letter is changed twice).
     */
    static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][];
        for (int i = 0; i <= a.length(); i++) {
            cost[i] = IntStream.rangeClosed(i, i + b.length()).toArray();
            for (int j = 1; i > 0 && j <= b.length(); j++) {
                int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
