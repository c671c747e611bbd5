package matterbook.adsorption;

import java.util.List;

import matterbook.core.Require;

/**
 * A rigid molecule.
 *
 * @param sites its interaction sites, with the centre of mass in the origin
 */
public record Guest(String name, List<Site> sites) {
    /**
     * A place of a molecule that acts on others.
     *
     * @param type what the force field calls it
     * @param charge in elementary charges
     * @param mass in atomic mass units; 0 for a place without an atom
     */
    public record Site(String type, double charge, double mass, double x, double y, double z) {
        public Site {
            Require.notNegative(mass, "the mass of site " + type);
            Require.that(Double.isFinite(charge) && Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z),
                    "charge and place of site " + type + " must be finite");
        }
    }

    public Guest {
        Require.that(!sites.isEmpty(), "a guest needs at least one site");
        double[] centre = new double[3];
        double mass = 0;
        for (Site site : sites) {
            centre[0] += site.mass * site.x;
            centre[1] += site.mass * site.y;
            centre[2] += site.mass * site.z;
            mass += site.mass;
        }
        double total = Require.positive(mass, "the mass of guest " + name);
        sites = sites.stream().map(site -> new Site(site.type, site.charge, site.mass, site.x - centre[0] / total,
                site.y - centre[1] / total, site.z - centre[2] / total)).toList();
    }

    /** How many sites it has. */
    public int size() {
        return sites.size();
    }

    /** In atomic mass units. */
    public double mass() {
        return sites.stream().mapToDouble(Site::mass).sum();
    }

    /** Whether any of its sites has a charge. */
    public boolean isCharged() {
        return sites.stream().anyMatch(site -> site.charge != 0);
    }

    /** The distance of its farthest site from the centre of mass. */
    public double radius() {
        return sites.stream().mapToDouble(site -> Math.sqrt(site.x * site.x + site.y * site.y + site.z * site.z)).max()
                .orElse(0);
    }

    /** The types of its sites, in their order. */
    public List<String> types() {
        return sites.stream().map(Site::type).toList();
    }

    /** The distance between two of its sites. */
    public double distance(int i, int j) {
        Site one = sites.get(i);
        Site other = sites.get(j);
        return Math.sqrt((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)
                + (one.z - other.z) * (one.z - other.z));
    }
}
