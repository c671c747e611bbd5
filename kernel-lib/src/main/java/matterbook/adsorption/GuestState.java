package matterbook.adsorption;

import java.util.Arrays;
import java.util.List;

import matterbook.core.UserError;

/** The guests of a walk as flat arrays: centres, orientations, sites and the energy of each with the framework. */
final class GuestState {
    private static final int ROWS = 4;

    private final int sitesPerGuest;
    int size;
    double[] centres = new double[3];
    double[] turns = new double[4];
    double[] sites;
    double[] host = new double[1];

    GuestState(int sitesPerGuest) {
        this.sitesPerGuest = sitesPerGuest;
        sites = new double[3 * sitesPerGuest];
    }

    /** Puts a guest at the end. */
    void add(Pose pose, double[] places, double hostEnergy) {
        if (size == host.length) {
            centres = Arrays.copyOf(centres, 6 * size);
            turns = Arrays.copyOf(turns, 8 * size);
            sites = Arrays.copyOf(sites, 6 * sitesPerGuest * size);
            host = Arrays.copyOf(host, 2 * size);
        }
        set(size++, pose, places, hostEnergy);
    }

    /** Puts a guest in the place of another. */
    void set(int i, Pose pose, double[] places, double hostEnergy) {
        centres[3 * i] = pose.x();
        centres[3 * i + 1] = pose.y();
        centres[3 * i + 2] = pose.z();
        turns[4 * i] = pose.w();
        turns[4 * i + 1] = pose.i();
        turns[4 * i + 2] = pose.j();
        turns[4 * i + 3] = pose.k();
        System.arraycopy(places, 0, sites, 3 * sitesPerGuest * i, 3 * sitesPerGuest);
        host[i] = hostEnergy;
    }

    /** Takes a guest out; the last one takes its number. */
    void remove(int i) {
        size--;
        System.arraycopy(centres, 3 * size, centres, 3 * i, 3);
        System.arraycopy(turns, 4 * size, turns, 4 * i, 4);
        System.arraycopy(sites, 3 * sitesPerGuest * size, sites, 3 * sitesPerGuest * i, 3 * sitesPerGuest);
        host[i] = host[size];
    }

    double[] centre(int i) {
        return Arrays.copyOfRange(centres, 3 * i, 3 * i + 3);
    }

    double[] places(int i) {
        return Arrays.copyOfRange(sites, 3 * sitesPerGuest * i, 3 * sitesPerGuest * (i + 1));
    }

    double hostEnergy() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += host[i];
        }
        return sum;
    }

    /** Four rows of numbers from which {@link #read} makes the same state to the last bit. */
    List<double[]> rows() {
        return List.of(Arrays.copyOf(centres, 3 * size), Arrays.copyOf(turns, 4 * size),
                Arrays.copyOf(sites, 3 * sitesPerGuest * size), Arrays.copyOf(host, size));
    }

    static GuestState read(int sitesPerGuest, List<double[]> rows) {
        int n = rows.size() == ROWS ? rows.getLast().length : -1;
        if (n < 0 || rows.get(0).length != 3 * n || rows.get(1).length != 4 * n
                || rows.get(2).length != 3 * sitesPerGuest * n) {
            throw new UserError("the guests of this checkpoint are not whole");
        }
        GuestState state = new GuestState(sitesPerGuest);
        state.size = n;
        int room = Math.max(1, n);
        state.centres = Arrays.copyOf(rows.get(0), 3 * room);
        state.turns = Arrays.copyOf(rows.get(1), 4 * room);
        state.sites = Arrays.copyOf(rows.get(2), 3 * sitesPerGuest * room);
        state.host = Arrays.copyOf(rows.get(3), room);
        return state;
    }
}
