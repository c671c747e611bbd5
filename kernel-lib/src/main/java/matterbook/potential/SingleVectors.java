package matterbook.potential;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Clusters with forces in single precision. Coordinates are taken from the cluster's first particle, in double precision,
 * before they are rounded: so distances are as exact as single precision allows, however large the box is.
 */
final class SingleVectors extends ClusterWorker {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private static final FloatVector NUMBERS = FloatVector.zero(SPECIES).addIndex(1);
    private static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1);
    /** Stands for the square of a distance beyond the cut-off: its powers vanish beside any force, and do not underflow. */
    private static final FloatVector FAR = FloatVector.broadcast(SPECIES, 1e4f);

    private final float[] near = new float[3 * LANES];
    private final float[] force = new float[3 * LANES];

    SingleVectors(PairLaw.TwelveSix law, double cutoff, double listRange, ColumnGrid grid, int size, int first,
            int last, double[][] sum) {
        super(law, cutoff, listRange, grid, LANES, size, first, last, sum);
    }

    /** The cluster's coordinates from its first particle. */
    private void load(int from) {
        for (int axis = 0; axis < grid.dimensions; axis++) {
            for (int lane = 0; lane < LANES; lane++) {
                near[axis * LANES + lane] = (float) (place[axis][from + lane] - place[axis][from]);
            }
        }
    }

    private void store(int from) {
        for (int axis = 0; axis < grid.dimensions; axis++) {
            for (int lane = 0; lane < LANES; lane++) {
                sum[axis][from + lane] = force[axis * LANES + lane];
            }
        }
    }

    @Override
    void solid(int from, int members, int begins, int ends) {
        load(from);
        double[] px = place[0];
        double[] py = place[1];
        double[] pz = place[2];
        double originX = place[0][from];
        double originY = place[1][from];
        double originZ = place[2][from];
        float limit = (float) cutoffSquared;
        FloatVector x = FloatVector.fromArray(SPECIES, near, 0);
        FloatVector y = FloatVector.fromArray(SPECIES, near, LANES);
        FloatVector z = FloatVector.fromArray(SPECIES, near, 2 * LANES);
        FloatVector fx = FloatVector.zero(SPECIES);
        FloatVector fy = FloatVector.zero(SPECIES);
        FloatVector fz = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.broadcast(SPECIES, (float) (12 * a));
        FloatVector b6 = FloatVector.broadcast(SPECIES, (float) (6 * b));
        for (int j = 0; j < members; j++) {
            FloatVector dx = x.sub(near[j]);
            FloatVector dy = y.sub(near[LANES + j]);
            FloatVector dz = z.sub(near[2 * LANES + j]);
            FloatVector r2 = dz.fma(dz, dy.fma(dy, dx.mul(dx)));
            VectorMask<Float> inside = r2.compare(VectorOperators.LT, limit)
                    .and(NUMBERS.compare(VectorOperators.NE, j));
            FloatVector f = forceOverDistance(FAR.blend(r2, inside), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
            fz = f.fma(dz, fz);
        }
        for (int k = begins; k < ends; k++) {
            int j = list[k];
            FloatVector dx = x.sub((float) (px[j] - originX));
            FloatVector dy = y.sub((float) (py[j] - originY));
            FloatVector dz = z.sub((float) (pz[j] - originZ));
            FloatVector r2 = dz.fma(dz, dy.fma(dy, dx.mul(dx)));
            VectorMask<Float> inside = r2.compare(VectorOperators.LT, limit);
            FloatVector f = forceOverDistance(FAR.blend(r2, inside), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
            fz = f.fma(dz, fz);
        }
        fx.intoArray(force, 0);
        fy.intoArray(force, LANES);
        fz.intoArray(force, 2 * LANES);
        store(from);
    }

    @Override
    void flat(int from, int members, int begins, int ends) {
        load(from);
        double[] px = place[0];
        double[] py = place[1];
        double originX = place[0][from];
        double originY = place[1][from];
        float limit = (float) cutoffSquared;
        FloatVector x = FloatVector.fromArray(SPECIES, near, 0);
        FloatVector y = FloatVector.fromArray(SPECIES, near, LANES);
        FloatVector fx = FloatVector.zero(SPECIES);
        FloatVector fy = FloatVector.zero(SPECIES);
        FloatVector a12 = FloatVector.broadcast(SPECIES, (float) (12 * a));
        FloatVector b6 = FloatVector.broadcast(SPECIES, (float) (6 * b));
        for (int j = 0; j < members; j++) {
            FloatVector dx = x.sub(near[j]);
            FloatVector dy = y.sub(near[LANES + j]);
            FloatVector r2 = dy.fma(dy, dx.mul(dx));
            VectorMask<Float> inside = r2.compare(VectorOperators.LT, limit)
                    .and(NUMBERS.compare(VectorOperators.NE, j));
            FloatVector f = forceOverDistance(FAR.blend(r2, inside), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
        }
        for (int k = begins; k < ends; k++) {
            int j = list[k];
            FloatVector dx = x.sub((float) (px[j] - originX));
            FloatVector dy = y.sub((float) (py[j] - originY));
            FloatVector r2 = dy.fma(dy, dx.mul(dx));
            VectorMask<Float> inside = r2.compare(VectorOperators.LT, limit);
            FloatVector f = forceOverDistance(FAR.blend(r2, inside), a12, b6);
            fx = f.fma(dx, fx);
            fy = f.fma(dy, fy);
        }
        fx.intoArray(force, 0);
        fy.intoArray(force, LANES);
        store(from);
    }

    private static FloatVector forceOverDistance(FloatVector squared, FloatVector a12, FloatVector b6) {
        FloatVector inverse = ONE.div(squared);
        FloatVector sixth = inverse.mul(inverse).mul(inverse);
        return sixth.fma(a12, b6).mul(sixth).mul(inverse);
    }
}
