package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What a learner reads, word for word. */
class ErrorTextsTest extends EvaluatorFixture {
    @Test
    void everyCompileErrorOfASnippetWithItsLineAndACaret() {
        CellResult.Failed failed = failure("int good = 1;\n// note\nint bad = foo(2) + bar;");
        assertEquals(CellResult.Kind.COMPILE_ERROR, failed.kind());
        assertEquals("CompileError", failed.name());
        assertEquals(3, failed.line());
        assertEquals("cannot find symbol: method foo(int)\ncannot find symbol: variable bar", failed.message());
        assertEquals("""
                cell line 3: error: cannot find symbol
                    int bad = foo(2) + bar;
                              ^
                  symbol:   method foo(int)
                cell line 3: error: cannot find symbol
                    int bad = foo(2) + bar;
                                       ^
                  symbol:   variable bar""", text(failed));
    }

    @Test
    void anErrorDeepInAMethod() {
        CellResult.Failed failed = failure("double area(double r) {\n\tString s = r;\n    return r * r;\n}");
        assertEquals("""
                cell line 2: error: incompatible types: double cannot be converted to java.lang.String
                    \tString s = r;
                    \t           ^""", text(failed));
        assertEquals(2, failed.line());
    }

    @Test
    void aRecordsConstructorThatIsNotPublic() {
        String text = text(failure("record Disk(double r) {\n    Disk {\n        r = abs(r);\n    }\n}"));
        assertTrue(text.startsWith("cell line 2: error: invalid "), text);
        assertTrue(text.endsWith("\na notebook makes its records public, so this constructor must be public too:"
                + " write public before its name"), text);
        assertEquals(2.0, value("record Disk(double r) {\n    public Disk {\n        r = abs(r);\n    }\n}\n"
                + "new Disk(-2).r()"));
    }

    @Test
    void aRecordsConstructorThatIsWrongOtherwise() {
        String text = text(failure("record Ring(double r) {\n    public Ring(double s) {\n        r = s;\n    }\n}"));
        assertTrue(text.endsWith("(invalid parameter names in canonical constructor)"), text);
    }

    @Test
    void candidatesWithoutTheKitsAnnotations() {
        String text = text(failure("checkNear(\"a\", \"b\");"));
        assertTrue(text.contains("    method Check.checkNear(double[],double[],double,String) is not applicable\n"),
                text);
    }

    @Test
    void linesOfACellFromWindows() {
        assertEquals(3, failure("int w1 = 1;\r\n\r\nint w2 = \"x\";\r\n").line());
    }

    @Test
    void aBracketThatIsNotClosed() {
        CellResult.Failed failed = failure("for (int i = 0; i < 3; i++) {\n    int k = i;\n");
        assertEquals("reached end of file while parsing", failed.message());
        assertEquals(CellResult.Kind.COMPILE_ERROR, failed.kind());
    }

    @Test
    void aStringThatIsNotClosed() {
        CellResult.Failed failed = failure("int before = 1;\nString s = \"abc;\n");
        assertEquals("unclosed string literal", failed.message().lines().findFirst().orElseThrow());
        assertEquals(2, failed.line());
    }

    @Test
    void anExceptionWithTheLearnersFramesOnly() {
        CellResult.Failed failed = failure("""
                int third(int[] a) {
                    return a[2];
                }

                int sum = IntStream.range(0, 3).map(i -> third(new int[i])).sum();
                """);
        assertEquals("ArrayIndexOutOfBoundsException", failed.name());
        assertEquals("Index 2 out of bounds for length 0", failed.message());
        assertEquals(2, failed.line());
        assertEquals("""
                ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 0
                    at third, cell line 2
                    at lambda, cell line 5
                    at cell line 5""", text(failed));
    }

    @Test
    void framesInEarlierCells() {
        run("int half(int n) {\n    if (n < 0) throw new ArithmeticException(\"negative\");\n    return n / 2;\n}");
        CellResult.Failed failed = failure("int ok = half(2);\n\nint no = half(-2);");
        assertEquals("""
                ArithmeticException: negative
                    at half, line 2 of an earlier cell
                    at cell line 3""", text(failed));
        assertEquals(3, failed.line());
    }

    @Test
    void causes() {
        assertEquals("""
                IllegalStateException: outer
                    at cell line 4
                Caused by: NumberFormatException: For input string: "x"
                    at cell line 2""", text(failure("""
                try {
                    Integer.parseInt("x");
                } catch (NumberFormatException e) {
                    throw new IllegalStateException("outer", e);
                }""")));
    }

    @Test
    void exceptionsOfTheLearnersOwn() {
        CellResult.Failed failed = failure("""
                class TooHot extends Exception { TooHot(String m) { super(m); } }
                class Oven {
                    void heat() throws TooHot { throw new TooHot("300 K"); }
                }
                new Oven().heat();""");
        assertEquals("""
                TooHot: 300 K
                    at Oven.heat, cell line 3
                    at cell line 5""", text(failed));
    }

    @Test
    void whatTheKitSaysStandsAlone() {
        CellResult.Failed failed = failure("int step = 1;\nvar e = new Estimate(1, -2);");
        assertEquals("IllegalArgumentException", failed.name());
        assertEquals("""
                an error is a standard deviation and cannot be negative: -2.0
                    at cell line 2""", text(failed));
        assertEquals("no file a.csv\n    at cell line 1",
                text(failure("throw new matterbook.core.UserError(\"no file a.csv\");")));
    }

    @Test
    void aRecursionWithoutEndInFewLines() {
        CellResult.Failed failed = failure("int down(int n) { return down(n + 1) + 1; }\ndown(0)");
        assertEquals("StackOverflowError", failed.traceback().getFirst());
        assertEquals("    at down, cell line 1 (1024 times)", failed.traceback().get(1));
        assertEquals(2, failed.traceback().size());
    }

    @Test
    void aMethodThatUsesWhatIsNotDefined() {
        assertEquals(new CellResult.Done(null, null), run("double twice(double x) { return missing(x) * 2; }"));
        CellResult.Failed failed = failure("twice(2)");
        assertEquals("UndefinedReference", failed.name());
        assertEquals("""
                twice uses method missing(double), which is not defined
                    at twice, line 1 of an earlier cell
                    at cell line 1""", text(failed));
        assertEquals(6.0, value("double missing(double x) { return x + 1; }\ntwice(2)"));
    }

    @Test
    void aTypeThatUsesWhatIsNotDefined() {
        assertEquals("""
                cell line 2: error: cannot find symbol
                    class Cat extends Animal {}
                                      ^
                  symbol:   class Animal""", text(failure("int legs = 4;\nclass Cat extends Animal {}")));
    }

    @Test
    void aVariableWhoseTypeChanged() {
        run("record Site(int x) {}\nvar site = new Site(1);");
        assertEquals(new CellResult.Done(null, null), run("record Site(int x, int y) {}"));
        CellResult.Failed failed = failure("site");
        assertEquals("cannot find symbol: variable site\n"
                + "variable site went when Site was declared anew: run the cell that sets it again", failed.message());
        assertEquals("Site[x=1, y=2]", String.valueOf(value("var site = new Site(1, 2);\nsite")));
    }

    @Test
    void aVariableWhoseFirstValueFailed() {
        failure("int never = 1 / 0;");
        assertEquals("cannot find symbol: variable never", failure("never").message());
    }

    private static String text(CellResult.Failed failed) {
        return String.join("\n", failed.traceback());
    }

    /** Nothing a cell throws may leave the evaluator deaf. */
    @Test
    void anExceptionThatCannotTellItsMessage() {
        CellResult.Failed failed = failure(
                "class Evil extends RuntimeException { public String getMessage() { throw new Evil(); } }\n"
                        + "throw new Evil();");
        assertEquals(new CellResult.Failed(CellResult.Kind.EXCEPTION, "Evil", "", List.of("Evil"), 0), failed);
        assertEquals(2, value("1 + 1"));
    }
}
