package matterbook.adsorption;

import java.util.Arrays;

import matterbook.core.Codata;
import matterbook.core.Rng;
import matterbook.core.Stop;
import matterbook.mc.Acceptance;
import matterbook.particles.UnitCell;
import org.jspecify.annotations.Nullable;

/**
 * Metropolis sampling of rigid guests in a rigid framework, one move after the other. A trial is drawn and its energy
 * calculated before anything changes, so that one that is not taken needs no undoing.
 *
 * <p>With an activity z guests come and go: of all moves a quarter each shifts a guest, turns one, adds one with the
 * probability min(1, z V w / (N + 1) exp(-dU / RT)) and takes one out with min(1, N / (z V w) exp(-dU / RT)), w the weight of
 * the place (G. E. Norman and V. S. Filinov, High Temp. 7, 216 (1969)). Without, guests stay: a quarter of all moves puts one
 * anywhere.
 */
final class AdsorptionWalk {
    /** Moves between two looks at the walk: always so many, for a number that depended on the guests would favour some. */
    static final int MOVES = 100;
    private static final double TARGET = 0.4;
    private static final double LARGEST_CHANGE = 1.5;
    private static final double LONGEST_SHIFT = 3;

    final EnergySurface surface;
    final UnitCell box;
    private final int[] cells;
    private final @Nullable GuestPairs pairs;
    private final Placement placement;
    private final double rt;
    /** z V; NaN where guests stay. */
    private final double ideal;
    private final Guest guest;

    GuestState state;
    Rng rng;
    /** Of guests with each other, in kJ/mol. */
    double pairEnergy;
    double shift = 0.5;
    double turn = 0.5;
    /** Moves taken and proposed: shifts, turns, insertions or jumps, deletions. */
    final long[] taken = new long[4];
    final long[] proposed = new long[4];

    AdsorptionWalk(GuestMonteCarlo settings, double activity, Rng rng) {
        surface = settings.surface();
        guest = surface.guest();
        cells = settings.cells();
        box = surface.framework().cell().times(cells[0], cells[1], cells[2]);
        pairs = settings.pairs(box);
        placement = settings.placement();
        rt = HenryCoefficient.rt(settings.temperature());
        ideal = activity * box.volume();
        state = new GuestState(guest.size());
        this.rng = rng;
    }

    /** In particles per cubic angstrom: that of an ideal gas at this pressure (Pa). */
    static double activity(double pressure, double temperature) {
        return pressure / (Codata.BOLTZMANN * temperature) * 1e-30;
    }

    /** So many moves. */
    void sweep() {
        Stop.check();
        for (int n = 0; n < MOVES; n++) {
            int kind = rng.nextInt(4);
            boolean done = switch (kind) {
                case 0, 1 -> state.size > 0 && move(kind == 0);
                case 2 -> Double.isNaN(ideal) ? jump() : insert();
                default -> Double.isNaN(ideal) ? move(false) : delete();
            };
            proposed[kind]++;
            taken[kind] += done ? 1 : 0;
        }
    }

    /** Makes shifts and turns longer or shorter, and counts anew; for equilibration alone. */
    void tune() {
        shift = Math.min(LONGEST_SHIFT, shift * factor(0));
        turn = Math.min(Math.PI, turn * factor(1));
        Arrays.fill(taken, 0);
        Arrays.fill(proposed, 0);
    }

    private double factor(int kind) {
        return proposed[kind] == 0
                ? 1
                : Math.clamp((double) taken[kind] / proposed[kind] / TARGET, 1 / LARGEST_CHANGE, LARGEST_CHANGE);
    }

    Acceptance acceptance(int kind) {
        return new Acceptance(taken[kind], proposed[kind]);
    }

    double energy() {
        return state.hostEnergy() + pairEnergy;
    }

    /** The same from the sites alone: what the running sums must equal. */
    double energyAnew() {
        double sum = 0;
        for (int i = 0; i < state.size; i++) {
            sum += surface.kjPerMol(state.places(i)) + withOthers(state.centre(i), state.places(i), i) / 2;
        }
        return sum;
    }

    private boolean move(boolean shifted) {
        int i = rng.nextInt(state.size);
        double[] c = state.centre(i);
        Pose pose = shifted ? shifted(i, c) : turned(i, c);
        return replace(i, pose, 1);
    }

    private Pose shifted(int i, double[] c) {
        double[] r = box.wrap(c[0] + shift * (2 * rng.nextDouble() - 1), c[1] + shift * (2 * rng.nextDouble() - 1),
                c[2] + shift * (2 * rng.nextDouble() - 1));
        return new Pose(r[0], r[1], r[2], state.turns[4 * i], state.turns[4 * i + 1], state.turns[4 * i + 2],
                state.turns[4 * i + 3]);
    }

    /** About an axis of any direction, by up to {@link #turn} either way. */
    private Pose turned(int i, double[] c) {
        double half = turn * (2 * rng.nextDouble() - 1) / 2;
        double x = rng.nextGaussian();
        double y = rng.nextGaussian();
        double z = rng.nextGaussian();
        double sine = Math.sin(half) / Math.sqrt(x * x + y * y + z * z);
        double w = Math.cos(half);
        x *= sine;
        y *= sine;
        z *= sine;
        double ow = state.turns[4 * i];
        double ox = state.turns[4 * i + 1];
        double oy = state.turns[4 * i + 2];
        double oz = state.turns[4 * i + 3];
        return new Pose(c[0], c[1], c[2], w * ow - x * ox - y * oy - z * oz, w * ox + x * ow + y * oz - z * oy,
                w * oy - x * oz + y * ow + z * ox, w * oz + x * oy - y * ox + z * ow);
    }

    private boolean jump() {
        Placement.Trial trial = anywhere();
        int i = rng.nextInt(state.size);
        double[] c = state.centre(i);
        return replace(i, trial.pose(), trial.weight() / placement.weight(c[0], c[1], c[2]));
    }

    /** Takes a new pose for a guest with the probability min(1, bias exp(-dU / RT)). */
    private boolean replace(int i, Pose pose, double bias) {
        double[] places = pose.sites(guest);
        double hostEnergy = surface.kjPerMol(places);
        if (hostEnergy == Double.POSITIVE_INFINITY) {
            return false;
        }
        double others = pairs == null
                ? 0
                : withOthers(new double[]{pose.x(), pose.y(), pose.z()}, places, i)
                        - withOthers(state.centre(i), state.places(i), i);
        if (!chance(bias, hostEnergy - state.host[i] + others)) {
            return false;
        }
        state.set(i, pose, places, hostEnergy);
        pairEnergy += others;
        return true;
    }

    private boolean insert() {
        Placement.Trial trial = anywhere();
        Pose pose = trial.pose();
        double[] places = pose.sites(guest);
        double hostEnergy = surface.kjPerMol(places);
        if (hostEnergy == Double.POSITIVE_INFINITY) {
            return false;
        }
        double others = withOthers(new double[]{pose.x(), pose.y(), pose.z()}, places, -1);
        if (!chance(ideal * trial.weight() / (state.size + 1), hostEnergy + others)) {
            return false;
        }
        state.add(pose, places, hostEnergy);
        pairEnergy += others;
        return true;
    }

    private boolean delete() {
        if (state.size == 0) {
            return false;
        }
        int i = rng.nextInt(state.size);
        double[] c = state.centre(i);
        double others = withOthers(c, state.places(i), i);
        if (!chance(state.size / (ideal * placement.weight(c[0], c[1], c[2])), -state.host[i] - others)) {
            return false;
        }
        state.remove(i);
        // sums of what came and went leave a rest
        pairEnergy = state.size < 2 ? 0 : pairEnergy - others;
        return true;
    }

    private boolean chance(double bias, double change) {
        double probability = bias * Math.exp(-change / rt);
        return probability >= 1 || rng.nextDouble() < probability;
    }

    /** A trial in any cell of the box. */
    private Placement.Trial anywhere() {
        Placement.Trial trial = placement.draw(rng);
        Pose pose = trial.pose();
        double[] r = surface.framework().cell().cartesian(rng.nextInt(cells[0]), rng.nextInt(cells[1]),
                rng.nextInt(cells[2]));
        return new Placement.Trial(new Pose(pose.x() + r[0], pose.y() + r[1], pose.z() + r[2], pose.w(), pose.i(),
                pose.j(), pose.k()), trial.weight());
    }

    private double withOthers(double[] centre, double[] places, int self) {
        double sum = 0;
        if (pairs != null) {
            for (int b = 0; b < state.size; b++) {
                sum += b == self ? 0 : pairs.kjPerMol(centre, places, state.centres, state.sites, b);
            }
        }
        return sum;
    }
}
