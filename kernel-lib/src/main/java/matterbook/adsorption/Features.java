package matterbook.adsorption;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Require;

/**
 * Where a guest is, in numbers that do not change when guest and framework move together, when the guest moves by a lattice
 * vector or a symmetry operation of the framework, or when two of its atoms of one type change places: functions of the
 * smallest distances of each pair of types. {@link PlainFeatures} is to be read, {@link VoxelFeatures} is fast; both give the
 * same.
 */
public interface Features {
    /** Which functions, and of how many distances. */
    FeatureSet set();

    /** The pairs of types. */
    AtomPairs pairs();

    /**
     * Writes the smallest distances, in angstrom: pair by pair, ascending; the atoms of one type of the guest share theirs.
     *
     * @param sites x, y, z of the guest's first site, of its second, and so on
     * @param target of {@link #distanceCount()} numbers
     */
    void distances(double[] sites, double[] target);

    /**
     * Writes the features: term by term, in each pair by pair, in each distance by distance.
     *
     * @param sites x, y, z of the guest's first site, of its second, and so on
     * @param target of {@link #size()} numbers
     */
    void of(double[] sites, double[] target);

    /** How many distances there are. */
    default int distanceCount() {
        return pairs().size() * set().nearest();
    }

    /** How many features there are. */
    default int size() {
        return distanceCount() * set().terms().size();
    }

    /** The features of one guest. */
    default double[] of(double[] sites) {
        double[] features = new double[size()];
        of(sites, features);
        return features;
    }

    /** {@code exp C-Mg 1}, {@code exp C-Mg 2}, ... */
    default List<String> names() {
        List<String> names = new ArrayList<>();
        for (DistanceTerm term : set().terms()) {
            for (String pair : pairs().names()) {
                for (int k = 1; k <= set().nearest(); k++) {
                    names.add(term + " " + pair + " " + k);
                }
            }
        }
        return names;
    }

    /** Refuses the sites of another guest. */
    static void requireSites(double[] sites, AtomPairs pairs) {
        Require.that(sites.length == 3 * pairs.sites(),
                "three coordinates for each of " + pairs.sites() + " sites are wanted, not " + sites.length);
    }
}
