package matterbook.adsorption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import matterbook.core.UserError;
import matterbook.crystal.AtomSite;
import matterbook.potential.Cut;
import matterbook.potential.CutPotential;
import matterbook.potential.LennardJones;
import matterbook.potential.PairPotential;

/**
 * Van der Waals potentials between a framework's atoms and a guest's sites, and the guests that go with them. Energies are
 * in K, lengths in angstrom. Charges interact by an Ewald sum beside it.
 *
 * <p>A pair that is listed has its own potential; any other follows Lorentz and Berthelot: the mean of the two sigma, the
 * geometric mean of the two epsilon.
 */
public final class ForceField {
    /** An atom of a framework by its type; its element keeps carbon Ca from being taken for calcium. */
    record HostAtom(String type, String element) {}

    /** A pair by the names that its line has. */
    record PairName(String host, String guest) {}

    String name = "";
    double cutoff = Double.NaN;
    Cut cut = Cut.SHIFTED;
    double wall = Double.NaN;
    final Map<String, Double> walls = new LinkedHashMap<>();
    final Map<HostAtom, LennardJones> hosts = new LinkedHashMap<>();
    final Map<String, LennardJones> elements = new LinkedHashMap<>();
    final Map<String, Optional<LennardJones>> types = new LinkedHashMap<>();
    /** Of guests among themselves, where it is not that of {@link #types}. */
    final Map<String, Optional<LennardJones>> amongGuests = new LinkedHashMap<>();
    final Map<PairName, PairPotential> pairs = new LinkedHashMap<>();
    final Map<String, Guest> guests = new LinkedHashMap<>();

    /** Filled line by line by {@link ForceFieldText}, which hands out none that is not whole. */
    ForceField() {}

    /**
     * Lin/Mercado for Mg-MOF-74, with Buckingham potentials fitted to density functional theory (R. Mercado et al., J. Phys.
     * Chem. C 120, 12590 (2016)); cut and shifted at 12.8 angstrom. CO, which has no fitted parameters, is a classical model
     * against UFF.
     */
    public static ForceField lin() {
        return ForceFieldText.embedded("lin.txt");
    }

    /** UFF for any framework against TraPPE CO2 and CH4, TIP4P-Ew water and CO; truncated at 12.8 angstrom. */
    public static ForceField uff() {
        return ForceFieldText.embedded("uff.txt");
    }

    /**
     * {@code lin} or {@code uff}.
     *
     * @throws UserError for any other name
     */
    public static ForceField named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "lin" -> lin();
            case "uff" -> uff();
            default -> throw new UserError("no force field \"" + name + "\"; there are lin and uff");
        };
    }

    /** What its authors call it. */
    public String name() {
        return name;
    }

    /** Where van der Waals potentials end, in angstrom. */
    public double cutoff() {
        return cutoff;
    }

    /** Whether they are shifted to 0 there. */
    public Cut cut() {
        return cut;
    }

    /** Nearer than this to any atom, a guest's site of this type overlaps with it: the energy is infinite. */
    public double wall(String guestType) {
        return walls.getOrDefault(guestType, wall);
    }

    /** The names of its guests. */
    public List<String> guestNames() {
        return List.copyOf(guests.keySet());
    }

    /**
     * The rigid molecule of this name; upper and lower case are one.
     *
     * @throws UserError if this force field has no such guest
     */
    public Guest guest(String guestName) {
        for (Guest guest : guests.values()) {
            if (guest.name().equalsIgnoreCase(guestName)) {
                return guest;
            }
        }
        throw new UserError(
                "the force field " + name + " has no guest \"" + guestName + "\"; it has " + guests.keySet());
    }

    /**
     * The potential between an atom of the framework and a site of a guest, cut as the force field demands; empty if the site
     * has none.
     *
     * @param hostType the atom's type in its {@link Framework}
     * @throws UserError if the force field does not know one of the two
     */
    public Optional<CutPotential> pair(AtomSite atom, String hostType, String guestType) {
        Optional<LennardJones> own = types.get(guestType);
        if (own == null) {
            throw new UserError("the force field " + name + " has no guest site \"" + guestType + "\"; it has "
                    + types.keySet());
        }
        if (own.isEmpty()) {
            return Optional.empty();
        }
        LennardJones host = host(atom, hostType);
        PairPotential listed = pairs.get(new PairName(hostType, guestType));
        PairPotential potential = listed != null ? listed : mixed(host, own.get());
        return Optional.of(new CutPotential(potential, cutoff, cut));
    }

    /**
     * The potential between sites of two guests by Lorentz and Berthelot, cut as those with the framework; empty if one of
     * them has none.
     *
     * @throws UserError if the force field does not know one of the two
     */
    public Optional<CutPotential> betweenGuests(String one, String other) {
        for (String type : List.of(one, other)) {
            if (!types.containsKey(type)) {
                throw new UserError("the force field " + name + " has no guest site \"" + type + "\"; it has "
                        + types.keySet());
            }
        }
        Optional<LennardJones> first = ofGuests(one);
        Optional<LennardJones> second = ofGuests(other);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(new CutPotential(mixed(first.get(), second.get()), cutoff, cut));
    }

    private Optional<LennardJones> ofGuests(String type) {
        Optional<LennardJones> own = amongGuests.get(type);
        return own != null ? own : types.getOrDefault(type, Optional.empty());
    }

    private LennardJones host(AtomSite atom, String hostType) {
        String element = atom.element().name();
        LennardJones byType = hosts.get(new HostAtom(hostType, element));
        LennardJones found = byType != null ? byType : elements.get(element);
        if (found == null) {
            throw new UserError("the force field " + name + " has no parameters for the framework's atom "
                    + atom.label() + " (" + element + "); it has " + (elements.isEmpty()
                            ? hosts.keySet().stream().map(HostAtom::type).toList() + " of Mg-MOF-74; uff has more"
                            : new ArrayList<>(elements.keySet()).toString()));
        }
        return found;
    }

    private static PairPotential mixed(LennardJones one, LennardJones other) {
        return new LennardJones(Math.sqrt(one.epsilon() * other.epsilon()), (one.sigma() + other.sigma()) / 2);
    }

    @Override
    public String toString() {
        return name + ", " + cut.name().toLowerCase(Locale.ROOT) + " cut at " + cutoff + " angstrom, guests "
                + guests.keySet();
    }
}
