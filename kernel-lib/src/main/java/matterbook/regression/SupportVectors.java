package matterbook.regression;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.Stop;
import smile.math.kernel.GaussianKernel;
import smile.regression.KernelMachine;
import smile.regression.SVM;

/**
 * Support vector regression with a Gaussian kernel, exp(-|a - b|² / (2 width²)), fitted by Smile (A. J. Smola and
 * B. Schölkopf, Stat. Comput. 14, 199 (2004)). Inputs and targets are scaled to mean 0 and standard deviation 1; tube and
 * width are in that scale.
 *
 * @param cost of an error beyond the tube, against the smoothness of the curve
 * @param tube errors up to this cost nothing
 * @param width of the kernel; 0 for the root of half the number of inputs
 * @param tolerance of the optimum's conditions at which the fit ends
 */
public record SupportVectors(double cost, double tube, double width, double tolerance) implements Regressor {
    private static final double USUAL_TUBE = 0.1;
    private static final double USUAL_TOLERANCE = 1e-3;

    public SupportVectors {
        Require.positive(cost, "the cost");
        Require.that(tube >= 0 && Double.isFinite(tube), "the tube cannot be " + tube);
        Require.that(width >= 0 && Double.isFinite(width), "the width cannot be " + width);
        Require.positive(tolerance, "the tolerance");
    }

    /** Tube 0.1, the usual width, tolerance 0.001. */
    public SupportVectors(double cost) {
        this(cost, USUAL_TUBE, 0, USUAL_TOLERANCE);
    }

    /** The same with another tube. */
    public SupportVectors withTube(double size) {
        return new SupportVectors(cost, size, width, tolerance);
    }

    /** The same with another width. */
    public SupportVectors withWidth(double size) {
        return new SupportVectors(cost, tube, size, tolerance);
    }

    /** Chance plays no part. */
    @Override
    public FittedModel fit(Observations data, Rng rng) {
        Scaler inputs = Scaler.of(data.x());
        Scaler target = Scaler.ofColumn(data.y());
        double sigma = width == 0 ? Math.sqrt(0.5 * data.inputs().size()) : width;
        KernelMachine<double[]> machine = SVM.fit(inputs.apply(data.x()), target.applyToColumn(data.y()),
                new StoppingKernel(sigma), new SVM.Options(tube, cost, tolerance));
        return new FittedModel(toString(), data.inputs(), data.target(), inputs, target,
                new KernelSum(sigma, machine.vectors(), machine.weights(), machine.intercept()));
    }

    /** Smile's loop asks for nothing else that we could hang a stop check on. */
    private static final class StoppingKernel extends GaussianKernel {
        private static final long serialVersionUID = 1L;

        StoppingKernel(double sigma) {
            super(sigma);
        }

        @Override
        public double k(double[] a, double[] b) {
            Stop.check();
            return super.k(a, b);
        }
    }
}
