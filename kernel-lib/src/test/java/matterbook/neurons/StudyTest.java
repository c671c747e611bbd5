package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import matterbook.core.Rng;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.Tensor;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Memory;
import matterbook.reproduce.Study;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The studies with few starts, and with all. */
class StudyTest {
    private static Claim claim(Findings findings, String id) {
        return findings.claims().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void oneSecondOrderNeuronIsAGate() {
        Findings findings = new GateStudy(2).run(Memory.none());
        Claim xor = claim(findings, "xor");
        assertEquals("exclusive or: 2/2 (34 to 100 %); first order: 0/2 (0 to 66 %)", xor.ours());
        assertEquals(Claim.Verdict.NOT_TESTABLE, xor.verdict()); // two starts prove little
        for (List<String> row : findings.tables().getFirst().rows()) {
            // the least error of a plane is that of the term a b: 0.1 times 0.1 times its factor on this grid
            assertEquals(row.getFirst().startsWith("x") ? "0.2" : "0.1", row.get(4));
        }
    }

    @Test
    void aModelIsItsPolynomial() {
        Model model = Network.of(1, new Quadratic(2), new Quadratic(1)).model(Rng.seeded(3));
        float[] weights = model.weights();
        Rng rng = Rng.seeded(4);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) rng.nextGaussian();
        }
        Model random = model.withWeights(weights);
        double[] coefficients = Polynomials.of(random);
        assertEquals(5, coefficients.length);
        for (double x : new double[]{-1.5, 0, 0.3, 2}) {
            double y = random.predict(Tensor.column(x)).get(0, 0);
            assertEquals(y, Polynomials.value(coefficients, x), 1e-4 * (1 + Math.abs(y)));
        }
        assertEquals("layer 0 is no quadratic one: Dense[units=1, initialiser=XAVIER]",
                assertThrows(IllegalArgumentException.class,
                        () -> Polynomials.of(Networks.firstOrder(1, 1).model(Rng.seeded(1)))).getMessage());
    }

    @Test
    void polynomialsMultiply() {
        assertArrayEquals(new double[]{-1, 0, 1}, Polynomials.multiply(new double[]{1, 1}, new double[]{-1, 1}));
        assertArrayEquals(new double[]{1, 2, 6}, Polynomials.add(new double[]{1}, 2, new double[]{0, 1, 3}));
    }

    @Test
    void degreeTwoIsRecovered() {
        Findings findings = new PolynomialStudy(1).run(Memory.none());
        for (int i = 0; i < 6; i += 2) {
            assertEquals("1/1 (21 to 100 %)", findings.tables().getFirst().rows().get(i).get(3));
        }
    }

    @Test
    void partsAreTakenAway() {
        Model model = RingStudy.secondOrder().learn(Rings.samples(), 1).model();
        QuadraticNeuron whole = QuadraticNeuron.of(model, 2, 1);
        QuadraticNeuron linear = QuadraticNeuron.of(PartStudy.without(model, Set.of("wg", "wb")), 2, 1);
        assertArrayEquals(new double[3][3], linear.form());
        assertEquals(whole.constant(), linear.constant());
        Findings findings = new PartStudy(1).run(Memory.none());
        List<String> rings = findings.tables().getFirst().rows().get(1);
        assertEquals("240 of 240", rings.get(2));
        for (String without : rings.subList(3, 5)) {
            assertTrue(Integer.parseInt(without.substring(0, without.indexOf(' '))) < 240, without);
        }
    }

    @Test
    void threeStepsOfPlainDescentProveNothing() {
        PrintedStudy few = new PrintedStudy(1, 3);
        Findings findings = few.run(Memory.none());
        assertEquals(Claim.Verdict.NOT_TESTABLE, claim(findings, "printed-spirals").verdict());
        assertTrue(findings.method().contains("; 3 iterations at most, seeds 1 to 1."), findings.method());
        assertEquals(List.of("equations", "gates", "spirals", "rings", "printed", "images", "reject",
                "polynomials", "parts", "recurrent"),
                NeuronStudies.all(1).stream().map(Study::id).toList());
    }

    @Test
    @Tag("full")
    void whatTheRingsShow() {
        Findings findings = new RingStudy(10).run(Memory.none());
        assertEquals(Claim.Verdict.HOLDS, claim(findings, "rings-second-order").verdict());
        assertEquals(Claim.Verdict.FAILS, claim(findings, "rings-first-order").verdict());
        assertEquals(6, findings.tables().getFirst().rows().size());
    }
}
