package matterbook.fluid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import matterbook.core.Digits;
import matterbook.core.Estimate;
import matterbook.notebook.file.WholeFile;
import matterbook.observe.Clusters;
import matterbook.observe.HexaticOrder;
import matterbook.observe.RadialDistribution;
import matterbook.observe.TimeCorrelation;
import matterbook.particles.Fluid;
import matterbook.plot.DiskColour;
import matterbook.plot.Pictures;
import matterbook.plot.Plot;
import matterbook.trajectory.XyzFrame;
import matterbook.trajectory.XyzReader;

/** What the trajectory of a finished run shows in its last stage: structure, motion, and a picture of the end. */
final class RunStructure {
    /** Pairs of more particles would take longer than many runs. */
    private static final int MOST_PARTICLES = 10_000;
    private static final int MOST_FRAMES = 20;
    private static final double RANGE = 6;
    private static final int BINS = 120;
    private static final double REACH = 1.5;

    private RunStructure() {}

    /** Writes g(r) and the picture; returns what goes into the summary. */
    static Map<String, Object> write(Path folder, double stageStart, List<Stage> stages) throws IOException {
        Deque<XyzFrame> last = new ArrayDeque<>();
        XyzFrame first = null;
        try (XyzReader reader = XyzReader.open(folder.resolve(RunFiles.TRAJECTORY))) {
            for (Optional<XyzFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                first = first == null || next.get().time() <= stageStart ? next.get() : first;
                last.addLast(next.get());
                if (last.size() > MOST_FRAMES) {
                    last.removeFirst();
                }
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        if (first == null) {
            return values;
        }
        XyzFrame end = last.getLast();
        // Monte Carlo wraps places and has no time
        if (end.time() > first.time() && stages.getLast() instanceof Stage.Dynamics) {
            values.put("mean_square_displacement", displacement(first, end));
        }
        if (end.fluid().size() <= MOST_PARTICLES && end.fluid().size() > 1) {
            values.put("end", structure(end.fluid()));
            writeDistribution(new ArrayList<>(last), stageStart, folder);
            DiskColour colour = end.fluid().dimensions() == 2 ? DiskColour.CLUSTER : DiskColour.SPEED;
            WholeFile.write(folder.resolve("end.png"), Pictures.png(
                    Plot.disks("t = " + Digits.shortest(end.time(), 6), end.fluid(), colour), 2));
        }
        return values;
    }

    private static Map<String, Object> displacement(XyzFrame first, XyzFrame end) {
        Estimate estimate = TimeCorrelation.meanSquareDisplacement(new double[]{first.time(), end.time()},
                List.of(first.fluid(), end.fluid())).estimates().getLast();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("time", end.time() - first.time());
        values.put("mean", estimate.value());
        if (estimate.error() >= 0) {
            values.put("error", estimate.error());
        }
        return values;
    }

    private static Map<String, Object> structure(Fluid fluid) {
        Clusters clusters = Clusters.of(fluid, REACH);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("clusters", clusters.count());
        values.put("largest_cluster", clusters.largest());
        values.put("mean_cluster_size", clusters.meanSize());
        if (fluid.dimensions() == 2 && fluid.size() > 6) {
            values.put("hexatic_order", HexaticOrder.of(fluid).global());
        }
        return values;
    }

    private static void writeDistribution(List<XyzFrame> last, double stageStart, Path folder) throws IOException {
        List<Fluid> frames = last.stream().filter(frame -> frame.time() > stageStart || last.size() == 1)
                .map(XyzFrame::fluid).toList();
        if (frames.isEmpty()) {
            return;
        }
        double range = Math.min(RANGE, frames.getFirst().box().shortestSide() / 2);
        RadialDistribution g = RadialDistribution.of(frames, range, BINS);
        StringBuilder table = new StringBuilder("r,g,error\n");
        for (int b = 0; b < BINS; b++) {
            Estimate value = g.g().get(b);
            table.append(Digits.of(g.r()[b], 6)).append(',').append(Digits.of(value.value(), 8)).append(',')
                    .append(Double.isNaN(value.error()) ? "" : Digits.of(value.error(), 4)).append('\n');
        }
        WholeFile.write(folder.resolve("distribution.csv"), table.toString());
    }
}
