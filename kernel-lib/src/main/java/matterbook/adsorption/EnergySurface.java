package matterbook.adsorption;

/**
 * The energy of one rigid guest over all its places in a rigid framework, from wherever it comes: a force field, a
 * reference with induced dipoles, a network that learned it, a grid. Insertion, Monte Carlo and pictures need no more.
 */
public interface EnergySurface {
    Framework framework();

    Guest guest();

    /**
     * The energy in kJ/mol of a guest whose sites are at these places, anywhere in space; positive infinity where it
     * cannot be.
     *
     * @param sites x, y, z of the guest's first site, of its second, and so on
     */
    double kjPerMol(double[] sites);

    /**
     * Many energies, which a network computes several times faster at once than one by one.
     *
     * @param sites a row for each guest
     * @param energies where their energies in kJ/mol go
     */
    default void kjPerMol(double[][] sites, double[] energies) {
        for (int i = 0; i < sites.length; i++) {
            energies[i] = kjPerMol(sites[i]);
        }
    }
}
