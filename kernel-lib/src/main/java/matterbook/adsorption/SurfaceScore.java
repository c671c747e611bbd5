package matterbook.adsorption;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import matterbook.core.Digits;
import matterbook.core.UserError;
import matterbook.regression.Score;

/**
 * How far the energies of a surface lie from those that configurations have, counting those configurations alone whose own
 * energy is below a bound: how much of an overlap an overlap is does not matter.
 *
 * @param error RMSE and MAE in kJ/mol, R², of those that the surface does not find to overlap
 * @param count how many these are
 * @param overlaps how many below the bound the surface finds to overlap
 * @param below the bound in kJ/mol
 */
public record SurfaceScore(Score error, int count, int overlaps, double below) {
    private static final int PIECE = 4096;

    /**
     * Of a surface on these configurations.
     *
     * @throws UserError if they are of another guest or framework, or none is left to count
     */
    public static SurfaceScore of(EnergySurface surface, Configurations data, double below) {
        return of(data.energies(), energies(surface, data), below);
    }

    /** Of energies that were predicted for others, all in kJ/mol. */
    public static SurfaceScore of(double[] truth, double[] predicted, double below) {
        int[] low = IntStream.range(0, truth.length).filter(i -> truth[i] < below).toArray();
        int[] counted = Arrays.stream(low).filter(i -> Double.isFinite(predicted[i])).toArray();
        if (counted.length == 0) {
            throw new UserError("of " + truth.length + " configurations none below " + Digits.shortest(below, 6)
                    + " kJ/mol has a predicted energy: there is nothing to score");
        }
        Score score = Score.of(Arrays.stream(counted).mapToDouble(i -> truth[i]).toArray(),
                Arrays.stream(counted).mapToDouble(i -> predicted[i]).toArray());
        return new SurfaceScore(score, counted.length, low.length - counted.length, below);
    }

    /**
     * The energies of all configurations by a surface, in kJ/mol, many at once; infinite where it finds an overlap.
     *
     * @throws UserError if they are of another guest or framework
     */
    public static double[] energies(EnergySurface surface, Configurations data) {
        data.require(surface.guest());
        data.framework().require(surface.framework(), "this set of configurations");
        double[] found = new double[data.size()];
        double[] part = new double[PIECE];
        for (int from = 0; from < found.length; from += PIECE) {
            int end = Math.min(found.length, from + PIECE);
            double[][] sites = IntStream.range(from, end).mapToObj(data::sites).toArray(double[][]::new);
            surface.kjPerMol(sites, part);
            System.arraycopy(part, 0, found, from, end - from);
        }
        return found;
    }

    /** One line: {@code RMSE 1.2, MAE 0.7, R² 0.99 (kJ/mol) of 9200 configurations below 10 kJ/mol; 3 more found to overlap}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (kJ/mol) of %d configurations below %s kJ/mol; %d more found to overlap",
                error, count, Digits.shortest(below, 6), overlaps);
    }
}
