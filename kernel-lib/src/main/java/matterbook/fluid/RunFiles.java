package matterbook.fluid;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import matterbook.core.UserError;
import matterbook.md.Measurement;
import matterbook.particles.Fluid;
import matterbook.trajectory.XyzFrame;
import matterbook.trajectory.XyzWriter;

/** The two files that grow while a run goes on. */
final class RunFiles implements AutoCloseable {
    static final String TRAJECTORY = "trajectory.xyz";
    static final String SERIES = "series.csv";

    private static final String HEADER = "stage,time,kinetic,potential,virial,temperature,pressure\n";

    private final XyzWriter trajectory;
    private final FileChannel channel;
    private final BufferedWriter series;

    private RunFiles(XyzWriter trajectory, FileChannel channel) {
        this.trajectory = trajectory;
        this.channel = channel;
        series = new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
    }

    /** Keeps so many bytes of what is there; 0 begins anew. */
    static RunFiles append(Path folder, long trajectoryBytes, long seriesBytes) throws IOException {
        FileChannel channel = XyzWriter.openBehind(folder.resolve(SERIES), seriesBytes);
        try {
            RunFiles files = new RunFiles(XyzWriter.append(folder.resolve(TRAJECTORY), trajectoryBytes), channel);
            if (seriesBytes == 0) {
                files.series.write(HEADER);
            }
            return files;
        } catch (IOException | UserError failure) {
            channel.close();
            throw failure;
        }
    }

    void frame(double time, Fluid fluid) throws IOException {
        trajectory.write(new XyzFrame(time, fluid));
    }

    void row(String stage, double before, Measurement m) throws IOException {
        series.write(stage + "," + (before + m.time()) + "," + m.kinetic() + "," + m.potential() + "," + m.virial()
                + "," + m.temperature() + "," + m.pressure() + "\n");
    }

    long trajectoryBytes() throws IOException {
        return trajectory.flush();
    }

    long seriesBytes() throws IOException {
        series.flush();
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        try (trajectory) {
            series.close();
        }
    }
}
