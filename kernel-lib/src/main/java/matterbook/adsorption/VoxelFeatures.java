package matterbook.adsorption;

import java.util.Arrays;

import matterbook.particles.UnitCell;

/**
 * Features, fast: only the atoms that can be among the nearest of their type are measured, and each term is one loop over all
 * distances. It equals {@link PlainFeatures} to 1e-9 of each feature.
 *
 * <p>One belongs to one thread: it keeps its working arrays. {@link #another} shares all else.
 */
public final class VoxelFeatures implements Features {
    private static final double VOXEL = 0.65;
    /** Below, the series of {@link #exponentials} is good to 1e-7, at the distances of lists to 1e-10. */
    private static final double SERIES_END = 32;

    private final FeatureSet set;
    private final AtomPairs pairs;
    private final int nearest;
    private final NearestLists lists;
    private final UnitCell cell;
    private final double[] reciprocal = new double[9];
    private final double[] edges = new double[9];
    /** x, y, z of each image. */
    private final double[] atoms;
    private final double[] squared;
    private final double[] distance;
    private final double[] inverse;

    public VoxelFeatures(Framework framework, Guest guest, FeatureSet set) {
        this(set, AtomPairs.of(guest, framework), new NearestLists(framework, set.nearest(), VOXEL),
                framework.cell());
    }

    private VoxelFeatures(FeatureSet set, AtomPairs pairs, NearestLists lists, UnitCell cell) {
        this.set = set;
        this.pairs = pairs;
        this.lists = lists;
        this.cell = cell;
        nearest = set.nearest();
        FrameworkImages images = lists.images();
        atoms = new double[3 * images.size()];
        for (int n = 0; n < images.size(); n++) {
            atoms[3 * n] = images.x(n);
            atoms[3 * n + 1] = images.y(n);
            atoms[3 * n + 2] = images.z(n);
        }
        for (int k = 0; k < 3; k++) {
            System.arraycopy(cell.reciprocal(k), 0, reciprocal, 3 * k, 3);
            System.arraycopy(cell.edge(k), 0, edges, 3 * k, 3);
        }
        squared = new double[pairs.size() * nearest];
        distance = new double[squared.length];
        inverse = new double[squared.length];
    }

    /** The same for another thread. */
    public VoxelFeatures another() {
        return new VoxelFeatures(set, pairs, lists, cell);
    }

    @Override
    public FeatureSet set() {
        return set;
    }

    @Override
    public AtomPairs pairs() {
        return pairs;
    }

    @Override
    public void distances(double[] sites, double[] target) {
        search(sites);
        for (int i = 0; i < squared.length; i++) {
            target[i] = Math.sqrt(squared[i]);
        }
    }

    private void search(double[] sites) {
        Features.requireSites(sites, pairs);
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
        for (int s = 0; s < pairs.sites(); s++) {
            if (pairs.isAtom(s)) {
                search(s, sites[3 * s], sites[3 * s + 1], sites[3 * s + 2]);
            }
        }
    }

    private void search(int site, double x, double y, double z) {
        double f0 = UnitCell.fraction(reciprocal[0] * x + reciprocal[1] * y + reciprocal[2] * z);
        double f1 = UnitCell.fraction(reciprocal[3] * x + reciprocal[4] * y + reciprocal[5] * z);
        double f2 = UnitCell.fraction(reciprocal[6] * x + reciprocal[7] * y + reciprocal[8] * z);
        double wx = f0 * edges[0] + f1 * edges[3] + f2 * edges[6];
        double wy = f0 * edges[1] + f1 * edges[4] + f2 * edges[7];
        double wz = f0 * edges[2] + f1 * edges[5] + f2 * edges[8];
        int first = lists.first(f0, f1, f2);
        for (int type = 0; type < pairs.hosts(); type++) {
            int least = pairs.pair(site, type) * nearest;
            int end = lists.end(first + type);
            for (int at = lists.start(first + type); at < end; at++) {
                int atom = 3 * lists.image(at);
                double dx = atoms[atom] - wx;
                double dy = atoms[atom + 1] - wy;
                double dz = atoms[atom + 2] - wz;
                offer(dx * dx + dy * dy + dz * dz, least);
            }
        }
    }

    /** Keeps the least few squares from {@code least} on ascending. */
    private void offer(double square, int least) {
        int place = least + nearest - 1;
        if (square < squared[place]) {
            while (place > least && squared[place - 1] > square) {
                squared[place] = squared[place - 1];
                place--;
            }
            squared[place] = square;
        }
    }

    @Override
    public void of(double[] sites, double[] target) {
        search(sites);
        int count = squared.length;
        double greatest = 0;
        for (int i = 0; i < count; i++) {
            inverse[i] = 1 / squared[i];
            distance[i] = Math.sqrt(squared[i]);
            greatest = Math.max(greatest, squared[i]);
        }
        boolean series = greatest < SERIES_END * SERIES_END;
        for (int term = 0; term < set.terms().size(); term++) {
            int at = term * count;
            switch (set.terms().get(term)) {
                case EXP -> exponentials(series, target, at);
                case R1 -> inverses(target, at);
                case R4 -> fourth(target, at);
                case R6 -> sixth(target, at);
                case R8 -> eighth(target, at);
                case R10 -> tenth(target, at);
                case R -> System.arraycopy(distance, 0, target, at, count);
            }
        }
    }

    /** e<sup>-r</sup> = (e<sup>-r/32</sup>)<sup>32</sup>, by eleven terms of the series: a loop without branches. */
    private void exponentials(boolean series, double[] target, int at) {
        if (!series) {
            for (int i = 0; i < distance.length; i++) {
                target[at + i] = Math.exp(-distance[i]);
            }
            return;
        }
        for (int i = 0; i < distance.length; i++) {
            double x = distance[i] * (-1.0 / 32);
            double y = 1 + x / 11;
            y = 1 + x * (1.0 / 10) * y;
            y = 1 + x * (1.0 / 9) * y;
            y = 1 + x * (1.0 / 8) * y;
            y = 1 + x * (1.0 / 7) * y;
            y = 1 + x * (1.0 / 6) * y;
            y = 1 + x * (1.0 / 5) * y;
            y = 1 + x * (1.0 / 4) * y;
            y = 1 + x * (1.0 / 3) * y;
            y = 1 + x * (1.0 / 2) * y;
            y = 1 + x * y;
            y *= y;
            y *= y;
            y *= y;
            y *= y;
            target[at + i] = y * y;
        }
    }

    private void inverses(double[] target, int at) {
        for (int i = 0; i < inverse.length; i++) {
            target[at + i] = distance[i] * inverse[i];
        }
    }

    private void fourth(double[] target, int at) {
        for (int i = 0; i < inverse.length; i++) {
            double s = inverse[i];
            target[at + i] = s * s;
        }
    }

    private void sixth(double[] target, int at) {
        for (int i = 0; i < inverse.length; i++) {
            double s = inverse[i];
            target[at + i] = s * s * s;
        }
    }

    private void eighth(double[] target, int at) {
        for (int i = 0; i < inverse.length; i++) {
            double s = inverse[i] * inverse[i];
            target[at + i] = s * s;
        }
    }

    private void tenth(double[] target, int at) {
        for (int i = 0; i < inverse.length; i++) {
            double s = inverse[i] * inverse[i];
            target[at + i] = s * s * inverse[i];
        }
    }

    /** How many atoms are measured for a place, on average. */
    public double meanCandidates() {
        return lists.meanLength();
    }
}
