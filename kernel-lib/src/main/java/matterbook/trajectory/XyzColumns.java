package matterbook.trajectory;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where the columns of interest begin, counted from 0; -1 for those that are not there.
 *
 * @param total how many columns a line has at least
 */
record XyzColumns(int total, int position, int velocity, int radius) {
    /** A name and three coordinates. */
    static final XyzColumns PLAIN = new XyzColumns(4, 1, -1, -1);

    /** Reads {@code species:S:1:pos:R:3:velo:R:3}: name, type and number of columns, again and again. */
    static XyzColumns parse(String properties, XyzPlace place) {
        String[] words = properties.split(":", -1);
        if (words.length % 3 != 0) {
            throw broken(properties, place);
        }
        int at = 0;
        int position = -1;
        int velocity = -1;
        int radius = -1;
        for (int k = 0; k < words.length; k += 3) {
            Integer count = count(words[k + 2]);
            if (count == null || !words[k + 1].matches("[RSIL]")) {
                throw broken(properties, place);
            }
            String kind = words[k].toLowerCase(Locale.ROOT) + ":" + words[k + 1] + ":" + count;
            switch (kind) {
                case "pos:R:3", "position:R:3" -> position = at;
                case "velo:R:3", "vel:R:3", "velocity:R:3", "velocities:R:3" -> velocity = at;
                case "radius:R:1" -> radius = at;
                default -> {
                    // columns of other programs
                }
            }
            at += count;
        }
        if (position < 0) {
            throw place.wrong("Properties=" + XyzPlace.brief(properties) + " names no positions (pos:R:3)");
        }
        return new XyzColumns(at, position, velocity, radius);
    }

    private static @Nullable Integer count(String word) {
        return word.matches("[1-9]\\d?") ? Integer.valueOf(word) : null;
    }

    private static RuntimeException broken(String properties, XyzPlace place) {
        return place.wrong("Properties=" + XyzPlace.brief(properties)
                + " must be names, types and numbers of columns, such as species:S:1:pos:R:3:velo:R:3");
    }
}
