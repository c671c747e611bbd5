package matterbook.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;

import matterbook.plot.NetworkDiagram.Arrow;
import org.junit.jupiter.api.Test;

class NetworkDiagramTest {
    private static final List<String> STATES = List.of("sun", "rain");

    @Test
    void anArrowForEveryTransitionThatHappens() {
        NetworkDiagram diagram = Plot.network("Weather", STATES, new double[][]{{0.9, 0.1}, {1, 0}});
        assertEquals(List.of(new Arrow(0, 0, 0.9), new Arrow(0, 1, 0.1), new Arrow(1, 0, 1)), diagram.arrows());
        assertEquals("Weather: 2 states, 3 arrows: sun → sun 0.9, sun → rain 0.1, rain → sun 1", diagram.toString());
        assertEquals(diagram.toString(), Captions.of(diagram));
    }

    @Test
    void mistakesReadWell() {
        fails("\"N\" has 2 states but 1 rows; each point needs both", STATES, new double[][]{{1, 0}});
        fails("row 1 (rain) has 1 values; there are 2 states", STATES, new double[][]{{1, 0}, {1}});
        fails("the arrow from sun to rain has weight -0.1; it must be a finite number, 0 or above", STATES,
                new double[][]{{1.1, -0.1}, {0, 1}});
        fails("a diagram of 25 states cannot be read; the limit is 24, and heatMap(title, states, matrix) shows any number",
                Collections.nCopies(25, "s"), new double[25][25]);
    }

    private static void fails(String message, List<String> states, double[][] matrix) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Plot.network("N", states, matrix))
                .getMessage());
    }
}
