package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.eval.Completion.Candidate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionsTest extends EvaluatorFixture {
    @BeforeAll
    void declare() {
        run("record Point(double x, double y) { double norm() { return Math.hypot(x, y); } }\n"
                + "var point = new Point(3, 4);\nint lengthOf(String s) { return s.length(); }");
    }

    /** The cursor stands at the bar. */
    private Completion complete(String source) {
        return evaluator.complete(source.replace("|", ""), source.indexOf('|'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"point.no|;norm(;function;double Point.norm()",
            "Math.sq|;sqrt(;function;double Math.sqrt(double a)", "poi|;point;instance;''",
            "Rng.seed|;seeded(;function;Rng Rng.seeded(long seed)", "Esti|;Estimate;class;matterbook.core.Estimate",
            "disp|;display(;function;static matterbook.notebook.display.Display.display", "whi|;while;keyword;''",
            "BigDec|;BigDecimal;class;java.math.BigDecimal", "java.ut|;util;module;''",
            "import java.util.conc|;concurrent;module;''", "length|;lengthOf(;function;int lengthOf(String s)",
            "new Poi|;Point(;function;'Point(double x, double y)'",
            "double f(double x) { return Math.cb|;cbrt(;function;double Math.cbrt(double a)",
            "var s = \"abc\"! s.isBl|;isBlank(;function;boolean String.isBlank()",
            "\"src/ma|;main/;path;''"})
    void offers(String source, String text, String type, String signature) {
        Completion found = complete(source.replace("! ", ";\n"));
        assertTrue(found.candidates().contains(new Candidate(text, type, signature)), found.toString());
    }

    @Test
    void replacesTheWordBeforeTheCursor() {
        Completion found = complete("int a = point.nor|m() + 2;");
        assertEquals(14, found.start());
        assertEquals(17, found.end());
        assertEquals(List.of(new Candidate("norm(", "function", "double Point.norm()")), found.candidates());
    }

    @Test
    void whatThisObjectHasComesFirst() {
        List<String> texts = complete("point.|").candidates().stream().map(Candidate::text).toList();
        assertEquals(List.of("norm(", "x(", "y("), texts.stream().limit(3).sorted().toList());
    }

    @Test
    void variablesOfTheSameCellAreKnown() {
        Completion found = complete("import java.util.concurrent.Semaphore;\nvar gate = new Semaphore(1);\ngate.acq|");
        assertTrue(found.candidates().stream().anyMatch(one -> one.text().equals("acquire(")), found.toString());
    }

    @Test
    void nothingInBrokenPlaces() {
        assertEquals(List.of(), complete("nonsense.foo.|").candidates());
        assertEquals(List.of(), complete("\"no/such/folder/|").candidates());
        assertFalse(complete("|").candidates().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {"Rng.see|ded(3)#Rng Rng.seeded(long seed)§§The generator for this seed.",
            "point.norm|()#double Point.norm()", "lengthOf(|#int lengthOf(String s)", "point|#point:Point",
            "lengthOf|#int lengthOf(String s)", "Point|#Point(double x, double y)"})
    void inspects(String source, String text) {
        assertEquals(Optional.of(text.replace('§', '\n')), inspect(source));
    }

    @Test
    void inspectsTheKitWithoutAnImport() {
        assertTrue(inspect("Progress|").orElseThrow()
                .startsWith("matterbook.core.Progress\n\nThe progress of one long piece of work."));
        assertTrue(inspect("new Estimate(1|, 2)").orElseThrow()
                .startsWith("Estimate(double value, double error)\n\nA measured or simulated value"));
        assertTrue(inspect("Rng.seeded(1).pick(|)").orElseThrow()
                .contains("int Rng.pick(double... weights)\n\nIndex i with probability weights[i] / sum(weights)."));
    }

    /** A JDK without src.zip shows the signature alone. */
    @Test
    void inspectsTheJdk() {
        assertTrue(inspect("sqrt(2|)").orElseThrow().startsWith("double Math.sqrt(double a)"));
    }

    @Test
    void inspectsNothing() {
        assertEquals(Optional.empty(), inspect("nonsense|"));
        assertEquals(Optional.empty(), inspect("|"));
        assertEquals(Optional.empty(), evaluator.inspect("x", 99, 0));
    }

    private Optional<String> inspect(String source) {
        return evaluator.inspect(source.replace("|", ""), source.indexOf('|'), 0).map(MimeBundle::text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '~', value = {"int = = 3;#INVALID#", "}#INVALID#", "a b c#INVALID#",
            "\"abc#INVALID#", "1 + 1#COMPLETE#", "int a = 3#COMPLETE#", "// hi#COMPLETE#",
            "if (a) b();#COMPLETE#", "import java.util.List;§foo()#COMPLETE#",
            "double f(double x) { return x; }#COMPLETE#",
            "a < b#COMPLETE#", "1 +#INCOMPLETE#", "foo(#INCOMPLETE#4", "for (int i = 0; i < 3; i++) {#INCOMPLETE#4",
            "for (int i = 0; i < 3; i++)#INCOMPLETE#", "x++; while (a) // why#INCOMPLETE#",
            "if (a) b(); else#INCOMPLETE#",
            "do x(); while (a)#COMPLETE#", "new Object()#COMPLETE#", "for (;;) ;#COMPLETE#",
            "class A {§  void f() {#INCOMPLETE#8", "try { a(); }#INCOMPLETE#", "/* open#INCOMPLETE#",
            "int x = 1; int y =#INCOMPLETE#"})
    void completeness(String source, Completeness.Status status, Integer indent) {
        assertEquals(new Completeness(status, " ".repeat(indent == null ? 0 : indent)),
                evaluator.completeness(source.replace('§', '\n')));
    }
}
