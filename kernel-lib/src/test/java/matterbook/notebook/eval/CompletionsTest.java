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
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The session stays without an import of what was only asked about. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Datasets.|;table(", "Files.|;readString(", "Autocorrelation.|;of(",
            "Progress.st|;start(", "var d = Datasets.table(\"weather\")! d.|;columnNames(",
            "figure(\"x\").|;curve(", "new Progress|;Progress", "List<Path> p = List.of()! p.get(0).|;getFileName(",
            "int foo(int n) { return Samples.|;correlated("})
    void namesThatWouldBeImported(String source, String text) {
        Completion found = complete(source.replace("! ", ";\n"));
        assertTrue(found.candidates().stream().anyMatch(one -> one.text().equals(text)), found.toString());
        assertEquals(source.replace("! ", ";\n").replaceFirst("\\w*\\|", "").length(), found.start());
    }

    @Test
    void whatTheLearnerDeclaresIsNoNameOfTheKit() {
        run("class Law { int mine() { return 1; } }");
        assertTrue(complete("new Law().|").candidates().stream().anyMatch(one -> one.text().equals("mine(")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"double[] rainy = {1}!rai|;rainy;instance", "int foo = 3! fo|;foo;instance",
            "double area(double width, double h) { return wid|;width;instance",
            "double area(double width) {§    var wider = 2!  for (int wink = 0! wi|;wink;instance",
            "for (String wort : words) { wo|;wort;instance", "int lengthy(int n) { return n! }§leng|;lengthy(;function",
            "record Atom(double mass) { double twice() { return ma|;mass;instance",
            "class Atomium { }§Ato|;Atomium;class",
            "map(wave -> wa|;wave;instance"})
    void whatTheSameCellDeclares(String source, String text, String type) {
        Completion found = complete(source.replace('§', '\n').replace('!', ';'));
        assertTrue(found.candidates().stream().anyMatch(one -> one.text().equals(text) && one.type().equals(type)),
                found.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"double area(double width) { return 1; }\nwid|", "{ int width = 1; }\nwid|",
            "for (int width = 0; width < 3; width++) { print(width); }\nwid|"})
    void notWhatIsOutOfScope(String source) {
        assertFalse(complete(source).candidates().stream().anyMatch(one -> one.text().equals("width")));
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

    @Test
    void inspectsInSimpleNames() {
        String figure = inspect("figure(|").orElseThrow();
        assertTrue(figure.startsWith("XYFigure Plot.figure(String title)\n\nAn empty figure"), figure);
        String bar = inspect("bar(|").orElseThrow();
        assertFalse(bar.contains("java.util") || bar.contains("matterbook.") || bar.contains("@"), bar);
        String table = inspect("Datasets.table(|").orElseThrow();
        assertTrue(table.contains("Table Datasets.table(String id)"), table);
        assertTrue(inspect("List.of(|").orElseThrow().startsWith("List<E> List.of()"));
        String check = inspect("checkNear(|").orElseThrow();
        assertFalse(check.contains("jspecify") || check.contains("{@") || check.contains("@param"), check);
    }

    @Test
    void documentationIsReadable() {
        assertEquals("""
                Counts x of Table; see Rng.pick(double...) and that one.

                T: its type
                x: the numbers
                Returns how many
                Throws IllegalArgumentException if x is empty""", SourceDocs
                .plain("""
                                * Counts {@code x} of {@link Table}; see {@link Rng#pick(double...)} and {@link Rng#one(int, int) that one}.
                                *
                                * @param <T> its type
                        * @param x the {@linkplain Table numbers}
                                * @return how many
                                * @throws IllegalArgumentException if {@code x} is empty
                                """));
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
