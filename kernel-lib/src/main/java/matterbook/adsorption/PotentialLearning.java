package matterbook.adsorption;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Require;
import matterbook.nn.Activation;
import matterbook.nn.Adam;
import matterbook.nn.Dense;
import matterbook.nn.Initialiser;
import matterbook.nn.Layer;
import matterbook.nn.Loss;
import matterbook.nn.Network;
import matterbook.nn.Schedule;
import matterbook.nn.Shape;
import matterbook.nn.Training;
import matterbook.regression.Regressor;

/** How energies are learned from features. */
public sealed interface PotentialLearning {
    /**
     * By a network of the kit's own engine; a last layer with one output is added to those given.
     *
     * @param layers all but the last
     * @param training of the scaled energies
     * @param validation the part of the configurations that is not learned from but ends training
     * @param knee the energy in kJ/mol from which on only the logarithm counts ({@link EnergyScale}); infinite for none
     */
    record Networks(List<Layer> layers, Training training, double validation, double knee)
            implements
                PotentialLearning {
        private static final double RATE = 1e-3;
        private static final int EPOCHS = 1000;
        private static final int BATCH = 16;
        private static final int PATIENCE = 50;
        private static final int PLATEAU = 10;
        private static final double PLATEAU_FACTOR = 0.8;
        private static final double VALIDATION = 0.1;
        private static final double KNEE = 10;

        public Networks {
            layers = List.copyOf(layers);
            Require.that(validation > 0 && validation < 1,
                    "the part for validation must lie between 0 and 1, not " + validation);
            Require.that(!Double.isNaN(knee), "the knee must be a number");
        }

        /**
         * ReLU layers of so many units, Adam at 1e-3 in batches of 16, times 0.8 after 10 epochs without progress on the tenth
         * part kept for validation, ended after 50, or after 1000 in all.
         */
        public static Networks of(int... units) {
            List<Layer> layers = new ArrayList<>();
            for (int count : units) {
                layers.add(new Dense(count));
                layers.add(Activation.RELU);
            }
            Training training = Training.of(Loss.MEAN_SQUARED_ERROR, new Adam(RATE)).withEpochs(EPOCHS)
                    .withBatch(BATCH).withPatience(PATIENCE)
                    .withSchedule(new Schedule.Plateau(PLATEAU, PLATEAU_FACTOR));
            return new Networks(layers, training, VALIDATION, KNEE);
        }

        /** The same with other layers. */
        public Networks withLayers(List<Layer> others) {
            return new Networks(others, training, validation, knee);
        }

        /** The same with other training. */
        public Networks withTraining(Training other) {
            return new Networks(layers, other, validation, knee);
        }

        /** The same with another knee. */
        public Networks withKnee(double energy) {
            return new Networks(layers, training, validation, energy);
        }

        /** The whole network for so many features. */
        public Network network(int features) {
            List<Layer> all = new ArrayList<>(layers);
            all.add(new Dense(1, Initialiser.XAVIER));
            return new Network(Shape.of(features), all);
        }
    }

    /** By any of the kit's regressors. */
    record Regression(Regressor regressor) implements PotentialLearning {}
}
