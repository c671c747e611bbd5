package matterbook.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.gson.Gson;
import matterbook.Programs;
import matterbook.particles.Fluid;
import matterbook.trajectory.XyzFrame;
import matterbook.trajectory.XyzReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The trajectory of a run, read by ASE (A. H. Larsen and others, J. Phys.: Condens. Matter 29, 273002 (2017)): the same
 * places, velocities and box bit by bit, and ASE's own Lennard-Jones energy of the last frame.
 */
@Tag("full")
class AseIT {
    /** ASE shifts its potential to 0 at the cut-off, as lj-shifted does. */
    private static final String READ = """
            import json, sys
            from ase.calculators.lj import LennardJones
            from ase.io import read
            frames = read(sys.argv[1], index=':')
            last = frames[-1]
            last.calc = LennardJones(sigma=1, epsilon=1, rc=2.5)
            print(json.dumps(dict(frames=len(frames), time=last.info['Time'], mass=last.info['Mass'],
                cell=last.cell.tolist(), pbc=last.pbc.tolist(), positions=last.positions.tolist(),
                velocities=last.arrays['velo'].tolist(), energy=last.get_potential_energy())))
            """;

    private static final String RUN = """
            particles = 256
            density = 0.6
            mass = 10
            potential = lj-shifted
            cutoff = 2.5
            [only]
            integrator = langevin
            dt = 0.01
            time = 5
            temperature = 0.4
            """;

    @TempDir
    private Path folder;

    /** What the script says of the last frame. */
    private record Ase(int frames, double time, double mass, double[][] cell, boolean[] pbc, double[][] positions,
            double[][] velocities, double energy) {}

    @Test
    void disks() throws Exception {
        Ase ase = readsTheSame(RUN);
        assertArrayEquals(new boolean[]{true, true, false}, ase.pbc());
    }

    @Test
    void spheres() throws Exception {
        Ase ase = readsTheSame(RUN.replace("density = 0.6", "density = 0.8\ndimensions = 3\nstart = fcc"));
        assertArrayEquals(new boolean[]{true, true, true}, ase.pbc());
    }

    private Ase readsTheSame(String settings) throws Exception {
        Programs.require(Programs.python("import ase.io").isBlank(), "python3-ase");
        Path file = Files.writeString(folder.resolve("small.fluid"), settings);
        FluidRuns.of(file.toString(), Optional.empty()).run(folder, false, (run, stage, time, steps, all) -> {
        }, summary -> {
        });
        Path trajectory = folder.resolve("trajectory.xyz");
        List<XyzFrame> frames = XyzReader.readAll(trajectory);
        Fluid last = frames.getLast().fluid();
        Ase ase = new Gson().fromJson(Programs.python(READ, trajectory.toString()), Ase.class);
        assertEquals(frames.size(), ase.frames());
        assertEquals(5, ase.time(), 1e-9);
        assertEquals(10, ase.mass());
        for (int axis = 0; axis < last.dimensions(); axis++) {
            assertEquals(last.box().side(axis), ase.cell()[axis][axis]);
            assertArrayEquals(last.positions()[axis], column(ase.positions(), axis));
            assertArrayEquals(last.velocities()[axis], column(ase.velocities(), axis));
        }
        double energy = FluidEnergy.of(last, PotentialChoice.of("lj-shifted", 2.5)).energy();
        assertEquals(energy, ase.energy(), 1e-9 * Math.abs(energy));
        String[] row = Files.readAllLines(folder.resolve("series.csv")).getLast().split(",", -1);
        assertEquals(energy, Double.parseDouble(row[3]), 1e-9 * Math.abs(energy), "the run's own energy of that frame");
        return ase;
    }

    private static double[] column(double[][] rows, int axis) {
        return IntStream.range(0, rows.length).mapToDouble(i -> rows[i][axis]).toArray();
    }
}
