package matterbook.md;

/**
 * What a run shows at one time.
 *
 * @param kinetic the kinetic energy K
 * @param potential the potential energy U
 * @param virial the sum of r·f over all pairs
 * @param temperature the kinetic temperature 2 K / (d N)
 * @param pressure (2 K + virial) / (d V), with the area for the volume in two dimensions
 */
public record Measurement(double time, double kinetic, double potential, double virial, double temperature,
        double pressure) {}
