package matterbook.adsorption;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import matterbook.particles.UnitCell;

/**
 * Features as their definition says, to be read and to be the reference of tests: all distances of a pair of types, sorted,
 * the first few of them.
 */
public final class PlainFeatures implements Features {
    private static final double FIRST_REACH = 8;

    private final Framework framework;
    private final FeatureSet set;
    private final AtomPairs pairs;

    public PlainFeatures(Framework framework, Guest guest, FeatureSet set) {
        this.framework = framework;
        this.set = set;
        pairs = AtomPairs.of(guest, framework);
    }

    @Override
    public FeatureSet set() {
        return set;
    }

    @Override
    public AtomPairs pairs() {
        return pairs;
    }

    @Override
    public void distances(double[] sites, double[] target) {
        Features.requireSites(sites, pairs);
        for (int pair = 0; pair < pairs.size(); pair++) {
            double reach = FIRST_REACH;
            double[] near = within(reach, pair, sites);
            while (near.length < set.nearest()) {
                reach *= 2;
                near = within(reach, pair, sites);
            }
            Arrays.sort(near);
            System.arraycopy(near, 0, target, pair * set.nearest(), set.nearest());
        }
    }

    private double[] within(double reach, int pair, double[] sites) {
        UnitCell cell = framework.cell();
        double[][] atoms = framework.crystal().positions();
        DoubleStream.Builder found = DoubleStream.builder();
        for (int s = 0; s < pairs.sites(); s++) {
            for (int j = 0; j < framework.size(); j++) {
                if (pairs.isAtom(s) && pairs.pair(s, framework.type(j)) == pair) {
                    for (double r : cell.distancesWithin(reach, sites[3 * s] - atoms[0][j],
                            sites[3 * s + 1] - atoms[1][j], sites[3 * s + 2] - atoms[2][j])) {
                        found.add(r);
                    }
                }
            }
        }
        return found.build().toArray();
    }

    @Override
    public void of(double[] sites, double[] target) {
        double[] r = new double[distanceCount()];
        distances(sites, r);
        int at = 0;
        for (DistanceTerm term : set.terms()) {
            for (double distance : r) {
                target[at++] = term.of(distance);
            }
        }
    }
}
