package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import matterbook.nn.Examples;
import org.junit.jupiter.api.Test;

class ForeignTest {
    private static final int SIDE = 96;

    /** Of each pixel with its right neighbour. */
    private static double neighbours(double[] image) {
        double mean = Arrays.stream(image).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int k = 0; k < image.length - 1; k++) {
            product += (image[k] - mean) * (image[k + 1] - mean);
            square += (image[k] - mean) * (image[k] - mean);
        }
        return product / square;
    }

    @Test
    void kindsDifferInWhatNeighboursKnowOfEachOther() {
        for (Foreign kind : Foreign.values()) {
            double[] image = kind.image(SIDE, Rng.seeded(3));
            assertEquals(SIDE * SIDE, image.length);
            assertArrayEquals(image, kind.image(SIDE, Rng.seeded(3)));
        }
        assertEquals(0, neighbours(Foreign.STATIC.image(SIDE, Rng.seeded(3))), 0.05); // five standard errors of 9215 pairs
        for (Foreign kind : List.of(Foreign.LEAVES, Foreign.CLOUDS, Foreign.SHADE)) {
            double known = neighbours(kind.image(SIDE, Rng.seeded(3)));
            assertTrue(known > 0.7, kind + " " + known);
        }
    }

    /** Powers of waves of 2 and of 8 periods across, of many clouds: as the square of their ratio. */
    @Test
    void powerOfCloudsFallsWithTheSquareOfTheWaveNumber() {
        double slow = 0;
        double fast = 0;
        for (int seed = 0; seed < 60; seed++) {
            double[] image = Foreign.CLOUDS.image(32, Rng.seeded(seed));
            slow += power(image, 2) + power(image, 3);
            fast += power(image, 8) + power(image, 12);
        }
        assertEquals(16, slow / fast, 10);
    }

    /** Of the wave with so many periods across an image of 32 x 32 pixels. */
    private static double power(double[] image, int periods) {
        double real = 0;
        double imaginary = 0;
        for (int k = 0; k < image.length; k++) {
            double phase = 2 * Math.PI * periods * (k % 32) / 32;
            real += image[k] * Math.cos(phase);
            imaginary += image[k] * Math.sin(phase);
        }
        return real * real + imaginary * imaginary;
    }

    @Test
    void writingIsDarkOnBright() {
        double[] page = Foreign.WRITING.image(SIDE, Rng.seeded(5));
        long ink = Arrays.stream(page).filter(pixel -> pixel < 0.4).count();
        long paper = Arrays.stream(page).filter(pixel -> pixel > 0.6).count();
        assertEquals(page.length, (double) (ink + paper), 9);
        assertTrue(ink > 0.1 * page.length && ink < 0.4 * page.length, ink + " dark pixels");
    }

    @Test
    void foreignPatchesComeLastWithALabelOfTheirOwn() {
        Examples patches = Patches.withForeign(4, List.of(Foreign.STATIC, Foreign.SHADE), 3, Rng.seeded(1));
        assertArrayEquals(new double[]{1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 2, 2, 2, 2, 2, 2}, patches.y().column(0));
        assertArrayEquals(Patches.of(4, 3, Rng.seeded(1)).x().toArray(), patches.x().rows(0, 12).toArray());
        assertEquals(6, Patches.foreign(Foreign.BRICKS, 2, 3, Rng.seeded(1)).rows());
        assertEquals("there is no kind of foreign images", assertThrows(IllegalArgumentException.class,
                () -> Patches.withForeign(4, List.of(), 3, Rng.seeded(1))).getMessage());
        assertEquals("the number of foreign images must be at least 1, not 0", assertThrows(
                IllegalArgumentException.class, () -> Patches.foreign(Foreign.BRICKS, 0, 3, Rng.seeded(1)))
                .getMessage());
    }
}
