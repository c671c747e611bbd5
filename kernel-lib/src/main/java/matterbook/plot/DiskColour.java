package matterbook.plot;

import java.util.Arrays;

import matterbook.core.Digits;
import matterbook.observe.Clusters;
import matterbook.particles.Fluid;

/** What the colours of particles in a picture tell. */
public enum DiskColour {
    /** Nothing. */
    PLAIN,
    /** How fast they are: dark at rest, bright at twice the root mean square and above. */
    SPEED,
    /** How many neighbours they have nearer than 1.5: dark for none, bright for seven and more. */
    NEIGHBOURS,
    /** The cluster they belong to, linked over distances below 1.5; grey beyond the seven largest. */
    CLUSTER;

    private static final double REACH = 1.5;
    private static final double MOST_NEIGHBOURS = 7;

    /** Colours the disks of a diagram of this fluid. */
    DiskDiagram paint(DiskDiagram diagram, Fluid fluid) {
        return switch (this) {
            case PLAIN -> diagram;
            case SPEED -> {
                double[] speeds = speeds(fluid);
                double bright = 2 * Math.sqrt(Arrays.stream(speeds).map(v -> v * v).average().orElse(0));
                yield diagram.coloured(speeds, 0, bright, "speed: dark 0, bright " + Digits.shortest(bright, 2)
                        + " and above");
            }
            case NEIGHBOURS -> diagram.coloured(
                    Arrays.stream(Clusters.of(fluid, REACH).neighbours()).asDoubleStream().toArray(), 0,
                    MOST_NEIGHBOURS, "neighbours nearer than 1.5: dark 0, bright 7 and more");
            case CLUSTER -> {
                Clusters clusters = Clusters.of(fluid, REACH);
                yield diagram.coloured(clusters.labels(), clusters.toString());
            }
        };
    }

    private static double[] speeds(Fluid fluid) {
        double[] squares = new double[fluid.size()];
        for (double[] component : fluid.velocities()) {
            for (int i = 0; i < squares.length; i++) {
                squares[i] += component[i] * component[i];
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }
}
