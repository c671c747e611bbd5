package matterbook.mc;

import java.util.Arrays;

import matterbook.core.Stop;
import matterbook.potential.CutPotential;
import matterbook.potential.PairLaw;

/**
 * Each particle with those on its list. The squares of the distances within the cut-off are packed into a buffer without a
 * branch that could be guessed wrong, and summed up from there.
 */
final class NearPairs implements PairSums {
    private static final double SKIN = 0.7;
    private static final int STEPS_A_CHECK = 256;

    private final Places places;
    private final CutPotential potential;
    private final PairLaw law;
    private final NearLists lists;
    private final double limit;
    private final double width;
    private final double height;
    private final double depth;
    private final double perWidth;
    private final double perHeight;
    private final double perDepth;
    private int[] candidates;
    private double[] squares;
    private double[] forces = new double[0];

    NearPairs(Places places, CutPotential potential) {
        this.places = places;
        this.potential = potential;
        law = PairLaw.of(potential);
        double reach = PairSums.reach(potential) * places.largestDiameter();
        double skin = Math.min(SKIN, reach);
        lists = new NearLists(places, reach + skin, skin);
        limit = potential.cutoff() * potential.cutoff();
        width = places.box.width();
        height = places.box.height();
        depth = places.box.depth();
        perWidth = 1 / width;
        perHeight = 1 / height;
        perDepth = depth == 0 ? 0 : 1 / depth;
        candidates = new int[places.x.length + 1];
        squares = new double[places.x.length + 1];
    }

    @Override
    public double energyAt(int i, double px, double py, double pz) {
        int n;
        if (i != NOBODY && lists.serves(i, px, py, pz)) {
            n = pack(i, px, py, pz, lists.array(), lists.begin(i), lists.end(i), limit);
        } else {
            n = pack(i, px, py, pz, candidates, 0, lists.around(i, px, py, pz, candidates), limit);
        }
        return law.energy(squares, n);
    }

    @Override
    public double change(int i, double px, double py, double pz) {
        return energyAt(i, px, py, pz) - energyAt(i, places.x[i], places.y[i], places.z[i]);
    }

    @Override
    public void moved(int i) {
        lists.moved(i);
    }

    @Override
    public void added() {
        if (places.x.length >= candidates.length) {
            candidates = new int[places.x.length + 1];
            squares = new double[places.x.length + 1];
        }
        lists.added();
    }

    @Override
    public void leaving(int i) {
        lists.leaving(i);
    }

    @Override
    public Totals totals(double temperature) {
        double energy = 0;
        double virial = 0;
        boolean hard = PairSums.isHard(potential);
        for (int i = 0; i < places.size; i++) {
            if (i % STEPS_A_CHECK == 0) {
                Stop.check();
            }
            int below = below(i);
            int n = pack(i, places.x[i], places.y[i], places.z[i], candidates, 0, below, limit);
            energy += law.energy(squares, n);
            virial += hard ? temperature * contacts(i, below) : virial(n);
        }
        return new Totals(energy, virial);
    }

    /** Copies those of i's list that have smaller numbers, so that a pair counts once. */
    private int below(int i) {
        int[] array = lists.array();
        int end = lists.end(i);
        int n = 0;
        for (int k = lists.begin(i); k < end; k++) {
            candidates[n] = array[k];
            n += array[k] < i ? 1 : 0;
        }
        return n;
    }

    private double virial(int n) {
        if (forces.length < n) {
            forces = new double[squares.length];
        }
        law.forces(squares, forces, n);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += forces[k] * squares[k];
        }
        return sum;
    }

    private double contacts(int i, int below) {
        double farthest = 1 + HardDisks.GAP;
        int n = pack(i, places.x[i], places.y[i], places.z[i], candidates, 0, below, farthest * farthest);
        ContactKernel kernel = new ContactKernel(HardDisks.GAP);
        return Arrays.stream(squares, 0, n).map(squared -> kernel.weight(Math.sqrt(squared) - 1)).sum();
    }

    /** Packs the squared distances, in mean diameters, from a place to those of these particles that are within the limit. */
    private int pack(int i, double px, double py, double pz, int[] ids, int from, int to, double within) {
        if (places.diameter.length > 0) {
            return packSized(i, px, py, pz, ids, from, to, within);
        }
        return depth == 0
                ? packFlat(px, py, ids, from, to, within)
                : packDeep(px, py, pz, ids, from, to, within);
    }

    private int packFlat(double px, double py, int[] ids, int from, int to, double within) {
        double[] x = places.x;
        double[] y = places.y;
        double[] out = squares;
        int n = 0;
        for (int k = from; k < to; k++) {
            double dx = px - x[ids[k]];
            double dy = py - y[ids[k]];
            dx -= width * Math.rint(dx * perWidth);
            dy -= height * Math.rint(dy * perHeight);
            double squared = dx * dx + dy * dy;
            out[n] = squared;
            // the sign bit: 1 if within
            n += (int) (Double.doubleToRawLongBits(squared - within) >>> 63);
        }
        return n;
    }

    private int packDeep(double px, double py, double pz, int[] ids, int from, int to, double within) {
        double[] x = places.x;
        double[] y = places.y;
        double[] z = places.z;
        double[] out = squares;
        int n = 0;
        for (int k = from; k < to; k++) {
            double dx = px - x[ids[k]];
            double dy = py - y[ids[k]];
            double dz = pz - z[ids[k]];
            dx -= width * Math.rint(dx * perWidth);
            dy -= height * Math.rint(dy * perHeight);
            dz -= depth * Math.rint(dz * perDepth);
            double squared = dx * dx + dy * dy + dz * dz;
            out[n] = squared;
            n += (int) (Double.doubleToRawLongBits(squared - within) >>> 63);
        }
        return n;
    }

    private int packSized(int i, double px, double py, double pz, int[] ids, int from, int to, double within) {
        int n = 0;
        for (int k = from; k < to; k++) {
            double size = places.diameter(i, ids[k]);
            squares[n] = places.distanceSquared(ids[k], px, py, pz) / (size * size);
            n += squares[n] < within ? 1 : 0;
        }
        return n;
    }
}
