package matterbook.mc;

import matterbook.potential.CutPotential;
import matterbook.potential.HardCore;

/** Energies of single particles and of all, over pairs. It reads the places of its walk, which tells it of each change. */
sealed interface PairSums permits AllPairs, NearPairs {
    /** Stands for a particle that is not there yet. */
    int NOBODY = -1;

    /** Energy and virial, the sum of r·f, of all pairs. */
    record Totals(double energy, double virial) {}

    /** The energy that particle i, or {@link #NOBODY}, would have at this place with all others. */
    double energyAt(int i, double px, double py, double pz);

    /** By how much the energy changes if particle i goes to this place. */
    double change(int i, double px, double py, double pz);

    /** Particle i has a new place. */
    void moved(int i);

    /** The last particle is new. */
    void added();

    /** Particle i is about to leave, and the last to get its number. */
    void leaving(int i);

    /**
     * Both sums, from the places alone. Hard particles have no forces; the virial that gives their pressure all the same is
     * T times the density of gaps at contact, see {@link HardDisks}.
     */
    Totals totals(double temperature);

    /** The sums over near neighbours, or all pairs. */
    static PairSums of(Places places, CutPotential potential, boolean all) {
        places.box.requireRoomFor(reach(potential) * places.largestDiameter());
        return all ? new AllPairs(places, potential) : new NearPairs(places, potential);
    }

    /** Up to where pairs count, in their diameters: for hard ones, up to the longest gap. */
    static double reach(CutPotential potential) {
        return isHard(potential) ? Math.max(potential.cutoff(), 1 + HardDisks.GAP) : potential.cutoff();
    }

    static boolean isHard(CutPotential potential) {
        return potential.potential() instanceof HardCore;
    }
}
