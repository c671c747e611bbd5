package matterbook.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import matterbook.particles.Fluid;
import org.junit.jupiter.api.Test;

/** The course's systems have the course's numbers. */
class PresetsTest {
    private static final String MELT = "Langevin[timeStep=0.01, friction=1.0, temperature=5.0] x 1000";

    @Test
    void langevinParticlesThatDoNotMeet() throws Exception {
        List<RunPlan> plans = plans("a4");
        assertEquals(List.of("0.01", "0.1", "1.0"), plans.stream().map(PresetsTest::temperatureOfTheEnd).toList());
        assertEquals("1000 particles in a box of 10 x 10 x 10; no potential;"
                + " Langevin[timeStep=0.01, friction=1.0, temperature=0.01] x 1000", describe(plans.getFirst()));
    }

    @Test
    void lattices() throws Exception {
        for (RunPlan plan : plans("a5")) {
            assertEquals("512 particles in a box of 40 x 40; no potential; ", describe(plan));
        }
        assertEquals(List.of("a5-square", "a5-hexagonal"), plans("a5").stream().map(RunPlan::name).toList());
    }

    @Test
    void quenches() throws Exception {
        String disks = "1024 particles in a box of 40 x 40; Lennard-Jones, cut at 2.5; ";
        List<RunPlan> plans = plans("a6");
        assertEquals(List.of("0.2", "0.4", "0.6", "1.0"),
                plans.stream().map(PresetsTest::temperatureOfTheEnd).toList());
        assertEquals(disks + MELT + ", Langevin[timeStep=0.01, friction=1.0, temperature=0.2] x 10000",
                describe(plans.getFirst()));
        assertEquals(1000, plans.getFirst().stages().getLast().frames(), "a frame every 10 units of time");
        assertEquals(disks + "Nvt[temperature=5.0, step=0.15, tail=false, allPairs=false] x 1000,"
                + " Nvt[temperature=0.2, step=0.15, tail=false, allPairs=false] x 50000",
                describe(plans("a8").getFirst()));
    }

    @Test
    void molecularDynamics() throws Exception {
        assertEquals("1024 particles in a box of 40 x 40; r12, cut at 3; " + MELT
                + ", Langevin[timeStep=0.01, friction=1.0, temperature=0.9] x 10000, VelocityVerlet[timeStep=0.001] x 30000",
                describe(plans("a7").getFirst()));
    }

    /** Three masses, 1500 units of time in the cold from T = 5, and 100 at constant energy. */
    @Test
    void theLast() throws Exception {
        List<RunPlan> plans = plans("final");
        assertEquals(List.of(0.1, 1.0, 10.0), plans.stream().map(RunPlan::start).map(Fluid::mass).toList());
        RunPlan plan = plans.getFirst();
        assertEquals("1000 particles in a box of 50 x 50; Lennard-Jones, force-shifted, cut at 2",
                plan.start().configuration() + "; " + plan.potential());
        List<Stage> stages = plan.stages();
        assertEquals(1500, stages.subList(1, 3).stream().mapToDouble(s -> s.steps() * s.timeStep()).sum(), 1e-9);
        assertEquals("Langevin[timeStep=0.004, friction=1.0, temperature=0.2]", moves(stages.get(2)));
        assertEquals("VelocityVerlet[timeStep=0.001] x 100000", moves(stages.get(3)) + " x " + stages.get(3).steps());
    }

    @Test
    void namesAndSeeds() throws Exception {
        for (String name : Presets.NAMES) {
            assertEquals(name, FluidRuns.of(name.toUpperCase(Locale.ROOT), Optional.of(3L)).name());
        }
        assertEquals(0, plans("a5").getFirst().start().kineticEnergy());
        assertEquals(5, plans("a7").getFirst().start().temperature(), 1e-9);
    }

    private static List<RunPlan> plans(String name) throws Exception {
        return RunPlan.parse(name, name, Presets.text(name), Optional.empty());
    }

    private static String describe(RunPlan plan) {
        return plan.start().configuration() + "; " + plan.potential() + "; " + plan.stages().stream()
                .map(stage -> moves(stage) + " x " + stage.steps()).collect(Collectors.joining(", "));
    }

    private static String moves(Stage stage) {
        return switch (stage) {
            case Stage.Dynamics dynamics -> dynamics.integrator().toString();
            case Stage.Sampling sampling -> sampling.ensemble().toString();
        };
    }

    private static String temperatureOfTheEnd(RunPlan plan) {
        return moves(plan.stages().getLast()).replaceAll(".*temperature=|[,\\]].*", "");
    }
}
