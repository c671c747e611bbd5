package matterbook.fluid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import matterbook.core.Digits;
import matterbook.core.Require;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.fluid.FluidEnergy.PairNames;
import matterbook.fluid.SettingsFile.Section;
import matterbook.md.Deterministic;
import matterbook.particles.Configuration;
import matterbook.particles.Fluid;
import matterbook.particles.Lattices;
import matterbook.particles.PeriodicBox;
import matterbook.trajectory.XyzReader;

/**
 * A run as a file of settings describes it; docs/fluids.md lists the keys.
 *
 * @param text all settings, one a line: a checkpoint belongs to a run if these are the same
 * @param start the particles before the first step
 * @param rng the random generator as the start left it; the run goes on with it
 */
record RunPlan(String name, String text, Fluid start, PotentialChoice potential, List<Stage> stages, Rng rng) {
    private static final List<String> KEYS = List.of("particles", "dimensions", "density", "box", "start", "velocities",
            "temperature", "mass", "potential", "cutoff", "seed", "series", "frames");
    /** Nearer than this particles of diameter 1 push each other hard. */
    private static final double NEAR = 0.75;
    /** The least distance of neighbours in units of that in a lattice of squares. */
    private static final double EVEN = 0.7;
    private static final String STARTS = "square, hexagonal, fcc, random, or the name of an XYZ file";

    /** The runs of a text of settings: one, or one for each of several values. */
    static List<RunPlan> parse(String name, String file, String text, Optional<Long> seed) throws IOException {
        SettingsFile settings = SettingsFile.parse(file, text);
        if (seed.isPresent()) {
            settings = settings.with("seed", Long.toString(seed.get()));
        }
        List<RunPlan> plans = new ArrayList<>();
        for (SettingsFile.Variant variant : settings.variants()) {
            plans.add(of(variant.name().isEmpty() ? name : name + "-" + variant.name(), variant.settings()));
        }
        return plans;
    }

    private static RunPlan of(String name, SettingsFile settings) throws IOException {
        Keys run = new Keys(settings.file(), settings.sections().getFirst(), KEYS);
        List<Stage> stages = new ArrayList<>();
        double first = 0;
        for (Section section : settings.sections().subList(1, settings.sections().size())) {
            Keys own = new Keys(settings.file(), section, Stage.KEYS);
            if (stages.stream().anyMatch(stage -> stage.name().equals(section.name()))) {
                throw SettingsFile.wrong(settings.file(), section.line(),
                        "there is a stage [" + section.name() + "] already; each needs a name of its own");
            }
            Stage stage = Stage.of(section.name(), own, run);
            if (!stages.isEmpty() && stage instanceof Stage.Dynamics part
                    && part.integrator() instanceof Deterministic) {
                own.refuse("temperature", "means nothing to this stage, which has no bath; only in the first stage it"
                        + " sets the velocities");
            }
            stages.add(stage);
            first = stages.size() == 1 ? own.number("temperature", 0) : first;
        }
        PotentialChoice potential = potential(run);
        Rng rng = Rng.seeded(seed(run));
        Fluid start = velocities(run, start(run, potential, rng), run.number("temperature", first), rng);
        return new RunPlan(name, settings.canonical(), start, potential, stages, rng);
    }

    /** Not by way of a double, which has no room for all digits of a seed. */
    private static long seed(Keys keys) {
        String seed = keys.text("seed", "1");
        try {
            return Long.parseLong(seed);
        } catch (NumberFormatException _) {
            throw keys.wrong("seed", "must be a whole number of at most 18 digits, not \"" + seed + "\"");
        }
    }

    private static PotentialChoice potential(Keys keys) {
        double cutoff = keys.number("cutoff", Double.NaN);
        try {
            return PotentialChoice.of(keys.text("potential"), cutoff);
        } catch (UserError failure) {
            throw keys.wrong("potential", "cannot be had: " + failure.getMessage());
        }
    }

    private static Fluid start(Keys keys, PotentialChoice potential, Rng rng) throws IOException {
        String start = keys.text("start", "square");
        if (start.endsWith(".xyz")) {
            for (String key : List.of("particles", "box", "density", "dimensions")) {
                keys.refuse(key, "comes from " + start + "; leave it out");
            }
            return last(Path.of(start), potential);
        }
        int n = keys.count("particles");
        PeriodicBox box = box(keys, n);
        try {
            return Fluid.of(switch (start) {
                case "square" -> even(n, number -> Lattices.square(number, box));
                case "hexagonal" -> even(n, number -> Lattices.staggered(number, box));
                case "fcc" -> faceCentred(n, box);
                case "random" -> random(n, box, rng);
                default -> throw keys.wrong("start", "\"" + start + "\" is unknown; there are: " + STARTS);
            });
        } catch (IllegalArgumentException failure) {
            throw keys.wrong("start", "cannot be made: " + failure.getMessage());
        }
    }

    /**
     * Rows and columns that leave no place empty can be very unlike: 401 particles make a single row. Refuses such a
     * lattice where its neighbours are too near to start from, and names numbers that make a better one.
     */
    private static Configuration even(int n, IntFunction<Configuration> lattice) {
        Configuration made = lattice.apply(n);
        if (isEven(made)) {
            return made;
        }
        int step = 2 - n % 2;
        int less = n;
        int more = n;
        do {
            less -= step;
        } while (less > step && !isEven(lattice.apply(less)));
        do {
            more += step;
        } while (!isEven(lattice.apply(more)));
        throw new IllegalArgumentException(n + " particles make rows and columns whose nearest are "
                + Digits.shortest(made.smallestDistance(), 3) + " apart; take " + less + " or " + more
                + ", or start = random");
    }

    private static boolean isEven(Configuration lattice) {
        double nearest = lattice.smallestDistance();
        double room = lattice.box().width() * lattice.box().height() / lattice.size();
        return nearest >= NEAR || nearest >= EVEN * Math.sqrt(room);
    }

    private static PeriodicBox box(Keys keys, int n) {
        if (keys.has("box")) {
            double[] sides = keys.numbers("box");
            keys.refuse("density", "follows from particles and box; leave it out");
            if (sides.length > 3 || keys.number("dimensions", Math.max(2, sides.length)) != Math.max(2, sides.length)) {
                throw keys.wrong("box", "must have two sides, or three with dimensions = 3, not " + keys.text("box"));
            }
            try {
                return new PeriodicBox(sides[0], sides[sides.length == 1 ? 0 : 1], sides.length == 3 ? sides[2] : 0);
            } catch (IllegalArgumentException failure) {
                throw keys.wrong("box", "cannot be: " + failure.getMessage());
            }
        }
        double density = keys.positive("density");
        return switch (keys.text("dimensions", "2")) {
            case "2" -> PeriodicBox.square(Math.sqrt(n / density));
            case "3" -> PeriodicBox.cube(Math.cbrt(n / density));
            default -> throw keys.wrong("dimensions", "must be 2 or 3, not " + keys.text("dimensions"));
        };
    }

    private static Configuration faceCentred(int n, PeriodicBox box) {
        int cells = (int) Math.round(Math.cbrt(n / 4.0));
        Require.that(4L * cells * cells * cells == n, "there are 4, 32, 108, 256, 500, 864, ... particles, not " + n);
        Require.that(box.equals(PeriodicBox.cube(box.width())), "it needs a cube, with dimensions = 3");
        return Lattices.faceCentred(cells, n / box.volume());
    }

    private static Configuration random(int n, PeriodicBox box, Rng rng) {
        double[][] r = new double[box.dimensions()][n];
        for (int axis = 0; axis < r.length; axis++) {
            for (int i = 0; i < n; i++) {
                r[axis][i] = box.side(axis) * rng.nextDouble();
            }
        }
        return Fluid.of(box, r, new double[r.length][n]).configuration();
    }

    private static Fluid last(Path file, PotentialChoice potential) throws IOException {
        if (!Files.exists(file)) {
            throw new UserError("no such file: " + file);
        }
        try (XyzReader reader = XyzReader.open(file)) {
            Fluid fluid = reader.last().orElseThrow(() -> new UserError(file + ": no frame in it")).fluid();
            FluidEnergy.requireApart(fluid, potential,
                    PairNames.lines(file.toString(), reader.firstParticleLine()));
            return fluid;
        }
    }

    private static Fluid velocities(Keys keys, Fluid start, double temperature, Rng rng) {
        Fluid fluid = keys.has("mass") ? start.withMass(keys.positive("mass")) : start;
        if (temperature < 0) {
            throw keys.wrong("temperature", "must not be negative: " + temperature);
        }
        String kind = keys.text("velocities", "thermal");
        return switch (kind) {
            case "thermal" -> fluid.thermalised(temperature, rng);
            case "maxwell" -> fluid.maxwellian(temperature, rng);
            case "rest" -> fluid.thermalised(0, rng);
            case "file" -> {
                if (!keys.text("start", "").endsWith(".xyz")) {
                    throw keys.wrong("velocities", "\"file\" needs a start from an XYZ file");
                }
                yield fluid;
            }
            default -> throw keys.wrong("velocities", "\"" + kind + "\" is unknown; there are: thermal (of total"
                    + " momentum 0), maxwell (independent of each other), rest, file");
        };
    }
}
