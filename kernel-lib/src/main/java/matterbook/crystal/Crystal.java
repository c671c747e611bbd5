package matterbook.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import matterbook.core.Codata;
import matterbook.core.Require;
import matterbook.core.Stop;
import matterbook.core.UserError;
import matterbook.particles.UnitCell;

/**
 * All atoms of one cell, which repeats itself for ever: no symmetry but that is left to write out.
 *
 * @param name what it is called in messages
 * @param sites the atoms; their coordinates are wrapped into the cell
 */
public record Crystal(String name, UnitCell cell, List<AtomSite> sites) {
    /** Atoms nearer than this (angstrom) stand at one place. */
    static final double SAME_PLACE = 0.05;

    private static final double ANGSTROM3 = 1e-30;

    public Crystal {
        Require.that(!sites.isEmpty(), "a crystal needs at least one atom");
        sites = sites.stream().map(site -> site.at(UnitCell.fraction(site.x()), UnitCell.fraction(site.y()),
                UnitCell.fraction(site.z()))).toList();
    }

    /**
     * The crystal that these operations make of these atoms. Images that meet on a special position are one atom.
     *
     * @throws UserError if images of different atoms meet
     */
    public static Crystal expanded(String name, UnitCell cell, List<AtomSite> asymmetric,
            List<SymmetryOperation> operations) {
        List<AtomSite> all = new ArrayList<>();
        for (AtomSite site : asymmetric) {
            Stop.check();
            int own = all.size();
            for (SymmetryOperation operation : operations) {
                AtomSite image = site.at(operation.apply(site.fractional()));
                int met = meeting(all, image, cell);
                if (met >= 0 && met < own) {
                    throw new UserError(name + ": atoms " + all.get(met).label() + " and " + site.label()
                            + " stand at one place (within " + SAME_PLACE + " angstrom)");
                }
                if (met < 0) {
                    all.add(image);
                }
            }
        }
        return new Crystal(name, cell, all);
    }

    private static int meeting(List<AtomSite> atoms, AtomSite image, UnitCell cell) {
        // along each edge two places are at least their difference there times the cell's width apart
        double far = SAME_PLACE / cell.leastWidth();
        for (int i = 0; i < atoms.size(); i++) {
            AtomSite atom = atoms.get(i);
            // next to a face of the cell the other image is the near one
            double x = whole(image.x() - atom.x());
            double y = whole(image.y() - atom.y());
            double z = whole(image.z() - atom.z());
            if (Math.abs(x) < far && Math.abs(y) < far && Math.abs(z) < far) {
                double[] r = cell.cartesian(x, y, z);
                if (r[0] * r[0] + r[1] * r[1] + r[2] * r[2] < SAME_PLACE * SAME_PLACE) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static double whole(double difference) {
        return difference - Math.rint(difference);
    }

    /** How many atoms a cell has. */
    public int size() {
        return sites.size();
    }

    /** The mass of one cell in atomic mass units. */
    public double mass() {
        double sum = 0;
        for (AtomSite site : sites) {
            sum += site.element().mass();
        }
        return sum;
    }

    /** Mass per volume in kg/m³. */
    public double density() {
        return mass() * Codata.MASS_UNIT / (cell.volume() * ANGSTROM3);
    }

    /** Whether all atoms have a charge. */
    public boolean hasCharges() {
        return sites.stream().noneMatch(site -> Double.isNaN(site.charge()));
    }

    /**
     * The charges of the atoms in elementary charges.
     *
     * @throws UserError if one is not known
     */
    public double[] charges() {
        double[] charges = new double[size()];
        for (int i = 0; i < charges.length; i++) {
            charges[i] = sites.get(i).charge();
            if (Double.isNaN(charges[i])) {
                throw new UserError(name + ": atom " + sites.get(i).label()
                        + " has no charge; electrostatics needs a column _atom_site_charge in the CIF");
            }
        }
        return charges;
    }

    /** Cartesian coordinates: row 0 has x of all atoms, row 1 y, row 2 z. */
    public double[][] positions() {
        double[][] positions = new double[3][size()];
        for (int i = 0; i < size(); i++) {
            double[] r = cell.cartesian(sites.get(i).fractional());
            for (int axis = 0; axis < 3; axis++) {
                positions[axis][i] = r[axis];
            }
        }
        return positions;
    }

    /** The crystal whose cell is n<sub>a</sub> × n<sub>b</sub> × n<sub>c</sub> of this one's. */
    public Crystal times(int na, int nb, int nc) {
        UnitCell larger = cell.times(na, nb, nc);
        List<AtomSite> copies = new ArrayList<>();
        for (int i = 0; i < na; i++) {
            for (int j = 0; j < nb; j++) {
                for (int k = 0; k < nc; k++) {
                    for (AtomSite site : sites) {
                        copies.add(site.at((site.x() + i) / na, (site.y() + j) / nb, (site.z() + k) / nc));
                    }
                }
            }
        }
        return new Crystal(name, larger, copies);
    }

    /** What is in a cell, by Hill's order: C, H, then the rest by the alphabet; {@code C72 H18 Mg18 O54}. */
    public String formula() {
        Map<String, Integer> counts = new TreeMap<>();
        boolean carbon = sites.stream().anyMatch(site -> site.element() == Element.C);
        for (AtomSite site : sites) {
            String symbol = site.element().name();
            String key = carbon && symbol.equals("C") ? " 0C" : carbon && symbol.equals("H") ? " 1H" : symbol;
            counts.merge(key, 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((key, count) -> text.append(text.isEmpty() ? "" : " ")
                .append(key.charAt(0) == ' ' ? key.substring(2) : key).append(count == 1 ? "" : count.toString()));
        return text.toString();
    }

    @Override
    public String toString() {
        return name + ": " + formula() + ", " + cell;
    }
}
