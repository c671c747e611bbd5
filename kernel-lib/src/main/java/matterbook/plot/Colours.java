package matterbook.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures with at most 256 colours. A chart has few colours and many blends at the edges of its letters and lines;
 * the 256 most frequent ones are kept, each other becomes its nearest neighbour. The eye sees no difference and the
 * file is less than half as long.
 */
final class Colours {
    private static final int PALETTE = 256;
    private static final int MOST_COLOURS = 8192;
    /** In pixels: a blend at a letter's edge is rarer. */
    private static final int VISIBLE_AREA = 24;
    /** Squared distance of red, green and blue, each 0 to 255. */
    private static final int VISIBLE_DISTANCE = 300;
    /** How far apart the palette's colours are, squared: first as near as they come, then spread wider. */
    private static final int[] APART = {0, 30, 120};

    private Colours() {}

    /** The image with at most 256 colours; the image itself if it has so many colours that one would see it. */
    static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> frequency = frequencies(pixels);
        if (frequency.size() > MOST_COLOURS) {
            return image;
        }
        List<Integer> byFrequency = frequency.keySet().stream()
                .sorted(Comparator.comparingInt((Integer rgb) -> -frequency.getOrDefault(rgb, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int apart : APART) {
            int[] palette = palette(byFrequency, apart);
            Map<Integer, Integer> index = new HashMap<>();
            boolean good = true;
            for (Integer rgb : byFrequency) {
                int chosen = nearest(rgb, palette, palette.length);
                good &= frequency.getOrDefault(rgb, 0) < VISIBLE_AREA
                        || distance(rgb, palette[chosen]) <= VISIBLE_DISTANCE;
                index.put(rgb, chosen);
            }
            if (good) {
                return indexed(pixels, width, height, palette, index);
            }
        }
        return image;
    }

    /** How many pixels have each colour; the count ends when there are too many colours. */
    private static Map<Integer, Integer> frequencies(int[] pixels) {
        Map<Integer, Integer> frequency = new HashMap<>();
        for (int start = 0, end = 0; start < pixels.length && frequency.size() <= MOST_COLOURS; start = end) {
            while (end < pixels.length && pixels[end] == pixels[start]) {
                end++;
            }
            frequency.merge(pixels[start], end - start, Integer::sum);
        }
        return frequency;
    }

    private static BufferedImage indexed(int[] pixels, int width, int height, int[] palette,
            Map<Integer, Integer> index) {
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1,
                DataBuffer.TYPE_BYTE);
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] indices = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = i > 0 && pixels[i] == pixels[i - 1] ? indices[i - 1] : index.getOrDefault(pixels[i], 0);
        }
        WritableRaster raster = result.getRaster();
        raster.setSamples(0, 0, width, height, 0, indices);
        return result;
    }

    /** The most frequent colours of which no two are nearer than {@code apart} (squared distance). */
    private static int[] palette(List<Integer> byFrequency, int apart) {
        int[] palette = new int[PALETTE];
        int size = 0;
        for (int rgb : byFrequency) {
            if (size < PALETTE && (size == 0 || apart == 0
                    || distance(rgb, palette[nearest(rgb, palette, size)]) > apart)) {
                palette[size++] = rgb;
            }
        }
        return Arrays.copyOf(palette, size);
    }

    private static int nearest(int rgb, int[] palette, int size) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            int distance = distance(rgb, palette[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int rgb, int other) {
        return square(rgb >> 16, other >> 16) + square(rgb >> 8, other >> 8) + square(rgb, other);
    }

    private static int square(int a, int b) {
        int difference = (a & 0xff) - (b & 0xff);
        return difference * difference;
    }
}
