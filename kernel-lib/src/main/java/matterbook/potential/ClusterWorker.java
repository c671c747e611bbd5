package matterbook.potential;

import java.util.Arrays;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import matterbook.particles.State;

/** One thread's share of {@link Clustered}: some clusters, and for each the list of places that any of it has in reach. */
abstract class ClusterWorker {
    /** Candidates for the lists are tested by vectors in double precision. */
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int CANDIDATES = SPECIES.length();
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class,
            VectorShape.forBitSize(Integer.SIZE * CANDIDATES));
    private static final DoubleVector NUMBERS = DoubleVector.zero(SPECIES).addIndex(1);

    /** Forces, with room for the lanes of the last cluster that no particle fills. */
    final double[][] sum;
    double energy;
    double virial;

    final ColumnGrid grid;
    final double cutoffSquared;
    final double rangeSquared;
    final double a;
    final double b;
    final double shift;
    /** Coordinates of all places: of the clusters' particles and of those on their lists. */
    final double[][] place;
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
            int first, int last, double[][] sum) {
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
        place = grid.place;
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
                DoubleVector dx = x.sub(place[0][i]);
                DoubleVector dy = y.sub(place[1][i]);
                DoubleVector dz = z.sub(place[2][i]);
                nearest = nearest.min(dz.fma(dz, dy.fma(dy, dx.mul(dx))));
            }
            IntVector number = IntVector.fromArray(INTS, grid.member, at);
            VectorMask<Integer> kept = nearest.compare(VectorOperators.LT, rangeSquared).cast(INTS)
                    .and(number.sub(from).compare(VectorOperators.UGE, members));
            if (at + CANDIDATES > end) {
                kept = kept.and(INTS.indexInRange(at, end));
            }
            number.compress(kept).intoArray(list, found);
            found += kept.trueCount();
        }
        return found;
    }

    /** Sets the forces on the particles of this worker's clusters. */
    final void forces(State state) {
        for (int c = first; c < last; c++) {
            if (grid.dimensions == 2) {
                flat(c * lanes, members(c), begin[c - first], begin[c - first + 1]);
            } else {
                solid(c * lanes, members(c), begin[c - first], begin[c - first + 1]);
            }
        }
        int from = first * lanes;
        int to = Math.min(last * lanes, size);
        for (int axis = 0; axis < grid.dimensions; axis++) {
            System.arraycopy(sum[axis], from, state.force[axis], from, to - from);
        }
    }

    /**
     * Sums the forces on the members of a cluster, places {@code from} to {@code from + members - 1}, by each other and by
     * those on the list from {@code begins} to {@code ends - 1}. Lanes that no member fills hold other places, and what
     * becomes of them does not matter.
     */
    abstract void solid(int from, int members, int begins, int ends);

    /** The same in two dimensions. */
    abstract void flat(int from, int members, int begins, int ends);

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
                    measure(from, end, place[0][j], place[1][j], place[2][j], j);
                }
                for (int k = begin[c - first]; k < begin[c - first + 1]; k++) {
                    int j = list[k];
                    measure(from, end, place[0][j], place[1][j], place[2][j], -1);
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
        DoubleVector dx = DoubleVector.fromArray(SPECIES, place[0], from).sub(px);
        DoubleVector dy = DoubleVector.fromArray(SPECIES, place[1], from).sub(py);
        DoubleVector dz = DoubleVector.fromArray(SPECIES, place[2], from).sub(pz);
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
