package matterbook.adsorption;

import matterbook.nn.Model;
import matterbook.nn.Predictor;
import matterbook.nn.Tensor;
import matterbook.regression.FittedModel;

/** What predicts energies from scaled features. One belongs to one thread. */
sealed interface EnergyModel {
    /** Most rows at once. */
    int BLOCK = 256;

    /**
     * Writes the energies in kJ/mol of the first rows.
     *
     * @param rows one after another, in single precision
     */
    void predict(float[] rows, int count, double[] energies);

    /** The same for another thread. */
    EnergyModel another();

    /** A network and the scale of what it puts out. */
    final class OfNetwork implements EnergyModel {
        final Model model;
        final EnergyScale scale;
        private final Predictor predictor;
        private final int columns;
        private final Tensor out = Tensor.zeros(BLOCK, 1);

        OfNetwork(Model model, EnergyScale scale) {
            this.model = model;
            this.scale = scale;
            predictor = model.predictor();
            columns = model.network().input().size();
        }

        @Override
        public void predict(float[] rows, int count, double[] energies) {
            Tensor x = Tensor.wrap(rows.length / columns, columns, rows).rows(0, count);
            Tensor y = out.rows(0, count);
            predictor.predict(x, y);
            for (int i = 0; i < count; i++) {
                energies[i] = scale.undo(y.get(i, 0));
            }
        }

        @Override
        public EnergyModel another() {
            return new OfNetwork(model, scale);
        }
    }

    /** What a regressor learned. */
    final class OfRegressor implements EnergyModel {
        final FittedModel fitted;

        OfRegressor(FittedModel fitted) {
            this.fitted = fitted;
        }

        @Override
        public void predict(float[] rows, int count, double[] energies) {
            int columns = fitted.inputs().size();
            double[][] x = new double[count][columns];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < columns; j++) {
                    x[i][j] = rows[i * columns + j];
                }
            }
            System.arraycopy(fitted.predict(x), 0, energies, 0, count);
        }

        @Override
        public EnergyModel another() {
            return this;
        }
    }
}
