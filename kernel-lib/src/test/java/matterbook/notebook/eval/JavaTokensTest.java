package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaTokensTest {
    @Test
    void tellsCodeFromCommentsAndLiterals() {
        assertEquals(
                List.of("a", "=", "\"x // \\\" y\"", "+", "'\\''", ";", "\"\"\"\n b \" \"\"\"", ".", "c", "(", ")"),
                JavaTokens.of("a /* b; */ = \"x // \\\" y\" + '\\''; // d\n\"\"\"\n b \" \"\"\".c()").list().stream()
                        .map(JavaTokens.Token::text).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {"x = 1#true", "a[i] += 2#true", "x >>= 1#true", "a == b#false", "a >= b#false",
            "f(x -> y = 2)#false", "x -> 3#false", "a != b#false", "i++#false"})
    void seesAssignments(String source, boolean assigns) {
        assertEquals(assigns, JavaTokens.of(source).assigns());
    }

    @Test
    void findsWhatACellDeclares() {
        DeclaredNames names = DeclaredNames.of(JavaTokens.of("""
                class A { int inner; void method() {} }
                public record B(int c) {}
                double f(double x) throws Exception { return max(x, 1); }
                int n = 3, k;
                List<int[]> l = g(n);
                Map<String, List<? extends Number>> m;
                boolean big = area(1) > PI, small = 3 < 4 && 4 > E;
                arr[0] > TAU
                return max(1, 2);
                new Thing(3).run();
                """));
        assertEquals(List.of("A", "B"), List.copyOf(names.types().keySet()));
        assertEquals(List.of("f", "n", "k", "l", "m", "big", "small"), List.copyOf(names.members().keySet()));
    }
}
