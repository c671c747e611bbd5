package matterbook.mc;

import matterbook.core.Stop;
import matterbook.potential.CutPotential;

/** Each particle with all others, to be read: the reference for {@link NearPairs}. A sweep takes a time that grows as N². */
final class AllPairs implements PairSums {
    private final Places places;
    private final CutPotential potential;

    AllPairs(Places places, CutPotential potential) {
        this.places = places;
        this.potential = potential;
    }

    @Override
    public double energyAt(int i, double px, double py, double pz) {
        Stop.check();
        double sum = 0;
        for (int j = 0; j < places.size; j++) {
            if (j != i) {
                double size = i == NOBODY ? 1 : places.diameter(i, j);
                sum += potential.energy(Math.sqrt(places.distanceSquared(j, px, py, pz)) / size);
            }
        }
        return sum;
    }

    @Override
    public double change(int i, double px, double py, double pz) {
        return energyAt(i, px, py, pz) - energyAt(i, places.x[i], places.y[i], places.z[i]);
    }

    @Override
    public void moved(int i) {
        // nothing is kept that could be out of date
    }

    @Override
    public void added() {
        // as above
    }

    @Override
    public void leaving(int i) {
        // as above
    }

    @Override
    public Totals totals(double temperature) {
        double energy = 0;
        double virial = 0;
        ContactKernel kernel = new ContactKernel(HardDisks.GAP);
        for (int i = 0; i < places.size; i++) {
            Stop.check();
            for (int j = 0; j < i; j++) {
                double squared = places.distanceSquared(j, places.x[i], places.y[i], places.z[i]);
                double r = Math.sqrt(squared) / places.diameter(i, j);
                energy += potential.energy(r);
                virial += PairSums.isHard(potential)
                        ? temperature * kernel.weight(r - 1)
                        : r < potential.cutoff() ? r * potential.force(r) : 0;
            }
        }
        return new Totals(energy, virial);
    }
}
