package matterbook.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import matterbook.core.Rng;
import matterbook.nn.Loss;
import matterbook.nn.Model;
import matterbook.nn.Network;
import matterbook.nn.Quadratic;
import matterbook.nn.QuickProp;
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
        assertEquals(List.of("equations", "gates", "spirals", "rings", "printed", "baselines", "images", "reject",
                "polynomials", "parts", "recurrent"),
                NeuronStudies.all(1).stream().map(Study::id).toList());
    }

    /** One iteration solves nothing and, from one start, settles nothing; four failures do. */
    @Test
    void oneIterationOfTheBaselinesProvesNothing() {
        Findings findings = new BaselineStudy(1, 1).run(Memory.none());
        assertEquals(5, findings.claims().size());
        for (Claim claim : findings.claims()) {
            assertEquals(Claim.Verdict.NOT_TESTABLE, claim.verdict(), claim.id());
        }
        assertEquals(List.of("138", "141", "132", "1503", "138", "141", "132", "1503", "138", "141", "132", "1503"),
                findings.tables().getFirst().rows().stream().map(row -> row.get(1)).toList());
        assertEquals("momentum 0/1 (0 to 79 %); QuickProp 0/1 (0 to 79 %); delta-bar-delta 0/1 (0 to 79 %)",
                claim(findings, "baselines-second-order").ours());
        assertEquals(Claim.Verdict.FAILS, claim(new BaselineStudy(4, 1).run(Memory.none()),
                "baselines-second-order").verdict());
    }

    @Test
    @Tag("full")
    void shortcutsAndQuickPropLearnTheSpirals() {
        Recipe recipe = new Recipe("as in 1988", Networks.withShortcuts(2, 5, 5, 5, 1), Loss.BINARY_CROSS_ENTROPY,
                new QuickProp(0.1), 20_000);
        assertTrue(RandomStarts.of(3).of(recipe, Spirals.centred()).solved().successes() > 0);
    }

    /** Gates, polynomials and parts: each start is kept once and then only read. */
    @Test
    void finishedStudiesAreNotRunAgain() {
        Map<String, String> kept = new HashMap<>();
        Memory memory = new Memory() {
            @Override
            public Optional<String> recall(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void keep(String key, String value) {
                assertNull(kept.put(key, value), key);
            }
        };
        for (Study study : List.of(new GateStudy(1), new PolynomialStudy(1), new PartStudy(1))) {
            Findings once = study.run(memory);
            int finished = kept.size();
            assertEquals(once, study.run(memory));
            assertEquals(finished, kept.size());
        }
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
