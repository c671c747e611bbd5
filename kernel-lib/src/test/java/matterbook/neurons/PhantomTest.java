package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import matterbook.core.Rng;
import matterbook.nn.Examples;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PhantomTest {
    private static final int SIDE = 41;

    /** A disk of radius 0.8 with bone outside of 0.7 and one organ in the middle. */
    private static final Phantom DISK = new Phantom(new Phantom.Ellipse(0, 0, 0.8, 0.8, 0), 0.125,
            List.of(new Phantom.Organ(new Phantom.Ellipse(0, 0, 0.3, 0.3, 0), 1)));

    /** The mean over pixels whose distance from the centre lies between these. */
    private static double mean(double[] image, double from, double to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                double distance = Math.hypot((2 * j + 1.0) / SIDE - 1, (2 * i + 1.0) / SIDE - 1);
                if (distance > from && distance < to) {
                    sum += image[i * SIDE + j];
                    count++;
                }
            }
        }
        return sum / count;
    }

    @Test
    void boneIsBrightInCtAndDarkInMr() {
        double[] ct = DISK.image(Phantom.Modality.CT, SIDE, Rng.seeded(1));
        assertEquals(1, mean(ct, 0.71, 0.79), 0.04);
        assertEquals(0.55, mean(ct, 0, 0.28), 0.04);
        assertEquals(0.5, mean(ct, 0.32, 0.68), 0.04);
        assertEquals(0, mean(ct, 0.85, 1), 0.04);
        double[] mr = DISK.image(Phantom.Modality.MR, SIDE, Rng.seeded(1));
        assertEquals(0.95, mean(mr, 0, 0.28), 0.04); // the drift has mean 1
        assertEquals(0.6, mean(mr, 0.32, 0.68), 0.04);
        assertEquals(0.08, mean(mr, 0.71, 0.79), 0.05);
        for (double pixel : mr) {
            assertTrue(pixel >= 0); // a magnitude
        }
    }

    @Test
    void patchesAreScaledAndShareNoPhantom() {
        Examples learn = Patches.of(6, 3, Rng.seeded(1));
        assertEquals("18 samples of 784 inputs and 1 target", learn.toString());
        assertArrayEquals(learn.x().toArray(), Patches.of(6, 3, Rng.seeded(1)).x().toArray());
        Set<Float> seen = new HashSet<>();
        for (int i = 0; i < 18; i++) {
            double sum = 0;
            double squares = 0;
            for (float pixel : learn.x().row(i)) {
                sum += pixel;
                squares += pixel * pixel;
                seen.add(pixel);
            }
            assertEquals(0, sum / 784, 1e-6);
            assertEquals(1, squares / 784, 1e-5);
            assertEquals(i / 3 % 2 == 0 ? 1 : 0, learn.y().get(i, 0));
        }
        int common = 0;
        for (float pixel : Patches.of(6, 3, Rng.seeded(2)).x().toArray()) {
            common += seen.contains(pixel) ? 1 : 0;
        }
        assertTrue(common < 784, common + " of 14112 numbers are the same"); // single precision has equal ones by chance
        assertEquals("the number of phantoms must be at least 1, not 0",
                assertThrows(IllegalArgumentException.class, () -> Patches.of(0, 1, Rng.seeded(1))).getMessage());
    }

    @Test
    void networksThatAreComparedAreOfOneSize() {
        assertEquals(48_843, ImageStudy.secondOrder(10, 60).parameterCount());
        assertEquals(48_843, ImageStudy.firstOrder(18, 104).parameterCount(), 0.01 * 48_843);
        assertEquals(30_213, ImageStudy.secondOrder(5, 70).parameterCount());
        assertEquals(30_213, ImageStudy.firstOrder(9, 124).parameterCount(), 0.01 * 30_213);
    }

    @Test
    @Tag("full")
    void networksLearnTheDifference() {
        Findings findings = new ImageStudy(2).run(Memory.none());
        for (List<String> row : findings.tables().getFirst().rows()) {
            assertTrue(Double.parseDouble(row.get(2).substring(0, row.get(2).indexOf(' '))) > 65, row.toString());
        }
        for (Claim claim : findings.claims()) {
            assertEquals(Claim.Verdict.NOT_TESTABLE, claim.verdict());
        }
    }
}
