package matterbook.potential;

import java.util.Arrays;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** One thread's share of {@link Clustered}: some clusters, and for each the list of places that any of it has in reach. */
abstract class ClusterWorker {
    /** Candidates for the lists are tested by vectors in double precision. */
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int CANDIDATES = SPECIES.length();
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class,
            VectorShape.forBitSize(Integer.SIZE * CANDIDATES));
    private static final DoubleVector NUMBERS = DoubleVector.zero(SPECIES).addIndex(1);

    final double[][] sum;
    double energy;
    double virial;

    final ColumnGrid grid;
    final double cutoffSquared;
    final double rangeSquared;
    final double a;
    final double b;
    final double shift;
    /** Coordinates of the clusters' particles. */
    final double[][] own;
    /** The first cluster of this worker, and the one after its last. */
    final int first;
    final int last;
    /** Where in the list a cluster's stretch begins: entry c is for cluster first + c. */
    final int[] begin;
    int[] list = new int[1024];

    private final double[] energies = new double[CANDIDATES];
    private final double[] virials = new double[CANDIDATES];
    private final GridSearch search;
    private final int lanes;
    private final int size;

    ClusterWorker(PairLaw.TwelveSix law, double cutoff, double listRange, ColumnGrid grid, int lanes, int size,
            int first, int last, double[][] own, double[][] sum) {
        a = law.a();
        b = law.b();
        shift = law.shift();
        cutoffSquared = cutoff * cutoff;
        rangeSquared = listRange * listRange;
        this.grid = grid;
        this.lanes = lanes;
        this.size = size;
        this.first = first;
        this.last = last;
        this.own = own;
        this.sum = sum;
        search = new GridSearch(grid);
        begin = new int[last - first + 1];
    }

    /** Makes the lists. */
    final void build() {
        int n = 0;
        for (int c = first; c < last; c++) {
            begin[c - first] = n;
            int from = c * lanes;
            int members = members(c);
            int stretches = search.stretches(from, from + members);
            for (int s = 0; s < stretches; s++) {
                int room = search.to[s] - search.from[s] + 2 * lanes;
                if (n + room > list.length) {
                    list = Arrays.copyOf(list, 2 * list.length + room);
                }
                n = neighbours(search.from[s], search.to[s], from, members, n);
            }
        }
        begin[last - first] = n;
    }

    /** How many particles a cluster has: all but the last of all are full. */
    final int members(int cluster) {
        return Math.min(lanes, size - cluster * lanes);
    }

    /**
     * Appends to the list at n those of the grid's places k to end - 1 that any of the cluster's members has in reach, but
     * not the members; returns the list's new length.
     */
    private int neighbours(int k, int end, int from, int members, int n) {
        int found = n;
        for (int at = k; at < end; at += CANDIDATES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, grid.sorted[0], at);
            DoubleVector y = DoubleVector.fromArray(SPECIES, grid.sorted[1], at);
            DoubleVector z = DoubleVector.fromArray(SPECIES, grid.sorted[2], at);
            DoubleVector nearest = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
            for (int i = from; i < from + members; i++) {
                DoubleVector dx = x.sub(own[0][i]);
                DoubleVector dy = y.sub(own[1][i]);
                DoubleVector dz = z.sub(own[2][i]);
                nearest = nearest.min(dz.fma(dz, dy.fma(dy, dx.mul(dx))));
            }
            IntVector place = IntVector.fromArray(INTS, grid.member, at);
            VectorMask<Integer> kept = nearest.compare(VectorOperators.LT, rangeSquared).cast(INTS)
                    .and(place.sub(from).compare(VectorOperators.UGE, members));
            if (at + CANDIDATES > end) {
                kept = kept.and(INTS.indexInRange(at, end));
            }
            place.compress(kept).intoArray(list, found);
            found += kept.trueCount();
        }
        return found;
    }

    /** Sets the forces on the particles of this worker's clusters. */
    abstract void forces();

    /**
     * Sums energy and virial in double precision; each pair counts at both of its partners. Lanes are summed one by one at the
     * end: a vector's own sum may take them in another order before Java has compiled it.
     */
    final void measure() {
        Arrays.fill(energies, 0);
        Arrays.fill(virials, 0);
        for (int c = first; c < last; c++) {
            int end = c * lanes + members(c);
            for (int from = c * lanes; from < end; from += CANDIDATES) {
                for (int j = c * lanes; j < end; j++) {
                    measure(from, end, own[0][j], own[1][j], own[2][j], j);
                }
                for (int k = begin[c - first]; k < begin[c - first + 1]; k++) {
                    int j = list[k];
                    measure(from, end, grid.place[0][j], grid.place[1][j], grid.place[2][j], -1);
                }
            }
        }
        energy = Arrays.stream(energies).sum();
        virial = Arrays.stream(virials).sum();
    }

    /**
     * The pairs of particles {@code from} to {@code end - 1}, as many as a vector has, with one place; not particle
     * {@code except}.
     */
    private void measure(int from, int end, double px, double py, double pz, int except) {
        DoubleVector dx = DoubleVector.fromArray(SPECIES, own[0], from).sub(px);
        DoubleVector dy = DoubleVector.fromArray(SPECIES, own[1], from).sub(py);
        DoubleVector dz = DoubleVector.fromArray(SPECIES, own[2], from).sub(pz);
        DoubleVector r2 = dz.fma(dz, dy.fma(dy, dx.mul(dx)));
        VectorMask<Double> near = r2.compare(VectorOperators.LT, cutoffSquared)
                .and(NUMBERS.compare(VectorOperators.LT, end - from))
                .and(NUMBERS.compare(VectorOperators.NE, except - from));
        DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1).div(r2);
        DoubleVector sixth = inverse.mul(inverse).mul(inverse);
        DoubleVector u = sixth.mul(a).add(b).mul(sixth).sub(shift);
        DoubleVector w = sixth.mul(12 * a).add(6 * b).mul(sixth);
        DoubleVector.fromArray(SPECIES, energies, 0).add(u, near).intoArray(energies, 0);
        DoubleVector.fromArray(SPECIES, virials, 0).add(w, near).intoArray(virials, 0);
    }
}
