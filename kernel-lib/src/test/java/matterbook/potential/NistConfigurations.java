package matterbook.potential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import matterbook.particles.Configuration;
import matterbook.particles.Fluid;
import matterbook.particles.PeriodicBox;

/** The configurations of src/test/resources/matterbook/potential/PROVENANCE.md. */
final class NistConfigurations {
    private NistConfigurations() {}

    static Fluid read(int number) {
        try (InputStream in = Objects.requireNonNull(
                NistConfigurations.class.getResourceAsStream("nist-lj-" + number + ".xyz"))) {
            List<String[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.trim().split("\\s+")).toList();
            double[] sides = Arrays.stream(rows.get(1)).skip(1).mapToDouble(Double::parseDouble).toArray();
            double[][] r = new double[3][Integer.parseInt(rows.getFirst()[0])];
            for (int i = 0; i < r[0].length; i++) {
                for (int axis = 0; axis < 3; axis++) {
                    r[axis][i] = Double.parseDouble(rows.get(i + 2)[axis + 1]);
                }
            }
            return Fluid.of(Configuration.of(new PeriodicBox(sides[0], sides[1], sides[2]), r[0], r[1], r[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
