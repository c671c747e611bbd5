package matterbook.neurons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.nn.Examples;
import matterbook.nn.Model;
import matterbook.nn.Tensor;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.FindingsTable;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;

/**
 * What the paper announces in section IV: networks that sort CT and MR and reject images that are neither. A network with a
 * third output for what is neither stands beside one that knows CT and MR alone and rejects what it is least sure of.
 *
 * @param starts random starts of each network, each with images of its own
 * @param phantoms for learning, for the bound and for testing; half as many foreign images for learning
 */
public record RejectStudy(int starts, int phantoms) implements Study {
    private static final int EACH = 5;
    private static final int FOREIGN_IMAGES = 6;
    private static final double LOST = 0.05;
    private static final List<Foreign> SEEN = List.of(Foreign.LEAVES, Foreign.CLOUDS);
    private static final List<Foreign> UNSEEN = List.of(Foreign.WRITING, Foreign.BRICKS, Foreign.SHADE, Foreign.STATIC);
    /** Outputs of a network with a reject class, and of one without. */
    private static final int WITH_CLASS = 3;
    private static final int WITHOUT = 2;
    /** The numbers of a start: this one chooses the rates, by what the network was made for. */
    private static final int SCORE = 0;
    /** CT and MR that are kept. */
    private static final int KEPT = 1;
    /** CT and MR that are kept and called what they are. */
    private static final int RIGHT = 2;
    private static final int SEEN_REJECTED = 3;
    private static final int UNSEEN_REJECTED = 4;
    /** After so many numbers, each unseen kind on its own. */
    private static final int FIGURES = 5;

    public RejectStudy {
        Require.that(starts >= 2, "an interval needs at least 2 starts, not " + starts);
        Require.that(phantoms >= 4, "CT, MR and foreign images of two kinds need at least 4 phantoms, not " + phantoms);
    }

    /** All images of a start. */
    private record Draw(Examples train, Examples bound, Examples test, Map<Foreign, Tensor> foreign) {
        static Draw of(int phantoms, Rng rng) {
            Examples train = Patches.withForeign(phantoms, SEEN, EACH, rng);
            Examples bound = Patches.of(phantoms, EACH, rng);
            Examples test = Patches.of(phantoms, EACH, rng);
            Map<Foreign, Tensor> foreign = new EnumMap<>(Foreign.class);
            for (Foreign kind : Foreign.values()) {
                foreign.put(kind, Patches.foreign(kind, FOREIGN_IMAGES, EACH, rng));
            }
            return new Draw(train, bound, test, foreign);
        }

        /** The samples for learning of CT and MR alone, which come first. */
        Examples known(int phantoms) {
            return train.pick(IntStream.range(0, phantoms * EACH).toArray());
        }
    }

    /** A model that rejects what it trusts less than a bound. */
    private record Judge(Model model, double bound) {
        /** The bound that a twentieth of these CT and MR patches fall below. */
        static Judge of(Model model, Tensor known) {
            double[] trusts = trusts(model.predict(known));
            Arrays.sort(trusts);
            return new Judge(model, trusts[(int) (LOST * trusts.length)]);
        }

        /**
         * The logarithm of how many times likelier a patch is to be of the right kind: CT or MR against neither, or, without a
         * class for neither, the likelier of both against the other.
         */
        private static double[] trusts(Tensor logits) {
            double[] trusts = new double[logits.rows()];
            for (int i = 0; i < trusts.length; i++) {
                double apart = Math.abs(logits.get(i, Patches.CT) - logits.get(i, Patches.MR));
                double larger = Math.max(logits.get(i, Patches.CT), logits.get(i, Patches.MR));
                trusts[i] = logits.columns() == WITHOUT
                        ? apart
                        : larger + StrictMath.log1p(StrictMath.exp(-apart)) - logits.get(i, Patches.NEITHER);
            }
            return trusts;
        }

        /** How many of these patches are rejected, in percent. */
        double rejected(Tensor x) {
            double[] trusts = trusts(model.predict(x));
            return 100.0 * Arrays.stream(trusts).filter(trust -> trust < bound).count() / trusts.length;
        }

        /** How many of CT and MR are kept and called what they are, in percent. */
        double keptAndRight(Examples known) {
            Tensor logits = model.predict(known.x());
            double[] trusts = trusts(logits);
            int right = 0;
            for (int i = 0; i < trusts.length; i++) {
                boolean ct = logits.get(i, Patches.CT) > logits.get(i, Patches.MR);
                if (trusts[i] >= bound && ct == (known.y().get(i, 0) == Patches.CT)) {
                    right++;
                }
            }
            return 100.0 * right / trusts.length;
        }
    }

    /** Sorting and rejecting; the numbers of a start are named above, all in percent. */
    private static final class Rejecting implements ImageStarts.Task {
        private final int phantoms;
        private final Map<Long, Draw> draws = new HashMap<>();

        Rejecting(int phantoms) {
            this.phantoms = phantoms;
        }

        private Draw draw(long seed) {
            return draws.computeIfAbsent(seed, s -> Draw.of(phantoms, Rng.seeded(s)));
        }

        @Override
        public String name() {
            return "reject";
        }

        @Override
        public String data(long seed) {
            Draw draw = draw(seed);
            List<Integer> foreign = draw.foreign().values().stream().map(x -> Arrays.hashCode(x.toArray())).toList();
            return RandomStarts.checksum(draw.train()) + " " + RandomStarts.checksum(draw.bound()) + " "
                    + RandomStarts.checksum(draw.test()) + " " + Integer.toHexString(foreign.hashCode());
        }

        @Override
        public int numbers() {
            return FIGURES + UNSEEN.size();
        }

        @Override
        public double[] attempt(ImageWay way, long seed) {
            Draw draw = draw(seed);
            Examples train = way.network().outputs() == WITHOUT ? draw.known(phantoms) : draw.train();
            Judge judge = Judge.of(way.learn(train, Rng.seeded(seed).split()), draw.bound().x());
            double[] found = new double[numbers()];
            found[KEPT] = 100 - judge.rejected(draw.test().x());
            found[RIGHT] = judge.keptAndRight(draw.test());
            found[SEEN_REJECTED] = mean(SEEN, judge, draw);
            found[UNSEEN_REJECTED] = mean(UNSEEN, judge, draw);
            for (int k = 0; k < UNSEEN.size(); k++) {
                found[FIGURES + k] = mean(UNSEEN.subList(k, k + 1), judge, draw);
            }
            found[SCORE] = found[RIGHT]
                    + (way.network().outputs() == WITHOUT ? 0 : found[SEEN_REJECTED]);
            return found;
        }

        private static double mean(List<Foreign> kinds, Judge judge, Draw draw) {
            double sum = 0;
            for (Foreign kind : kinds) {
                sum += judge.rejected(Objects.requireNonNull(draw.foreign().get(kind)));
            }
            return sum / kinds.size();
        }
    }

    @Override
    public String id() {
        return "reject";
    }

    @Override
    public String title() {
        return "Neither CT nor MR (announced in section IV): on synthetic images";
    }

    @Override
    public Findings run(Memory memory) {
        ImageStarts tries = new ImageStarts(new Rejecting(phantoms), starts, memory);
        List<ImageStarts.Result> results = new ArrayList<>();
        for (int outputs : new int[]{WITH_CLASS, WITHOUT}) {
            results.add(tries.of(ImageNetwork.secondOrder(10, 60, outputs)));
            results.add(tries.of(ImageNetwork.firstOrder(10, 60, outputs)));
            results.add(tries.of(ImageNetwork.firstOrder(18, 108, outputs)));
        }
        List<String> columns = new ArrayList<>(List.of("network", "parameters", "rate", "rejects by", "CT and MR kept",
                "kept and right", "rejected: kinds seen", "kinds never seen"));
        UNSEEN.forEach(kind -> columns.add(kind.name().toLowerCase(Locale.ROOT)));
        return new Findings(method(), List.of(new FindingsTable(
                "Percent of test patches (synthetic): mean of the starts with the 95 % interval of the mean", columns,
                results.stream().map(RejectStudy::row).toList())), claims(results));
    }

    private static List<String> row(ImageStarts.Result result) {
        List<String> row = new ArrayList<>(List.of(result.name(), result.parameters(), result.way().rates(),
                result.way().network().outputs() == WITHOUT ? "bound on the larger chance" : "class of its own"));
        for (int k = KEPT; k < FIGURES + UNSEEN.size(); k++) {
            row.add(k < FIGURES
                    ? Lead.percent(result.numbers(k))
                    : String.format(Locale.ROOT, "%.0f %%",
                            Arrays.stream(result.numbers(k)).average().orElseThrow()));
        }
        return row;
    }

    private String method() {
        return "Synthetic, as the part \"images\", with " + phantoms
                + " phantoms for learning and as many others for the test in each start. Foreign images: leaves (disks that hide "
                + "one another, as things in a photograph) and clouds (plane waves, a natural texture) are seen while learning, "
                + phantoms / 2
                + " images of them; writing, bricks, smooth shade and static are not. Tested with " + FOREIGN_IMAGES
                + " new images of each kind, " + EACH
                + " patches from each image. A class of its own: three outputs, a patch is rejected if the chance of neither is "
                + "too large. Bound on the larger chance: two outputs, learned from CT and MR alone, a patch is rejected if the "
                + "larger chance is too small. Both bounds are those that keep 95 % of the patches of " + phantoms
                + " further phantoms. Networks, learning and choice of rates (by CT and MR kept and right, and by the "
                + "rejected of the kinds seen where the network knows them) as in the part \"images\", seeds 1 to "
                + starts
                + ". First-order networks have as many channels, or as many parameters.";
    }

    private static List<Claim> claims(List<ImageStarts.Result> results) {
        String announced = "announced, no figure";
        return List.of(
                claim("reject-class",
                        "A second-order network with a class for what is neither rejects more images of kinds "
                                + "it never saw than a bound on the larger chance does, both keeping 95 % of CT and MR.",
                        announced, results.get(0), results.get(3)),
                claim("reject-width",
                        "With such a class, the second-order network rejects more images of kinds it never "
                                + "saw than the first-order one of equal width.",
                        "no figure", results.get(0), results.get(1)),
                claim("reject-parameters",
                        "With such a class, the second-order network rejects more images of kinds it "
                                + "never saw than the first-order one of equal parameter count.",
                        "no figure", results.get(0),
                        results.get(2)));
    }

    private static Claim claim(String id, String statement, String theirs, ImageStarts.Result ours,
            ImageStarts.Result other) {
        double[] rejected = ours.numbers(UNSEEN_REJECTED);
        double[] others = other.numbers(UNSEEN_REJECTED);
        Lead lead = Lead.of(rejected, others);
        return new Claim(id, statement, theirs, lead + " points: " + Lead.percent(rejected) + " against "
                + Lead.percent(others), lead.verdict(),
                "Start by start; not testable where the interval of the lead holds 0.");
    }
}
