package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.crystal.AtomSite;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.particles.UnitCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplingTest {
    private static final Framework MOF = Framework.mgMof74();
    private static final EnergySurface CO2 = new TabulatedHostGuest(MOF, ForceField.lin(),
            ForceField.lin().guest("CO2"));
    private static final double[] PARTS = {0.05, 0.5, 0.95, 0.99};

    @TempDir
    private Path folder;

    /**
     * Percentiles at 8000 K and the part below 10 kJ/mol from an independent program, rounded to whole kJ/mol and percent.
     * The band is half a unit for the rounding and four standard errors of ours, sqrt(p (1 - p)/n) over the density there;
     * the density is taken from our own percentiles around p.
     */
    @Test
    void rejectionGivesTheKnownPercentiles() {
        Sampling.Draws draws = new RejectionSampling(CO2, 8000, -45).draws(Rng.seeded(1));
        int n = 6000;
        double[] energies = new double[n];
        for (int i = 0; i < n; i++) {
            energies[i] = draws.next().kjPerMol();
        }
        Configurations set = set(energies);
        double[] known = {-22, -8, 25, 97};
        for (int i = 0; i < PARTS.length; i++) {
            double p = PARTS[i];
            double sigma = Math.sqrt(p * (1 - p) / n);
            double band = 0.5 + 2 * (set.percentile(Math.min(1, p + 2 * sigma)) - set.percentile(p - 2 * sigma)) / 2;
            assertEquals(known[i], set.percentile(p), band, "percentile " + p);
        }
        assertEquals(0.92, Arrays.stream(energies).filter(u -> u < 10).count() / (double) n,
                0.005 + 4 * Math.sqrt(0.92 * 0.08 / n));
        // what is kept goes with exp(floor / RT): the other program kept about 14 %, which a floor of -76 kJ/mol does
        assertEquals(0.14, n / (double) draws.energies() * Math.exp((45.0 - 76) / 66.5), 0.01);
    }

    /** The two ways to the same distribution, by the medians and quarters of 1500 energies each, four sigma of both. */
    @Test
    void metropolisEqualsRejection() {
        int n = 1500;
        Configurations walked = new CanonicalSampling(CO2, 8000).sample(n, Rng.seeded(2));
        Configurations exact = new RejectionSampling(CO2, 8000, -45).sample(n, Rng.seeded(3));
        for (double p : new double[]{0.1, 0.25, 0.5, 0.75, 0.9}) {
            double sigma = Math.sqrt(2 * p * (1 - p) / n);
            double quantile = exact.percentile(p);
            double below = Arrays.stream(walked.energies()).filter(u -> u < quantile).count() / (double) n;
            assertEquals(p, below, 4 * sigma, "part below " + quantile);
        }
        assertEquals(exact.framework(), walked.framework());
        assertEquals("Metropolis at 8000.0 K, of every 50 moves the last", walked.origin());
    }

    /** In a harmonic well of stiffness k the energy of three shifts has the mean 3/2 RT; the guest is an atom without sides. */
    @Test
    void walkThroughAHarmonicWell() {
        UnitCell cube = UnitCell.cube(40);
        Framework empty = Framework.of(new Crystal("well", cube, List.of(new AtomSite(Element.He, 0.5, 0.5, 0.5))));
        Guest atom = new Guest("atom", List.of(new Guest.Site("A", 0, 4, 0, 0, 0)));
        EnergySurface well = new EnergySurface() {
            @Override
            public Framework framework() {
                return empty;
            }

            @Override
            public Guest guest() {
                return atom;
            }

            @Override
            public double kjPerMol(double[] r) {
                return 0.5 * ((r[0] - 20) * (r[0] - 20) + (r[1] - 20) * (r[1] - 20) + (r[2] - 20) * (r[2] - 20));
            }
        };
        Configurations set = new CanonicalSampling(well, 300, 40).sample(4000, Rng.seeded(4));
        double mean = Arrays.stream(set.energies()).average().orElseThrow();
        double rt = 8.31446261815324e-3 * 300;
        // the energies' own spread is sqrt(3/2) RT; a memory of two configurations doubles the variance of the mean
        assertEquals(1.5 * rt, mean, 4 * Math.sqrt(1.5) * rt * Math.sqrt(2.0 / 4000));
    }

    @Test
    void coldSetsLieLow() {
        Configurations cold = new CanonicalSampling(CO2, 300, 100).sample(100, Rng.seeded(5));
        assertTrue(cold.percentile(0.5) < -30, () -> "median " + cold.percentile(0.5));
        assertTrue(cold.lowest() > -45, () -> "lowest " + cold.lowest());
    }

    @Test
    void distancesLieInTheRange() {
        EnergySurface co = new TabulatedHostGuest(MOF, ForceField.lin(), ForceField.lin().guest("CO"));
        Configurations set = new DistanceSampling(co, 2.0, 5.5).sample(50, Rng.seeded(6));
        double[][] atoms = MOF.crystal().positions();
        for (int i = 0; i < set.size(); i++) {
            double[] sites = set.sites(i);
            double least = Double.POSITIVE_INFINITY;
            for (int s : new int[]{0, 2}) {
                for (int j = 0; j < MOF.size(); j++) {
                    for (double d : MOF.cell().distancesWithin(6, sites[3 * s] - atoms[0][j],
                            sites[3 * s + 1] - atoms[1][j], sites[3 * s + 2] - atoms[2][j])) {
                        least = Math.min(least, d);
                    }
                }
            }
            assertEquals(least, SmallestDistance.of(MOF, co.guest(), 6).at(sites), 1e-9);
            assertTrue(least >= 2 && least <= 5.5, "smallest distance " + least);
        }
    }

    @Test
    void goesOnAsIfNeverStopped() throws IOException {
        for (Sampling sampling : List.of(new CanonicalSampling(CO2, 500, 7), new RejectionSampling(CO2, 8000, -45))) {
            Configurations whole = SampleRun.start(sampling, Rng.seeded(7)).run(40);
            SampleRun first = SampleRun.start(sampling, Rng.seeded(7));
            first.run(15);
            Path file = folder.resolve("run.checkpoint");
            first.save("these", file);
            SampleRun second = SampleRun.resume(sampling, "these", file);
            assertEquals(15, second.size());
            Configurations both = second.run(40);
            assertEquals(whole.poses(), both.poses());
            assertArrayEquals(whole.energies(), both.energies());
            assertEquals(file + " is of other sampling: it is these, not those", assertThrows(UserError.class,
                    () -> SampleRun.resume(sampling, "those", file)).getMessage());
        }
    }

    @Test
    void damagedCheckpointIsRefused() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        Sampling sampling = new RejectionSampling(CO2, 8000, -45);
        SampleRun.start(sampling, Rng.seeded(8)).save("x", file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);
        assertEquals(file + ": this checkpoint is damaged; begin the sampling anew",
                assertThrows(UserError.class, () -> SampleRun.resume(sampling, "x", file)).getMessage());
        Files.writeString(file, "something else altogether");
        assertEquals(file + ": not the checkpoint of sampling by this version",
                assertThrows(UserError.class, () -> SampleRun.resume(sampling, "x", file)).getMessage());
    }

    @Test
    void refusesWhatCannotBe() {
        assertEquals("the temperature must be a finite number above 0, not -300.0",
                assertThrows(IllegalArgumentException.class, () -> new CanonicalSampling(CO2, -300)).getMessage());
        assertEquals("the farthest distance must be finite and above the nearest, 3.0 angstrom, not 2.0",
                assertThrows(IllegalArgumentException.class, () -> new DistanceSampling(CO2, 3, 2)).getMessage());
        String floor = String.valueOf(assertThrows(UserError.class,
                () -> new RejectionSampling(CO2, 8000, -20).sample(100, Rng.seeded(9))).getMessage());
        assertTrue(
                floor.matches("a configuration has -2\\d[.\\d]* kJ/mol, below the floor of -20: rejection is exact with"
                        + " a floor below all energies only; try -3\\d"),
                floor);
    }

    private static Configurations set(double[] energies) {
        return new Configurations(CO2.guest(), FrameworkIdentity.of(MOF), "test",
                java.util.Collections.nCopies(energies.length, new Pose(0, 0, 0)), energies);
    }
}
