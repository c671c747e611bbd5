package matterbook.adsorption;

import matterbook.core.Rng;
import matterbook.particles.UnitCell;

/**
 * How places for a guest are drawn, and how much each counts: with the weight p/q, p the density of uniform places and q that
 * by which they were drawn, every average over uniform places comes out right. Orientations are always uniform.
 */
public sealed interface Placement permits Placement.Uniform, PlacementMap {
    /** A place and an orientation in the cell, with their weight. */
    record Trial(Pose pose, double weight) {}

    /** All places of the cell alike: every weight is 1. */
    record Uniform(UnitCell cell) implements Placement {
        @Override
        public Trial draw(Rng rng) {
            return new Trial(Pose.uniform(cell, rng), 1);
        }

        @Override
        public double weight(double x, double y, double z) {
            return 1;
        }
    }

    Trial draw(Rng rng);

    /** The weight that {@link #draw} gives to this place, which may lie in any cell. */
    double weight(double x, double y, double z);
}
