package matterbook.adsorption;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import matterbook.core.Require;
import matterbook.core.UserError;

/**
 * Which numbers tell a model where a guest is: for each pair of a guest's and a framework's type of atom the smallest
 * distances, and of each some functions.
 *
 * @param terms the functions, each once
 * @param nearest how many of the smallest distances of a pair
 */
public record FeatureSet(List<DistanceTerm> terms, int nearest) {
    private static final int PUBLISHED_NEAREST = 4;

    public FeatureSet {
        terms = List.copyOf(terms);
        Require.that(!terms.isEmpty(), "at least one term of a distance is needed");
        Require.that(terms.stream().distinct().count() == terms.size(), "the terms " + terms + " have one twice");
        Require.positive(nearest, "the number of distances of a pair");
    }

    /** e<sup>-r</sup>, r<sup>-1</sup>, r<sup>-4</sup>, r<sup>-6</sup>, r<sup>-8</sup> and r<sup>-10</sup> of four distances. */
    public static FeatureSet published() {
        return new FeatureSet(List.of(DistanceTerm.EXP, DistanceTerm.R1, DistanceTerm.R4, DistanceTerm.R6,
                DistanceTerm.R8, DistanceTerm.R10), PUBLISHED_NEAREST);
    }

    /**
     * These terms of four distances.
     *
     * @param terms their names with commas: {@code exp,r-1,r-4}
     * @throws UserError if there is no such term
     */
    public static FeatureSet of(String terms) {
        List<DistanceTerm> named = Arrays.stream(terms.split(",", -1)).map(String::strip).map(DistanceTerm::named)
                .toList();
        return new FeatureSet(named, PUBLISHED_NEAREST);
    }

    /** The same of so many distances. */
    public FeatureSet withNearest(int distances) {
        return new FeatureSet(terms, distances);
    }

    /** One line: {@code exp, r-1, r-4 of the 4 smallest distances}. */
    @Override
    public String toString() {
        return terms.stream().map(DistanceTerm::toString).collect(Collectors.joining(", ")) + " of the " + nearest
                + " smallest distances";
    }
}
