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
    private static final int VISIBLE_DISTANCE = 900;

    private Colours() {}

    /** The image with at most 256 colours; the image itself if it has so many colours that one would see it. */
    static BufferedImage indexed(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> frequency = new HashMap<>();
        for (int pixel : pixels) {
            frequency.merge(pixel, 1, Integer::sum);
            if (frequency.size() > MOST_COLOURS) {
                return image;
            }
        }
        List<Integer> byFrequency = frequency.keySet().stream()
                .sorted(Comparator.comparingInt((Integer rgb) -> -frequency.getOrDefault(rgb, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int[] palette = byFrequency.stream().limit(PALETTE).mapToInt(Integer::intValue).toArray();
        Map<Integer, Integer> index = new HashMap<>();
        for (Integer rgb : byFrequency) {
            int chosen = index.size() < palette.length ? index.size() : nearest(rgb, palette);
            if (frequency.getOrDefault(rgb, 0) >= VISIBLE_AREA && distance(rgb, palette[chosen]) > VISIBLE_DISTANCE) {
                return image;
            }
            index.put(rgb, chosen);
        }
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, false, -1,
                DataBuffer.TYPE_BYTE);
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] indices = Arrays.stream(pixels).map(rgb -> index.getOrDefault(rgb, 0)).toArray();
        WritableRaster raster = result.getRaster();
        raster.setSamples(0, 0, width, height, 0, indices);
        return result;
    }

    private static int nearest(int rgb, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
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
