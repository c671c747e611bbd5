package matterbook.adsorption;

/**
 * The energy of one rigid guest in a rigid framework, by pairs of a force field, split into its parts. {@link PlainHostGuest} is to be read, {@link TabulatedHostGuest} is
 * fast; both give the same.
 */
public interface HostGuest extends EnergySurface {
    /**
     * The energy of a guest whose sites are at these places, anywhere in space.
     *
     * @param sites x, y, z of the guest's first site, of its second, and so on
     */
    GuestEnergy energy(double[] sites);

    /** The energy of a guest that stands like this. */
    default GuestEnergy energy(Pose pose) {
        return energy(pose.sites(guest()));
    }

    @Override
    default double kjPerMol(double[] sites) {
        return energy(sites).kjPerMol();
    }
}
