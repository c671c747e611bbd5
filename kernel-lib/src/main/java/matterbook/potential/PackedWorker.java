package matterbook.potential;

import java.util.Arrays;

import matterbook.particles.State;

/** One thread's share of {@link Packed}, with forces of its own. */
final class PackedWorker {
    /** Pairs packed at once: their arrays stay in the nearest cache. */
    private static final int CHUNK = 512;

    /** The forces on all places by this worker's pairs. */
    final double[][] force;
    double energy;
    double virial;

    private final PairLaw law;
    private final double cutoffSquared;
    private final ColumnGrid grid;
    private final int[] list;
    private final int[] begin;
    private final double[] diameter;
    private final double[] dx;
    private final double[] dy;
    private final double[] dz;
    private final double[] squared;
    private final double[] scale;
    private final double[] pairForce;
    private final int[] partner;
    private final int[] end;

    PackedWorker(PairLaw law, double cutoff, ColumnGrid grid, State state, int[] list, int[] begin, int longest) {
        this.law = law;
        cutoffSquared = cutoff * cutoff;
        this.grid = grid;
        this.list = list;
        this.begin = begin;
        diameter = state.diameter;
        force = new double[state.dimensions][grid.total];
        int room = CHUNK + longest + 1;
        dx = new double[room];
        dy = new double[room];
        dz = new double[room];
        squared = new double[room];
        scale = new double[diameter.length == 0 ? 0 : room];
        pairForce = new double[room];
        partner = new int[room];
        end = new int[state.size + 1];
    }

    /** The forces by the pairs of particles {@code from} to {@code to - 1}. */
    void run(int from, int to, boolean measuring) {
        Arrays.stream(force).forEach(component -> Arrays.fill(component, 0));
        energy = 0;
        virial = 0;
        int first = from;
        while (first < to) {
            int n = 0;
            int i = first;
            while (i < to && n < CHUNK) {
                n = pack(i, n);
                end[i++] = n;
            }
            law.forces(squared, pairForce, n);
            if (scale.length > 0) {
                for (int k = 0; k < n; k++) {
                    pairForce[k] *= scale[k];
                }
            }
            if (measuring) {
                measure(n);
            }
            scatter(first, i);
            first = i;
        }
    }

    private int pack(int i, int n) {
        if (scale.length > 0) {
            return packScaled(i, n);
        }
        return force.length == 2 ? packFlat(i, n) : packSolid(i, n);
    }

    private int packFlat(int i, int n) {
        double[] x = grid.place[0];
        double[] y = grid.place[1];
        double xi = x[i];
        double yi = y[i];
        int pairs = n;
        for (int k = begin[i]; k < begin[i + 1]; k++) {
            int j = list[k];
            double ex = xi - x[j];
            double ey = yi - y[j];
            double r2 = ex * ex + ey * ey;
            dx[pairs] = ex;
            dy[pairs] = ey;
            squared[pairs] = r2;
            partner[pairs] = j;
            // the sign bit: 1 within the cut-off
            pairs += (int) (Double.doubleToRawLongBits(r2 - cutoffSquared) >>> 63);
        }
        return pairs;
    }

    private int packSolid(int i, int n) {
        double[] x = grid.place[0];
        double[] y = grid.place[1];
        double[] z = grid.place[2];
        double xi = x[i];
        double yi = y[i];
        double zi = z[i];
        int pairs = n;
        for (int k = begin[i]; k < begin[i + 1]; k++) {
            int j = list[k];
            double ex = xi - x[j];
            double ey = yi - y[j];
            double ez = zi - z[j];
            double r2 = ex * ex + ey * ey + ez * ez;
            dx[pairs] = ex;
            dy[pairs] = ey;
            dz[pairs] = ez;
            squared[pairs] = r2;
            partner[pairs] = j;
            pairs += (int) (Double.doubleToRawLongBits(r2 - cutoffSquared) >>> 63);
        }
        return pairs;
    }

    /** With diameters: distances are taken in units of the pair's mean diameter. */
    private int packScaled(int i, int n) {
        int pairs = n;
        for (int k = begin[i]; k < begin[i + 1]; k++) {
            int j = list[k];
            dx[pairs] = grid.place[0][i] - grid.place[0][j];
            dy[pairs] = grid.place[1][i] - grid.place[1][j];
            dz[pairs] = grid.place[2][i] - grid.place[2][j];
            double size = (diameter[i] + diameter[grid.owner[j]]) / 2;
            double inverse = 1 / (size * size);
            double r2 = inverse * (dx[pairs] * dx[pairs] + dy[pairs] * dy[pairs] + dz[pairs] * dz[pairs]);
            squared[pairs] = r2;
            scale[pairs] = inverse;
            partner[pairs] = j;
            pairs += (int) (Double.doubleToRawLongBits(r2 - cutoffSquared) >>> 63);
        }
        return pairs;
    }

    private void measure(int n) {
        energy += law.energy(squared, n);
        for (int k = 0; k < n; k++) {
            double r2 = scale.length > 0 ? squared[k] / scale[k] : squared[k];
            virial += pairForce[k] * r2;
        }
    }

    private void scatter(int from, int to) {
        int k = 0;
        for (int i = from; i < to; i++) {
            k = force.length == 2 ? scatterFlat(i, k) : scatterSolid(i, k);
        }
    }

    private int scatterFlat(int i, int from) {
        double[] fx = force[0];
        double[] fy = force[1];
        double sumX = 0;
        double sumY = 0;
        int k = from;
        for (; k < end[i]; k++) {
            int j = partner[k];
            double ex = pairForce[k] * dx[k];
            double ey = pairForce[k] * dy[k];
            sumX += ex;
            sumY += ey;
            fx[j] -= ex;
            fy[j] -= ey;
        }
        fx[i] += sumX;
        fy[i] += sumY;
        return k;
    }

    private int scatterSolid(int i, int from) {
        double[] fx = force[0];
        double[] fy = force[1];
        double[] fz = force[2];
        double sumX = 0;
        double sumY = 0;
        double sumZ = 0;
        int k = from;
        for (; k < end[i]; k++) {
            int j = partner[k];
            double ex = pairForce[k] * dx[k];
            double ey = pairForce[k] * dy[k];
            double ez = pairForce[k] * dz[k];
            sumX += ex;
            sumY += ey;
            sumZ += ez;
            fx[j] -= ex;
            fy[j] -= ey;
            fz[j] -= ez;
        }
        fx[i] += sumX;
        fy[i] += sumY;
        fz[i] += sumZ;
        return k;
    }
}
