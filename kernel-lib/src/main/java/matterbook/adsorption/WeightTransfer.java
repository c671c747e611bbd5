package matterbook.adsorption;

import java.util.List;

import matterbook.core.UserError;
import matterbook.nn.Model;
import matterbook.nn.Parameter;

/** Lets a network start from the weights of one that learned another guest: layer by layer where the shapes are the same. */
final class WeightTransfer {
    private WeightTransfer() {}

    /**
     * The model with the weights of the first member of {@code from} wherever a parameter has the same place and shape.
     *
     * @throws UserError if that is no network, or no parameter fits
     */
    static Model of(Model model, NeuralPotential from) {
        if (!(from.models().getFirst() instanceof EnergyModel.OfNetwork trained)) {
            throw new UserError("weights to start from are those of a network, not of: " + from.note());
        }
        List<Parameter> own = model.network().parameters().stream().flatMap(List::stream).toList();
        List<Parameter> theirs = trained.model.network().parameters().stream().flatMap(List::stream).toList();
        float[] weights = model.weights();
        float[] known = trained.model.weights();
        int to = 0;
        int at = 0;
        int taken = 0;
        for (int i = 0; i < Math.min(own.size(), theirs.size()); i++) {
            Parameter mine = own.get(i);
            Parameter other = theirs.get(i);
            if (mine.rows() == other.rows() && mine.columns() == other.columns()) {
                System.arraycopy(known, at, weights, to, mine.size());
                taken++;
            }
            to += mine.size();
            at += other.size();
        }
        if (taken == 0) {
            throw new UserError("no layer of the network to start from has the shape of one here");
        }
        return model.withWeights(weights);
    }
}
