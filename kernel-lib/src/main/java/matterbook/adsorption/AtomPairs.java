package matterbook.adsorption;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Require;

/**
 * The pairs of a guest's and a framework's types of atoms, in the order of the guest's types. A site without mass, such as the
 * place of water's negative charge, is no atom and has no pairs: it says nothing that the atoms do not say.
 */
public final class AtomPairs {
    private final List<String> guestTypes;
    private final List<String> hostTypes;
    private final int[] siteType;

    private AtomPairs(List<String> guestTypes, List<String> hostTypes, int[] siteType) {
        this.guestTypes = guestTypes;
        this.hostTypes = hostTypes;
        this.siteType = siteType;
    }

    /** Those of this guest and this framework. */
    public static AtomPairs of(Guest guest, Framework framework) {
        List<String> types = guest.sites().stream().filter(site -> site.mass() > 0).map(Guest.Site::type).distinct()
                .toList();
        Require.that(!types.isEmpty(), "the guest " + guest.name() + " has no atoms");
        return new AtomPairs(types, framework.types(), guest.sites().stream()
                .mapToInt(site -> site.mass() > 0 ? types.indexOf(site.type()) : -1).toArray());
    }

    /** How many there are. */
    public int size() {
        return guestTypes.size() * hostTypes.size();
    }

    /** How many types of atoms the framework has. */
    int hosts() {
        return hostTypes.size();
    }

    /** How many sites the guest has. */
    int sites() {
        return siteType.length;
    }

    /** Whether this site of the guest is an atom. */
    boolean isAtom(int site) {
        return siteType[site] >= 0;
    }

    /** The pair of a guest's site, which is an atom, and a type of the framework's. */
    int pair(int site, int host) {
        return siteType[site] * hostTypes.size() + host;
    }

    /** {@code C-Mg}, {@code C-Oa}, ... */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (String guest : guestTypes) {
            for (String host : hostTypes) {
                names.add(guest + "-" + host);
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return String.join(", ", names());
    }
}
