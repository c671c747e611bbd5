package matterbook.adsorption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.UserError;
import matterbook.nn.LearningFile;
import matterbook.nn.Network;
import matterbook.regression.FittedModel;

/**
 * The content of a learned potential's file ({@link LearningFile}): the note (text); the framework's name and checksum
 * ({@link FrameworkIdentity}); the guest's name, the number of its sites, of each its type, charge, mass, x, y, z; the
 * number of terms of the features and their names, how many distances; the walls; least values and factors of the scaling;
 * how many models, and each: {@code network}, shift, unit, knee and width of its energies, the network and its weights; or
 * {@code regressor} and its content.
 */
final class PotentialFile {
    private static final int MOST_MODELS = 1000;
    private static final int MOST_NEAREST = 1000;

    private PotentialFile() {}

    static void save(NeuralPotential potential, Path file) throws IOException {
        LearningFile.Writer out = new LearningFile.Writer(LearningFile.Kind.POTENTIAL);
        out.text(potential.note());
        FrameworkIdentity framework = FrameworkIdentity.of(potential.framework());
        out.text(framework.name());
        out.text(framework.checksum());
        write(potential.guest(), out);
        FeatureSet set = potential.features().set();
        out.number((long) set.terms().size());
        for (DistanceTerm term : set.terms()) {
            out.text(term.toString());
        }
        out.number((long) set.nearest());
        out.doubles(potential.wall().distances());
        out.doubles(potential.scaling().least());
        out.doubles(potential.scaling().factor());
        out.number((long) potential.members());
        for (EnergyModel model : potential.models()) {
            write(model, out);
        }
        out.save(file);
    }

    private static void write(Guest guest, LearningFile.Writer out) throws IOException {
        out.text(guest.name());
        out.number((long) guest.size());
        for (Guest.Site site : guest.sites()) {
            out.text(site.type());
            for (double value : new double[]{site.charge(), site.mass(), site.x(), site.y(), site.z()}) {
                out.number(value);
            }
        }
    }

    private static void write(EnergyModel model, LearningFile.Writer out) throws IOException {
        switch (model) {
            case EnergyModel.OfNetwork network -> {
                out.text("network");
                EnergyScale scale = network.scale;
                for (double value : new double[]{scale.shift(), scale.unit(), scale.knee(), scale.width()}) {
                    out.number(value);
                }
                out.network(network.model.network());
                out.floats(network.model.weights());
            }
            case EnergyModel.OfRegressor regressor -> {
                out.text("regressor");
                regressor.fitted.write(out);
            }
        }
    }

    static NeuralPotential load(Path file, Framework framework) throws IOException {
        LearningFile.Reader in = LearningFile.Reader.open(file, LearningFile.Kind.POTENTIAL);
        try {
            String note = in.text();
            refuseOther(file, new FrameworkIdentity(in.text(), in.text()), FrameworkIdentity.of(framework));
            Guest guest = guest(in);
            FeatureSet set = features(in);
            VoxelFeatures features = new VoxelFeatures(framework, guest, set);
            OverlapWall wall = OverlapWall.of(in.finiteDoubles(features.pairs().size(), "walls"));
            MinMax scaling = new MinMax(in.finiteDoubles(features.size(), "least features"),
                    in.finiteDoubles(features.size(), "factors of features"));
            List<EnergyModel> models = new ArrayList<>();
            for (int left = in.count(1, MOST_MODELS); left > 0; left--) {
                models.add(model(file, in, features.size()));
            }
            return new NeuralPotential(framework, guest, features, wall, scaling, models, note);
        } catch (IllegalArgumentException impossible) {
            throw new UserError(file + ": no potential that can be (" + impossible.getMessage()
                    + "); copy or make it anew", impossible);
        }
    }

    private static void refuseOther(Path file, FrameworkIdentity learned, FrameworkIdentity wanted) {
        if (!learned.checksum().equals(wanted.checksum())) {
            throw new UserError(file + ": learned in " + learned.name() + ", not in "
                    + (learned.name().equals(wanted.name()) ? "this other framework of that name" : wanted.name())
                    + "; a potential is of use in its own framework alone: train another");
        }
    }

    static void refuseOther(Path file, Guest learned, Guest wanted) {
        if (!Configurations.same(learned, wanted)) {
            throw new UserError(file + ": learned for " + learned.name() + ", not for "
                    + (learned.name().equals(wanted.name()) ? "this other form of it" : wanted.name())
                    + "; a potential is of use for its own guest alone: train another");
        }
    }

    private static Guest guest(LearningFile.Reader in) throws IOException {
        String name = in.text();
        List<Guest.Site> sites = new ArrayList<>();
        for (int left = in.countOf(Integer.BYTES + 5 * Double.BYTES); left > 0; left--) {
            sites.add(new Guest.Site(in.text(), in.real(), in.real(), in.real(), in.real(), in.real()));
        }
        return new Guest(name, sites);
    }

    private static FeatureSet features(LearningFile.Reader in) throws IOException {
        List<DistanceTerm> terms = new ArrayList<>();
        for (int left = in.countOf(Integer.BYTES); left > 0; left--) {
            terms.add(DistanceTerm.named(in.text()));
        }
        return new FeatureSet(terms, in.count(1, MOST_NEAREST));
    }

    private static EnergyModel model(Path file, LearningFile.Reader in, int features) throws IOException {
        String kind = in.text();
        return switch (kind) {
            case "network" -> {
                EnergyScale scale = new EnergyScale(in.real(), in.real(), in.real(), in.real());
                Network network = in.network();
                in.refuse(network.input().size() != features || network.output().size() != 1, "a network from "
                        + network.input() + " numbers to " + network.output() + " where " + features
                        + " features have one energy");
                yield new EnergyModel.OfNetwork(
                        network.model(in.finite(network.parameterCount(), "weights")), scale);
            }
            case "regressor" -> {
                FittedModel fitted = FittedModel.read(file, in);
                in.refuse(fitted.inputs().size() != features, "a regressor of " + fitted.inputs().size()
                        + " inputs where there are " + features + " features");
                yield new EnergyModel.OfRegressor(fitted);
            }
            default -> throw new UserError(file + ": no model of this version: \"" + kind + "\"");
        };
    }
}
