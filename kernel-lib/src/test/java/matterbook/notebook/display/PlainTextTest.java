package matterbook.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import matterbook.core.Estimate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    record Walk(String name, double[] x) {}

    record Pair(double a, Walk walk) {}

    record Written(double[] x) {
        @Override
        public String toString() {
            return "written by hand";
        }
    }

    static final class Silent {}

    @Test
    void arraysSayTheirTypeAndContents() {
        shows("double[] [0.625, 0.3125, 0.333333]", new double[]{0.625, 0.3125, 1 / 3.0});
        shows("int[] [1, 2]", new int[]{1, 2});
        shows("String[] [sun, rain]", new String[]{"sun", "rain"});
        shows("double[] []", new double[0]);
        shows("double[][] [[1.0], [2.0, 3.0]]", new double[][]{{1}, {2, 3}});
        shows("String[][] [[a], [b]]", new String[][]{{"a"}, {"b"}});
        shows("boolean[] [true]", new boolean[]{true});
        shows("char[] [a, b]", new char[]{'a', 'b'});
        shows("Object[] [null, [1]]", new @Nullable Object[]{null, new int[]{1}});
    }

    @Test
    void longOnesAreShortened() {
        shows("int[1000] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …, 995, 996, 997, 998, 999]",
                IntStream.range(0, 1000).toArray());
        shows("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …, 95, 96, 97, 98, 99] (100 elements)",
                IntStream.range(0, 100).boxed().toList());
        shows("[x, x, x, x, x, x, x, x, x, x, …, x, x, x, x, x] (2147483647 elements)",
                Collections.nCopies(Integer.MAX_VALUE, "x"));
        Map<Integer, Integer> map = new LinkedHashMap<>();
        IntStream.range(0, 50).forEach(i -> map.put(i, i));
        shows("{0=0, 1=1, 2=2, 3=3, 4=4, 5=5, 6=6, 7=7, 8=8, 9=9, …} (50 entries)", map);
        assertTrue(PlainText.text("x".repeat(1_000_000)).endsWith("x… (1000000 characters)"));
    }

    @Test
    void matricesStandInColumns() {
        shows("double[2][3]\n   0.9   0.1        0.0\n  -0.05  0.333333  12.0",
                new double[][]{{0.9, 0.1, 0}, {-0.05, 1 / 3.0, 12}});
        shows("int[2][2]\n   1  20\n  30   4", new int[][]{{1, 20}, {30, 4}});
        String large = PlainText.text(new double[100][30]);
        assertEquals(17, large.lines().count());
        assertTrue(large.startsWith("double[100][30]\n  0.0") && large.contains("…") && large.contains("⋮"));
    }

    @Test
    void collectionsMapsAndOptionals() {
        shows("[0.333333, [1.0, 2.0]]", List.of(1 / 3.0, new double[]{1, 2}));
        shows("{sun=[0.9, 0.1]}", Map.of("sun", new double[]{0.9, 0.1}));
        shows("Optional[[1]]", Optional.of(new int[]{1}));
        shows("a=[1]", Map.entry("a", new int[]{1}));
        shows("[sun]", Set.of("sun"));
        shows("[0.100 ± 0.020]", List.of(new Estimate(0.1, 0.02)));
    }

    @Test
    void recordsPrintTheirComponentsUnlessTheirAuthorSaysOtherwise() {
        shows("Walk[name=w, x=[1.0, 2.0]]", new Walk("w", new double[]{1, 2}));
        shows("Pair[a=0.333333, walk=Walk[name=w, x=[1.0]]]", new Pair(1 / 3.0, new Walk("w", new double[]{1})));
        shows("written by hand", new Written(new double[]{1}));
        shows("0.368 ± 0.006", new Estimate(0.3678, 0.0061));
    }

    @Test
    void simpleValuesStayAsTheyAre() {
        shows("null", null);
        shows("0.30000000000000004", 0.1 + 0.2);
        shows("line 1\nline 2", "line 1\nline 2");
        shows("42", 42);
        shows("c", 'c');
    }

    @Test
    void noIdentityHashCodeEverStandsInTheText() {
        DoubleUnaryOperator square = x -> x * x;
        shows("a lambda (DoubleUnaryOperator)", square);
        shows("an object of Silent (its class has no toString)", new Silent());
        shows("a stream, not yet run: end it with toList(), sum() or the like", IntStream.range(0, 3));
    }

    @Test
    void aValueThatContainsItselfEnds() {
        List<Object> list = new ArrayList<>(List.of(1));
        list.add(list);
        shows("[1, (itself)]", list);
        Map<String, Object> map = new HashMap<>();
        map.put("me", map);
        shows("{me=(itself)}", map);
        Object[] nested = {1};
        for (int i = 0; i < 20; i++) {
            nested = new Object[]{nested};
        }
        shows("Object[] [[[[[[[[…]]]]]]]]", nested);
        List<Integer> twice = Arrays.asList(1);
        shows("[[1], [1]]", List.of(twice, twice));
    }

    @Test
    void whatToStringThrowsIsThrown() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("mine");
            }
        };
        assertEquals("mine",
                assertThrows(IllegalStateException.class, () -> PlainText.text(broken)).getMessage());
    }

    private static void shows(String expected, @Nullable Object value) {
        assertEquals(expected, PlainText.text(value));
    }
}
