package matterbook.crystal;

import java.util.Arrays;
import java.util.Locale;

import matterbook.core.Digits;
import matterbook.core.UserError;
import matterbook.particles.UnitCell;

/**
 * What takes a crystal to itself, on fractional coordinates: f' = W f + w, with whole numbers in the matrix W. Written as in
 * the International Tables: {@code -y+1/3,x-y,z+2/3}.
 */
public final class SymmetryOperation {
    /** The operation that changes nothing. */
    public static final SymmetryOperation IDENTITY = parse("x,y,z");

    private static final String AXES = "xyz";
    private static final int LARGEST_DENOMINATOR = 24;

    private final int[][] rotation;
    private final double[] translation;

    private SymmetryOperation(int[][] rotation, double[] translation) {
        this.rotation = rotation;
        this.translation = translation;
    }

    /**
     * Reads {@code x,y,z}, {@code 1/3-y, x-y, Z+.5} and the like.
     *
     * @throws UserError if it is no such text, or its matrix takes no crystal to itself
     */
    public static SymmetryOperation parse(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "").split(",", -1);
        if (parts.length != 3) {
            throw broken(text);
        }
        int[][] rotation = new int[3][3];
        double[] translation = new double[3];
        for (int row = 0; row < 3; row++) {
            if (parts[row].isEmpty()) {
                throw broken(text);
            }
            // each term with its sign
            for (String term : parts[row].split("(?=[+-])", -1)) {
                add(term, rotation[row], translation, row, text);
            }
        }
        if (Math.abs(determinant(rotation)) != 1) {
            throw new UserError("\"" + text.strip() + "\" is no symmetry operation: its determinant is "
                    + determinant(rotation) + ", not 1 or -1");
        }
        return new SymmetryOperation(rotation, translation);
    }

    private static void add(String term, int[] rotation, double[] translation, int row, String text) {
        int sign = term.startsWith("-") ? -1 : 1;
        String rest = term.startsWith("-") || term.startsWith("+") ? term.substring(1) : term;
        int axis = rest.length() == 1 ? AXES.indexOf(rest) : -1;
        if (axis >= 0) {
            rotation[axis] += sign;
        } else if (rest.matches("\\d{1,2}/\\d{1,2}")) {
            String[] words = rest.split("/", -1);
            int denominator = Integer.parseInt(words[1]);
            if (denominator == 0) {
                throw broken(text);
            }
            translation[row] += sign * (double) Integer.parseInt(words[0]) / denominator;
        } else if (rest.matches("\\d+\\.?\\d*|\\.\\d+")) {
            translation[row] += sign * Double.parseDouble(rest);
        } else {
            throw broken(text);
        }
    }

    private static UserError broken(String text) {
        return new UserError("\"" + text.strip() + "\" is no symmetry operation; one reads like \"-y+1/3,x-y,z+2/3\"");
    }

    private static int determinant(int[][] w) {
        return w[0][0] * (w[1][1] * w[2][2] - w[1][2] * w[2][1]) - w[0][1] * (w[1][0] * w[2][2] - w[1][2] * w[2][0])
                + w[0][2] * (w[1][0] * w[2][1] - w[1][1] * w[2][0]);
    }

    /** Where it takes these fractional coordinates, wrapped into [0, 1). */
    public double[] apply(double... f) {
        double[] moved = new double[3];
        for (int row = 0; row < 3; row++) {
            moved[row] = UnitCell.fraction(
                    rotation[row][0] * f[0] + rotation[row][1] * f[1] + rotation[row][2] * f[2] + translation[row]);
        }
        return moved;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetryOperation operation && Arrays.deepEquals(rotation, operation.rotation)
                && Arrays.equals(translation, operation.translation);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(rotation) + Arrays.hashCode(translation);
    }

    /** As it is written: {@code -y+1/3,x-y,z}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            StringBuilder part = new StringBuilder();
            for (int axis = 0; axis < 3; axis++) {
                int times = rotation[row][axis];
                part.append(((times < 0 ? "-" : "+") + AXES.charAt(axis)).repeat(Math.abs(times)));
            }
            if (translation[row] != 0) {
                part.append(translation[row] < 0 ? "-" : "+").append(ratio(Math.abs(translation[row])));
            }
            text.append(row == 0 ? "" : ",").append(part.charAt(0) == '+' ? part.substring(1) : part);
        }
        return text.toString();
    }

    private static String ratio(double value) {
        for (int denominator = 2; denominator <= LARGEST_DENOMINATOR; denominator++) {
            double numerator = Math.rint(value * denominator);
            if (Math.abs(numerator - value * denominator) < 1e-9) {
                return (int) numerator % denominator == 0
                        ? Integer.toString((int) numerator / denominator)
                        : (int) numerator + "/" + denominator;
            }
        }
        return Digits.shortest(value, 6);
    }
}
