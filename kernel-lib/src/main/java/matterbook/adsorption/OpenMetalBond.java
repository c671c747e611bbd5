package matterbook.adsorption;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Require;
import matterbook.core.UserError;
import matterbook.crystal.Element;
import matterbook.particles.UnitCell;

/**
 * A synthetic bond of carbon monoxide to open magnesium sites, which no classical model has: for each magnesium atom near by
 *
 * <pre>U = -D exp(-((r - r0) / w)²) · max(0, cos theta)²</pre>
 *
 * with the distance r from magnesium to carbon and theta 0 where Mg, C and O stand in a line. It depends on three atoms at
 * once. The line is what was found for the complex, and D was chosen so that the mean energy minus RT at 300 K is near the
 * measured enthalpy of -29 kJ/mol (L. Valenzano et al., J. Phys. Chem. C 114, 11185 (2010)); r0 and w were made up.
 */
final class OpenMetalBond {
    /** D in kJ/mol. */
    static final double DEPTH = 21;
    /** r0 and w in angstrom. */
    static final double LENGTH = 2.9;
    static final double WIDTH = 0.6;

    /** Where the bond is weaker than 1e-5 of its depth. */
    private static final double REACH = LENGTH + 3.4 * WIDTH;

    private final UnitCell cell;
    private final int carbon;
    private final int oxygen;
    private final List<double[]> metals = new ArrayList<>();

    private OpenMetalBond(Framework framework, int carbon, int oxygen) {
        this.carbon = carbon;
        this.oxygen = oxygen;
        cell = framework.cell();
        FrameworkImages images = FrameworkImages.of(framework, REACH);
        for (int n = 0; n < images.size(); n++) {
            if (framework.crystal().sites().get(images.atom(n)).element() == Element.Mg) {
                metals.add(new double[]{images.x(n), images.y(n), images.z(n)});
            }
        }
    }

    /** For carbon monoxide with the sites of the embedded force fields. */
    static OpenMetalBond of(Framework framework, Guest guest) {
        int carbon = guest.types().indexOf("C_co");
        int oxygen = guest.types().indexOf("O_co");
        Require.that(carbon >= 0 && oxygen >= 0, "the guest " + guest.name() + " has no sites C_co and O_co");
        OpenMetalBond bond = new OpenMetalBond(framework, carbon, oxygen);
        if (bond.metals.isEmpty()) {
            throw new UserError("the synthetic reference of CO is for frameworks with open magnesium sites; "
                    + framework.crystal().name() + " has no magnesium");
        }
        return bond;
    }

    double kjPerMol(double[] sites) {
        double[] c = {sites[3 * carbon], sites[3 * carbon + 1], sites[3 * carbon + 2]};
        double[] axis = {sites[3 * oxygen] - c[0], sites[3 * oxygen + 1] - c[1], sites[3 * oxygen + 2] - c[2]};
        double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
        double[] home = cell.wrap(c);
        double energy = 0;
        for (double[] metal : metals) {
            double x = home[0] - metal[0];
            double y = home[1] - metal[1];
            double z = home[2] - metal[2];
            double r = Math.sqrt(x * x + y * y + z * z);
            double cosine = (x * axis[0] + y * axis[1] + z * axis[2]) / (r * length);
            if (r < REACH && cosine > 0) {
                double t = (r - LENGTH) / WIDTH;
                energy -= DEPTH * Math.exp(-t * t) * cosine * cosine;
            }
        }
        return energy;
    }
}
