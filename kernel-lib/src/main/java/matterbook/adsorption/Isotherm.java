package matterbook.adsorption;

import java.util.List;

import matterbook.core.Estimate;
import matterbook.core.UserError;
import matterbook.stats.Regression;

/**
 * The loading of a framework over the pressure.
 *
 * @param temperature in K
 * @param points by rising pressure
 */
public record Isotherm(double temperature, List<IsothermPoint> points) {
    public Isotherm {
        points = List.copyOf(points);
    }

    /**
     * The Henry coefficient in mol/(kg Pa) from loadings alone: loading / pressure = K<sub>H</sub> + B · pressure, a line
     * through all points, each weighted by its error. The points must be so dilute that a line will do: loadings of some
     * percent of the highest.
     *
     * @throws UserError below two points, or if one has no error because no guest came
     */
    public Estimate initialSlope() {
        if (points.size() < 2) {
            throw new UserError("an initial slope needs two pressures or more, not " + points.size());
        }
        for (IsothermPoint point : points) {
            if (!(point.molPerKg().error() > 0)) {
                throw new UserError("no guest came at " + point.pressure()
                        + " Pa: an initial slope needs more sweeps or higher pressures");
            }
        }
        return Regression.weighted(pressures(), points.stream().map(IsothermPoint::molPerKgPa).toList()).intercept();
    }

    /** In Pa. */
    public double[] pressures() {
        return points.stream().mapToDouble(IsothermPoint::pressure).toArray();
    }

    /** In mol per kg of framework. */
    public List<Estimate> molPerKg() {
        return points.stream().map(IsothermPoint::molPerKg).toList();
    }
}
