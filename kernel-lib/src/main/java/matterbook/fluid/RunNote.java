package matterbook.fluid;

import java.util.Arrays;
import java.util.List;

import matterbook.core.UserError;

/**
 * What a checkpoint of a run remembers besides the particles.
 *
 * @param stage which stage it is in, counted from 0
 * @param trajectoryBytes how long the trajectory was
 * @param seriesBytes how long the series was
 * @param settings the settings of the run
 */
record RunNote(int stage, long trajectoryBytes, long seriesBytes, String settings) {
    String text() {
        return stage + " " + trajectoryBytes + " " + seriesBytes + "\n" + settings;
    }

    static RunNote parse(String text) {
        int end = text.indexOf('\n');
        String[] words = text.substring(0, Math.max(0, end)).split(" ", -1);
        if (words.length != 3 || !Arrays.stream(words).allMatch(word -> word.matches("\\d{1,18}"))) {
            throw new UserError("the checkpoint is not of a run of this command");
        }
        return new RunNote(Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]),
                text.substring(end + 1));
    }

    /** Refuses a run with other settings, and names the first that differs; {@code what} begins the message. */
    void requireSame(String others, String what) {
        if (settings.equals(others)) {
            return;
        }
        List<String> before = settings.lines().toList();
        List<String> now = others.lines().toList();
        int k = 0;
        while (k < before.size() && k < now.size() && before.get(k).equals(now.get(k))) {
            k++;
        }
        throw new UserError(what + " is of another system: it has \""
                + (k < before.size() ? before.get(k) : "nothing more") + "\" where this run has \""
                + (k < now.size() ? now.get(k) : "nothing more") + "\"; give another --out");
    }
}
