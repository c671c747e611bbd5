package matterbook.regression;

import matterbook.nn.Model;
import matterbook.nn.Tensor;

/** A network with one output, in single precision. */
record NetworkRule(Model model) implements Rule {
    @Override
    public double[] predict(double[][] z) {
        return z.length == 0 ? new double[0] : model.predict(Tensor.of(z)).column(0);
    }

    @Override
    public String toString() {
        return model.network().parameterCount() + " weights";
    }
}
