package matterbook.fluid;

import java.util.List;

import matterbook.mc.Nvt;
import matterbook.md.EulerMaruyama;
import matterbook.md.ExplicitEuler;
import matterbook.md.Integrator;
import matterbook.md.Langevin;
import matterbook.md.LangevinBaoab;
import matterbook.md.PositionVerlet;
import matterbook.md.SemiImplicitEuler;
import matterbook.md.VelocityVerlet;

/** A part of a run with one way of moving particles. */
sealed interface Stage {
    String name();

    /** Steps of the whole stage. */
    long steps();

    /** Steps from one row of the series to the next. */
    long series();

    /** Steps from one frame to the next. */
    long frames();

    /** How long a step is; a sweep is 1. */
    double timeStep();

    /** Dynamics, in steps of time. */
    record Dynamics(String name, Integrator integrator, long steps, long series, long frames) implements Stage {
        @Override
        public double timeStep() {
            return integrator.timeStep();
        }
    }

    /** Monte Carlo, in sweeps. */
    record Sampling(String name, Nvt ensemble, long steps, long series, long frames) implements Stage {
        @Override
        public double timeStep() {
            return 1;
        }
    }

    /** All keys of a stage. */
    List<String> KEYS = List.of("integrator", "dt", "time", "temperature", "friction", "sweeps", "step", "series",
            "frames");

    String INTEGRATORS = "langevin, langevin-baoab, brownian, velocity-verlet, position-verlet,"
            + " semi-implicit-euler, explicit-euler, metropolis";
    double MOST_STEPS = 1e12;
    double SERIES = 200;
    double FRAMES = 20;

    /** Reads a stage; what it does not say itself of series and frames is said by the whole run, or chosen. */
    static Stage of(String name, Keys keys, Keys run) {
        if (keys.text("integrator").equals("metropolis")) {
            return sampling(name, keys, run);
        }
        for (String key : List.of("sweeps", "step")) {
            keys.refuse(key, "is of metropolis; dynamics has dt and time");
        }
        double dt = keys.positive("dt");
        double time = keys.positive("time");
        if (time / dt > MOST_STEPS) {
            throw keys.wrong("time", "is more than 1e12 time steps");
        }
        long steps = Math.max(1, Math.round(time / dt));
        return new Dynamics(name, integrator(keys, dt), steps, every("series", keys, run, dt, time / SERIES),
                every("frames", keys, run, dt, time / FRAMES));
    }

    private static Stage sampling(String name, Keys keys, Keys run) {
        for (String key : List.of("dt", "time", "friction")) {
            keys.refuse(key, "is of dynamics; metropolis has sweeps and step");
        }
        int sweeps = keys.count("sweeps");
        Nvt ensemble = new Nvt(keys.positive("temperature")).step(keys.positive("step"));
        return new Sampling(name, ensemble, sweeps, every("series", keys, run, 1, sweeps / SERIES),
                every("frames", keys, run, 1, sweeps / FRAMES));
    }

    private static long every(String key, Keys keys, Keys run, double dt, double otherwise) {
        double time = keys.has(key) ? keys.positive(key) : run.has(key) ? run.positive(key) : otherwise;
        return Math.max(1, Math.round(time / dt));
    }

    private static Integrator integrator(Keys keys, double dt) {
        String name = keys.text("integrator");
        if (name.matches(".*(verlet|euler)")) {
            keys.refuse("friction", "means nothing to " + name + ", which has no bath");
        }
        return switch (name) {
            case "langevin" -> new Langevin(dt, friction(keys), temperature(keys));
            case "langevin-baoab" -> new LangevinBaoab(dt, friction(keys), temperature(keys));
            case "brownian" -> new EulerMaruyama(dt, friction(keys), temperature(keys));
            case "velocity-verlet" -> new VelocityVerlet(dt);
            case "position-verlet" -> new PositionVerlet(dt);
            case "semi-implicit-euler" -> new SemiImplicitEuler(dt);
            case "explicit-euler" -> new ExplicitEuler(dt);
            default -> throw keys.wrong("integrator", "\"" + name + "\" is unknown; there are: " + INTEGRATORS);
        };
    }

    private static double friction(Keys keys) {
        return keys.has("friction") ? keys.positive("friction") : 1;
    }

    private static double temperature(Keys keys) {
        double temperature = keys.number("temperature");
        if (temperature < 0) {
            throw keys.wrong("temperature", "must not be negative: " + keys.text("temperature"));
        }
        return temperature;
    }
}
