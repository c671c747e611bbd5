package matterbook.regression;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Observations and what scikit-learn makes of them: {@code sklearn_fixtures.py} wrote the numbers. */
final class Sklearn {
    private static final int INPUTS = 3;

    private final Map<String, double[]> arrays = new HashMap<>();

    Sklearn() throws IOException {
        try (InputStream in = Objects.requireNonNull(Sklearn.class.getResourceAsStream("sklearn_fixtures.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] words = line.split(" ");
                arrays.put(words[0], Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray());
            }
        }
    }

    double[] array(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    private double[][] rows(String name) {
        double[] all = array(name);
        double[][] rows = new double[all.length / INPUTS][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(all, i * INPUTS, (i + 1) * INPUTS));
        return rows;
    }

    Observations train() {
        return Observations.of(rows("x"), array("y"));
    }

    Observations test() {
        return Observations.of(rows("q"), array("truth"));
    }
}
