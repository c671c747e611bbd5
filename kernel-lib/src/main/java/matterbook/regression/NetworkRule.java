package matterbook.regression;

import matterbook.core.UserError;
import matterbook.nn.Model;
import matterbook.nn.Tensor;

/** A network with one output, in single precision. */
record NetworkRule(Model model) implements Rule {
    NetworkRule {
        for (float weight : model.weights()) {
            if (!Float.isFinite(weight)) {
                throw new UserError(
                        "the network's training diverged: its weights are no longer finite; lower the rate");
            }
        }
    }

    @Override
    public double[] predict(double[][] z) {
        return z.length == 0 ? new double[0] : model.predict(Tensor.of(z)).column(0);
    }

    @Override
    public String toString() {
        return model.network().parameterCount() + " weights";
    }
}
