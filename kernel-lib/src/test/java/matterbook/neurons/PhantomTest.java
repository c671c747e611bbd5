package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import matterbook.core.Rng;
import matterbook.nn.Examples;
import matterbook.nn.Tensor;
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
    void patchesAreScaledAndLabelled() {
        Examples learn = Patches.of(6, 3, Rng.seeded(1));
        assertEquals("18 samples of 784 inputs and 1 target", learn.toString());
        assertArrayEquals(learn.x().toArray(), Patches.of(6, 3, Rng.seeded(1)).x().toArray());
        for (int i = 0; i < 18; i++) {
            double sum = 0;
            double squares = 0;
            for (float pixel : learn.x().row(i)) {
                sum += pixel;
                squares += pixel * pixel;
            }
            assertEquals(0, sum / 784, 1e-6);
            assertEquals(1, squares / 784, 1e-5);
            assertEquals(i / 3 % 2 == 0 ? 1 : 0, learn.y().get(i, 0));
        }
        assertEquals("the number of phantoms must be at least 1, not 0",
                assertThrows(IllegalArgumentException.class, () -> Patches.of(0, 1, Rng.seeded(1))).getMessage());
    }

    /**
     * Pieces of one image that overlap have the same pixels there, but for shift and scale, noise included: parting patches
     * rather than phantoms would show.
     */
    @Test
    void piecesOfOnePhantomAreNotParted() {
        Examples.Split split = Patches.split(4, 6, 4, Rng.seeded(1));
        assertEquals(16, split.train().size());
        assertEquals(24, split.test().size());
        assertEquals(0, shared(split.train().x(), split.test().x()));
        Examples.Split byPatch = split.train().split(0.5, Rng.seeded(2));
        assertTrue(shared(byPatch.train().x(), byPatch.test().x()) > 2);
    }

    /** How many pairs of patches, one of each set, overlap in one image. */
    private static int shared(Tensor a, Tensor b) {
        int count = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.rows(); j++) {
                count += overlap(a.row(i), b.row(j)) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean overlap(float[] a, float[] b) {
        for (int down = -16; down <= 16; down++) {
            for (int across = -16; across <= 16; across++) {
                if (correlation(a, b, down, across) > 0.9999) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of the pixels that both have when the second is shifted. */
    private static double correlation(float[] a, float[] b, int down, int across) {
        double n = 0;
        double sa = 0;
        double sb = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = Math.max(0, down); i < Math.min(28, 28 + down); i++) {
            for (int j = Math.max(0, across); j < Math.min(28, 28 + across); j++) {
                double x = a[i * 28 + j];
                double y = b[(i - down) * 28 + j - across];
                n++;
                sa += x;
                sb += y;
                aa += x * x;
                bb += y * y;
                ab += x * y;
            }
        }
        return (ab - sa * sb / n) / Math.sqrt((aa - sa * sa / n) * (bb - sb * sb / n));
    }

    @Test
    void networksThatAreComparedAreOfOneSize() {
        assertEquals(48_843, ImageNetwork.secondOrder(10, 60, 1).parameterCount());
        assertEquals(48_843, ImageNetwork.firstOrder(18, 104, 1).parameterCount(), 0.01 * 48_843);
        assertEquals(30_213, ImageNetwork.secondOrder(5, 70, 1).parameterCount());
        assertEquals(30_213, ImageNetwork.firstOrder(9, 124, 1).parameterCount(), 0.01 * 30_213);
        assertEquals(54_609, ImageNetwork.secondOrder(10, 60, 3).parameterCount());
        assertEquals(54_609, ImageNetwork.firstOrder(18, 108, 3).parameterCount(), 0.01 * 54_609);
    }

    @Test
    void aNetworkLearnsTheDifference() {
        ImageWay way = new ImageWay(ImageNetwork.secondOrder(4, 8, 1), 0.003, 0.1);
        Examples.Split split = Patches.split(30, 40, 5, Rng.seeded(1));
        Tensor y = way.learn(split.train(), Rng.seeded(2)).predict(split.test().x());
        int right = 0;
        for (int i = 0; i < 200; i++) {
            right += y.get(i, 0) > 0 == (split.test().y().get(i, 0) == Patches.CT) ? 1 : 0;
        }
        assertTrue(right > 140, right + " of 200 are right");
    }

    @Test
    @Tag("full")
    void whatTheImagesShow() {
        Findings findings = new ImageStudy(2, 4).run(Memory.none());
        assertEquals(List.of("48843", "16281", "49037", "30213", "10071", "30243"),
                findings.tables().getFirst().rows().stream().map(row -> row.get(1)).toList());
        assertEquals(List.of("images-10-60", "images-10-60-width", "images-10-60-parameters", "images-5-70",
                "images-5-70-width", "images-5-70-parameters"), findings.claims().stream().map(Claim::id).toList());
        assertEquals(Claim.Verdict.NOT_TESTABLE, findings.claims().getFirst().verdict());
    }
}
