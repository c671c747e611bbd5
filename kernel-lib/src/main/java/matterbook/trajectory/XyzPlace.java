package matterbook.trajectory;

import matterbook.core.UserError;

/** A line of a file, to say what is wrong there. */
record XyzPlace(String file, long line) {
    private static final int LONGEST = 40;

    UserError wrong(String what) {
        return new UserError(file + ": line " + line + ": " + what);
    }

    /** The number that stands here, finite. */
    double number(String text, String name) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw wrong(name + " must be a number, not \"" + brief(text) + "\"");
        }
        if (!Double.isFinite(value)) {
            throw wrong(name + " must be a finite number, not " + brief(text));
        }
        return value;
    }

    /** So many numbers, separated by spaces. */
    double[] numbers(String text, String name, int count) {
        String[] words = text.trim().split("[\\s,]+", -1);
        if (words.length != count) {
            throw wrong(name + " needs " + count + " numbers, not \"" + brief(text) + "\"");
        }
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = number(words[k], name);
        }
        return values;
    }

    /** A text as it can stand in a message. */
    static String brief(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
