package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import matterbook.core.Rng;
import matterbook.nn.Dense;
import matterbook.nn.Examples;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.Recurrent;
import matterbook.nn.Shape;
import matterbook.nn.Tensor;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SequencesTest {
    @Test
    void parityOfAllSequences() {
        Examples samples = Sequences.parity(2);
        float none = Float.NaN;
        assertArrayEquals(new float[]{1, none, -1, none, 1, 1, -1, 1, 1, -1, -1, -1}, samples.x().toArray());
        assertArrayEquals(new double[]{0, 1, 0, 1, 1, 0}, samples.y().column(0));
        assertEquals(126, Sequences.parity(6).size());
        Examples longer = Sequences.longParity(20, 30, Rng.seeded(1));
        for (int i = 0; i < 20; i++) {
            double product = 1;
            for (float sign : longer.x().row(i)) {
                product *= sign;
            }
            assertEquals(longer.y().get(i, 0) == 1 ? -1 : 1, product);
        }
        assertEquals("sequences have 1 to 16 signs, not 0",
                assertThrows(IllegalArgumentException.class, () -> Sequences.parity(0)).getMessage());
    }

    /** h := tanh((4 x) (h + 0.25)) begins with the first sign and then turns over at each minus. */
    @Test
    void oneSecondOrderNeuronKnowsTheParity() {
        for (int steps : new int[]{6, 50}) {
            Examples samples = steps == 6 ? Sequences.parity(6) : Sequences.longParity(100, steps, Rng.seeded(2));
            Network network = Network.of(new Shape(List.of(steps, 1)), new Recurrent(new Quadratic(1), true),
                    new Dense(1));
            Model model = network.model(new float[]{4, 0, 0, 0, 1, 0.25f, 0, 0, 0, -10, 0});
            Tensor y = model.predict(samples.x());
            for (int i = 0; i < samples.size(); i++) {
                assertEquals(samples.y().get(i, 0) == 1, y.get(i, 0) > 0, "sequence " + i);
            }
        }
    }

    @Test
    void productsOfTwoMarkedNumbers() {
        Examples samples = Sequences.markedProducts(50, 6, Rng.seeded(1));
        for (int i = 0; i < 50; i++) {
            double product = 1;
            int marks = 0;
            for (int t = 0; t < 6; t++) {
                if (samples.x().get(i, 2 * t + 1) == 1) {
                    product *= samples.x().get(i, 2 * t);
                    marks++;
                }
            }
            assertEquals(2, marks);
            assertEquals(product, samples.y().get(i, 0), 1e-6);
        }
        assertEquals("two steps are marked, so a sequence has at least 2, not 1", assertThrows(
                IllegalArgumentException.class, () -> Sequences.markedProducts(1, 1, Rng.seeded(1))).getMessage());
    }

    @Test
    @Tag("full")
    void whatTheSequencesShow() {
        Findings findings = new RecurrentStudy(2, 20).run(Memory.none());
        assertEquals(List.of("recurrent-parity", "recurrent-product"),
                findings.claims().stream().map(Claim::id).toList());
        assertEquals("second order, 2 units", findings.tables().getFirst().rows().getFirst().getFirst());
        assertEquals(List.of("27", "11", "29", "35"), column(findings, 0, 1));
        assertEquals(List.of("58", "22", "61", "76"), column(findings, 2, 1));
        for (String error : column(findings, 2, 4)) {
            assertEquals(0.35, Double.parseDouble(error), 0.1); // 20 iterations teach little more than to say 0
        }
    }

    private static List<String> column(Findings findings, int table, int column) {
        return findings.tables().get(table).rows().stream().map(row -> row.get(column)).toList();
    }
}
