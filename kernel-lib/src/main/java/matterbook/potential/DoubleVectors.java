package matterbook.potential;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Clusters in double precision. */
final class DoubleVectors extends ClusterWorker {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private static final DoubleVector NUMBERS = DoubleVector.zero(SPECIES).addIndex(1);
    private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1);
    /** Stands for the square of a distance beyond the cut-off: its powers vanish beside any force, and do not underflow. */
    private static final DoubleVector FAR = DoubleVector.broadcast(SPECIES, 1e30);

    DoubleVectors(PairLaw.TwelveSix law, double cutoff, double listRange, ColumnGrid grid, int size, int first,
            int last, double[][] sum) {
        super(law, cutoff, listRange, grid, LANES, size, first, last, sum);
    }

    @Override
    void solid(int from, int members, int begins, int ends) {
        double[] px = place[0];
        double[] py = place[1];
        double[] pz = place[2];
        DoubleVector x = DoubleVector.fromArray(SPECIES, place[0], from);
        DoubleVector y = DoubleVector.fromArray(SPECIES, place[1], from);
        DoubleVector z = DoubleVector.fromArray(SPECIES, place[2], from);
        DoubleVector fx = DoubleVector.zero(SPECIES);
        DoubleVector fy = DoubleVector.zero(SPECIES);
        DoubleVector fz = DoubleVector.zero(SPECIES);
        DoubleVector a12 = DoubleVector.broadcast(SPECIES, 12 * a);
        DoubleVector b6 = DoubleVector.broadcast(SPECIES, 6 * b);
        for (int j = 0; j < members; j++) {
            DoubleVector dx = x.sub(place[0][from + j]);
            DoubleVector dy = y.sub(place[1][from + j]);
            DoubleVector dz = z.sub(place[2][from + j]);
            DoubleVector r2 = dz.fma(dz, dy.fma(dy, dx.mul(dx)));
            VectorMask<Double> near = r2.compare(VectorOperators.LT, cutoffSquared)
                    .and(NUMBERS.compare(VectorOperators.NE, j));
            DoubleVector f = forceOverDistance(FAR.blend(r2, near), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
            fz = f.fma(dz, fz);
        }
        for (int k = begins; k < ends; k++) {
            int j = list[k];
            DoubleVector dx = x.sub(px[j]);
            DoubleVector dy = y.sub(py[j]);
            DoubleVector dz = z.sub(pz[j]);
            DoubleVector r2 = dz.fma(dz, dy.fma(dy, dx.mul(dx)));
            VectorMask<Double> near = r2.compare(VectorOperators.LT, cutoffSquared);
            DoubleVector f = forceOverDistance(FAR.blend(r2, near), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
            fz = f.fma(dz, fz);
        }
        fx.intoArray(sum[0], from);
        fy.intoArray(sum[1], from);
        fz.intoArray(sum[2], from);
    }

    @Override
    void flat(int from, int members, int begins, int ends) {
        double[] px = place[0];
        double[] py = place[1];
        DoubleVector x = DoubleVector.fromArray(SPECIES, place[0], from);
        DoubleVector y = DoubleVector.fromArray(SPECIES, place[1], from);
        DoubleVector fx = DoubleVector.zero(SPECIES);
        DoubleVector fy = DoubleVector.zero(SPECIES);
        DoubleVector a12 = DoubleVector.broadcast(SPECIES, 12 * a);
        DoubleVector b6 = DoubleVector.broadcast(SPECIES, 6 * b);
        for (int j = 0; j < members; j++) {
            DoubleVector dx = x.sub(place[0][from + j]);
            DoubleVector dy = y.sub(place[1][from + j]);
            DoubleVector r2 = dy.fma(dy, dx.mul(dx));
            VectorMask<Double> near = r2.compare(VectorOperators.LT, cutoffSquared)
                    .and(NUMBERS.compare(VectorOperators.NE, j));
            DoubleVector f = forceOverDistance(FAR.blend(r2, near), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
        }
        for (int k = begins; k < ends; k++) {
            int j = list[k];
            DoubleVector dx = x.sub(px[j]);
            DoubleVector dy = y.sub(py[j]);
            DoubleVector r2 = dy.fma(dy, dx.mul(dx));
            VectorMask<Double> near = r2.compare(VectorOperators.LT, cutoffSquared);
            DoubleVector f = forceOverDistance(FAR.blend(r2, near), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
        }
        fx.intoArray(sum[0], from);
        fy.intoArray(sum[1], from);
    }

    private static DoubleVector forceOverDistance(DoubleVector squared, DoubleVector a12, DoubleVector b6) {
        DoubleVector inverse = ONE.div(squared);
        DoubleVector sixth = inverse.mul(inverse).mul(inverse);
        return sixth.fma(a12, b6).mul(sixth).mul(inverse);
    }
}
