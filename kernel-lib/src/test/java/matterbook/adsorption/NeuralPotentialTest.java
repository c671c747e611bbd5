package matterbook.adsorption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import matterbook.core.Estimate;
import matterbook.core.Rng;
import matterbook.core.UserError;
import matterbook.crystal.Crystal;
import matterbook.nn.TrainingCheckpoint;
import matterbook.nn.TrainingRun;
import matterbook.regression.Forest;
import matterbook.regression.Knn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralPotentialTest {
    private static final Framework MOF = Framework.mgMof74();
    private static final Guest CO2 = ForceField.lin().guest("CO2");
    private static final EnergySurface LIN = new TabulatedHostGuest(MOF, ForceField.lin(), CO2, 1.5);
    private static final Configurations ALL = new RejectionSampling(LIN, 8000, -45).sample(3000, Rng.seeded(1));
    private static final Configurations FEW = ALL.range(0, 300);
    private static final PotentialLearning.Networks SMALL = PotentialLearning.Networks.of(16, 16);
    private static final PotentialRecipe QUICK = PotentialRecipe.of(
            SMALL.withTraining(SMALL.training().withEpochs(12)));
    private static final PotentialTraining TRAINING = PotentialTraining.of(QUICK, MOF, FEW);
    private static final NeuralPotential ENSEMBLE = TRAINING.fit(3, Rng.seeded(2));

    @TempDir
    Path folder;

    /** Five layers of 50 from 800 configurations; the energies scatter by 20 kJ/mol. The bound is 1.5 times what came out. */
    @Test
    void learnsTheForceField() {
        NeuralPotential learned = NeuralPotential.fit(MOF, ALL.range(0, 800), Rng.seeded(3));
        SurfaceScore score = SurfaceScore.of(learned, ALL.range(800, 3000), 10);
        assertTrue(score.error().rmse() < 3, score.toString());
        assertTrue(score.overlaps() <= 5, score.toString());
        assertTrue(score.count() > 1900, score.toString());
        int passed = 0;
        Rng rng = Rng.seeded(4);
        for (int n = 0; n < 4000; n++) {
            double[] sites = Pose.uniform(MOF.cell(), rng).sites(CO2);
            double predicted = learned.kjPerMol(sites);
            if (LIN.kjPerMol(sites) > 100 && predicted < Double.POSITIVE_INFINITY) {
                passed++;
                assertTrue(predicted > 0, "an overlap is predicted to attract: " + predicted);
            }
        }
        assertTrue(passed > 20, "only " + passed + " overlaps pass the wall");
    }

    @Test
    void manyAtOnceAreTheSameAsOneByOne() {
        double[][] sites = IntStream.range(0, 600).mapToObj(ALL::sites).toArray(double[][]::new);
        double[] together = new double[600];
        double[] deviation = new double[600];
        ENSEMBLE.predict(sites, together, deviation);
        NeuralPotential another = ENSEMBLE.another();
        for (int i = 0; i < 600; i += 37) {
            assertEquals(together[i], another.kjPerMol(sites[i]), 1e-4);
            assertEquals(deviation[i], another.predict(sites[i]).error(), 1e-4);
        }
    }

    @Test
    void anEnsembleAverages() {
        assertEquals(3, ENSEMBLE.members());
        double[] sites = FEW.sites(7);
        double[] one = IntStream.range(0, 3).mapToDouble(k -> ENSEMBLE.member(k).kjPerMol(sites)).toArray();
        double mean = (one[0] + one[1] + one[2]) / 3;
        Estimate predicted = ENSEMBLE.predict(sites);
        assertEquals(mean, predicted.value(), 1e-4);
        double squares = IntStream.range(0, 3).mapToDouble(k -> (one[k] - mean) * (one[k] - mean)).sum();
        assertEquals(Math.sqrt(squares / 2), predicted.error(), 1e-4);
        assertTrue(Double.isNaN(ENSEMBLE.member(0).predict(sites).error()));
    }

    @Test
    void behindTheWallItIsInfinite() {
        assertEquals(0, SurfaceScore.of(ENSEMBLE, FEW, 1000).overlaps());
        OverlapWall wall = ENSEMBLE.wall();
        double[] distances = new double[ENSEMBLE.features().distanceCount()];
        Rng rng = Rng.seeded(6);
        int behind = 0;
        for (int n = 0; n < 2000; n++) {
            double[] sites = Pose.uniform(MOF.cell(), rng).sites(CO2);
            ENSEMBLE.features().distances(sites, distances);
            boolean overlaps = IntStream.range(0, wall.size())
                    .anyMatch(pair -> distances[4 * pair] < wall.distance(pair));
            assertEquals(overlaps, Double.isInfinite(ENSEMBLE.kjPerMol(sites)));
            behind += overlaps ? 1 : 0;
        }
        assertTrue(behind > 800, behind + " of 2000 behind the wall");
        double[][] atoms = MOF.crystal().positions();
        double[] onAnAtom = new Pose(atoms[0][0], atoms[1][0], atoms[2][0]).sites(CO2);
        assertEquals(new Estimate(Double.POSITIVE_INFINITY, 0), ENSEMBLE.predict(onAnAtom));
    }

    @Test
    void oneWallForAllPairs() {
        OverlapWall wall = PotentialTraining.of(QUICK.withWall(PotentialRecipe.Wall.PER_GUEST, 1), MOF, FEW).wall();
        assertEquals(wall.least(), wall.greatest());
        assertEquals(wall.least() * 0.98, TRAINING.wall().least(), 1e-12);
        assertTrue(wall.least() > 1.5 && wall.least() < 2.1, wall.toString());
    }

    @Test
    void aFileGivesTheSameEnergies() throws IOException {
        for (NeuralPotential potential : List.of(ENSEMBLE,
                PotentialTraining.of(PotentialRecipe.of(new Forest(5)), MOF, FEW).fit(Rng.seeded(7)),
                PotentialTraining.of(PotentialRecipe.of(new Knn(3).unscaled()), MOF, FEW).fit(Rng.seeded(8)))) {
            Path file = folder.resolve("co2.potential");
            potential.save(file);
            NeuralPotential loaded = NeuralPotential.load(file, MOF, CO2);
            assertArrayEquals(SurfaceScore.energies(potential, ALL), SurfaceScore.energies(loaded, ALL), 0);
            assertEquals(potential.toString(), loaded.toString());
        }
    }

    @Test
    void aFileRefusesOtherUse() throws IOException {
        Path file = folder.resolve("co2.potential");
        ENSEMBLE.save(file);
        Guest water = ForceField.lin().guest("H2O");
        assertEquals(
                file + ": learned for CO2, not for H2O; a potential is of use for its own guest alone: train another",
                assertThrows(UserError.class, () -> NeuralPotential.load(file, MOF, water)).getMessage());
        Crystal two = MOF.crystal().times(1, 1, 2);
        assertEquals(file + ": learned in mg-mof-74, not in " + (two.name().equals("mg-mof-74")
                ? "this other framework of that name"
                : two.name()) + "; a potential is of use in its own framework alone: train another",
                assertThrows(UserError.class, () -> NeuralPotential.load(file, Framework.of(two))).getMessage());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertEquals(file + ": damaged (its checksum is wrong); copy or make it anew",
                assertThrows(UserError.class, () -> NeuralPotential.load(file, MOF)).getMessage());
    }

    @Test
    void trainingGoesOnBitByBit() throws IOException {
        TrainingRun whole = TRAINING.start(Rng.seeded(9), null);
        whole.advance(12);
        TrainingRun part = TRAINING.start(Rng.seeded(9), null);
        part.advance(5);
        Path file = folder.resolve("training");
        part.checkpoint().save(file);
        TrainingRun resumed = TRAINING.resume(TrainingCheckpoint.load(file), Rng.seeded(9));
        resumed.advance(7);
        assertTrue(resumed.finished());
        assertArrayEquals(whole.result().model().weights(), resumed.result().model().weights());
        assertArrayEquals(SurfaceScore.energies(TRAINING.potential(whole.result()), FEW),
                SurfaceScore.energies(TRAINING.potential(resumed.result()), FEW), 0);
    }

    @Test
    void startsFromWhatAnotherLearned() {
        NeuralPotential learned = TRAINING.potential(TRAINING.start(Rng.seeded(9), null).result());
        assertArrayEquals(SurfaceScore.energies(learned, FEW),
                SurfaceScore.energies(TRAINING.potential(TRAINING.start(Rng.seeded(10), learned).result()), FEW), 0);
        assertFalse(SurfaceScore.of(learned, FEW, 10).equals(
                SurfaceScore.of(TRAINING.potential(TRAINING.start(Rng.seeded(10), null).result()), FEW, 10)));
        NeuralPotential forest = PotentialTraining.of(PotentialRecipe.of(new Forest(2)), MOF, FEW).fit(Rng.seeded(1));
        assertEquals("weights to start from are those of a network, not of: " + forest.note(),
                assertThrows(UserError.class, () -> TRAINING.start(Rng.seeded(1), forest)).getMessage());
        PotentialLearning.Networks narrow = PotentialLearning.Networks.of(7);
        PotentialTraining other = PotentialTraining.of(QUICK.withLearning(narrow), MOF, FEW);
        assertEquals("no layer of the network to start from has the shape of one here",
                assertThrows(UserError.class, () -> other.start(Rng.seeded(1), learned)).getMessage());
    }

    @Test
    void refusesNonsense() {
        assertEquals("a potential needs at least 10 configurations to learn from, not 9",
                assertThrows(UserError.class, () -> PotentialTraining.of(QUICK, MOF, FEW.range(0, 9))).getMessage());
        Framework two = Framework.of(MOF.crystal().times(1, 1, 2));
        assertEquals("this set of configurations belongs to the framework " + FEW.framework() + ", not to "
                + FrameworkIdentity.of(two),
                assertThrows(UserError.class, () -> PotentialTraining.of(QUICK, two, FEW)).getMessage());
        assertEquals("no model \"tree\"; there are dnn, forest, knn, svm, mlp",
                assertThrows(UserError.class, () -> PotentialRecipe.named("tree")).getMessage());
        assertEquals("of 300 configurations none below -100 kJ/mol has a predicted energy: there is nothing to score",
                assertThrows(UserError.class, () -> SurfaceScore.of(ENSEMBLE, FEW, -100)).getMessage());
    }

    @Test
    void energiesAboveTheKneeAreBent() {
        EnergyScale scale = EnergyScale.of(new double[]{-30, -10, 5, 10, 300}, 10, 20);
        for (double energy : new double[]{-42, 0, 10, 10.5, 50, 800}) {
            assertEquals(energy, scale.undo(scale.apply(energy)), 1e-9 * Math.abs(energy) + 1e-12);
        }
        double mean = 0;
        for (double energy : new double[]{-30, -10, 5, 10, 10 + 20 * Math.log1p(290 / 20.0)}) {
            mean += energy / 5;
        }
        assertEquals(mean, scale.shift(), 1e-12);
        assertEquals((10 + 20 * Math.log(3.5) - mean) / scale.unit(), scale.apply(60), 1e-12);
    }
}
