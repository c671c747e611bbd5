package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Java in cells: what people found missing in other kernels, and what woven classes could break. */
@Timeout(120)
class LanguageTest extends EvaluatorFixture {
    @Test
    void redefinesStaticMethodsAndTheirCallers() {
        assertEquals(4, value(
                "static int twice(int k) { return 2 * k; }\nstatic int user(int k) { return twice(k); }\nuser(2)"));
        assertEquals(6, value("static int twice(int k) { return 3 * k; }\nuser(2)"));
        assertEquals("a", value("static String twice(int k) { return \"a\"; }\ntwice(2)"));
    }

    @Test
    void typesThatNeedEachOther() {
        assertEquals(true, value("class Pen { Ink ink; }\nclass Ink { Pen pen; }\nnew Pen().ink == null"));
        assertEquals(2, value("interface Shape { static Shape unit() { return new Disk(2); } int size(); }\n"
                + "record Disk(int size) implements Shape {}\nShape.unit().size()"));
    }

    @Test
    void patternSwitchesOverSealedRecords() {
        assertEquals(10.0, value("""
                sealed interface Solid permits Cube, Plate, Rod {}
                record Cube(double a) implements Solid {}
                record Plate(double a, double b) implements Solid {}
                record Rod(Cube base, int n) implements Solid {}
                double volume(Solid solid) {
                    return switch (solid) {
                        case Cube(var a) when a > 5 -> 1;
                        case Cube(var a) -> a * a * a;
                        case Plate(double a, double b) -> a * b;
                        case Rod(Cube(var a), var n) -> n * a;
                    };
                }
                volume(new Cube(2)) + volume(new Rod(new Cube(0.5), 4))
                """));
    }

    @Test
    void genericMethodsAndTextBlocks() {
        assertEquals(9, value("<T extends Comparable<T>> T most(List<T> all) {\n    T m = all.get(0);\n"
                + "    for (T one : all) if (one.compareTo(m) > 0) m = one;\n    return m;\n}\nmost(List.of(3, 9, 2))"));
        assertEquals("a\n  b\n", value("String block = \"\"\"\n    a\n      b\n    \"\"\";\nblock"));
    }

    @Test
    void unicodeAndCrLf() {
        assertEquals(5.0, value("double größe = 2.5;\r\n// Länge\r\ndouble β = 2;\r\ngröße * β"));
        assertEquals("a\nb\n", value("var crlf = \"\"\"\r\n  a\r\n  b\r\n  \"\"\";\r\ncrlf"));
    }

    @Test
    void anonymousClassesLambdasAndIntersections() {
        assertEquals(5, value("var anonymous = new Object() { int five() { return 5; } };\nanonymous.five()"));
        assertEquals(true, value("record L(int a) {}\nrecord R(int b) {}\nvar both = List.of(new L(1), new R(2));\n"
                + "both.get(0) instanceof Record"));
        assertEquals(6,
                value("Function<Integer, Function<Integer, Integer>> add = a -> b -> a + b;\nadd.apply(2).apply(4)"));
    }

    /** Loops before super(), in initialisers, in finally, in nested and local classes; long and double on the stack. */
    @Test
    void wovenClassesVerify() {
        assertEquals("10 6 20 45.0 3 ab",
                value("""
                        class Base { final int n; Base(int n) { this.n = n; } }
                        class Derived extends Base {
                            static int total;
                            static { for (int i = 0; i < 4; i++) total += i; }
                            Derived(int k) {
                                int sum = 0;
                                for (int i = 0; i <= k; i++) sum += i;
                                super(sum);
                            }
                            int twice() {
                                int s = 0;
                                try { for (int i = 0; i < n; i++) { if (i == 3) continue; s++; } }
                                finally { while (s < 2 * n) s++; }
                                return s;
                            }
                        }
                        double mixed(long a, double b) {
                            double s = 0;
                            for (long i = 0; i < a; i++) { s += b > 0 ? i : (i & 1) == 0 ? -1L : 1.0; }
                            return s;
                        }
                        int local() {
                            class Counter { int n; void go() { do { n++; } while (n < 3); } }
                            var counter = new Counter();
                            counter.go();
                            return counter.n;
                        }
                        String words(Object o) {
                            StringBuilder s = new StringBuilder();
                            for (var part : new Object[] {o, "b", 3}) {
                                s.append(switch (part) { case String t when t.equals("b") -> "b"; case String t -> t; default -> ""; });
                            }
                            return s.toString();
                        }
                        var derived = new Derived(4);
                        derived.n + " " + Derived.total + " " + derived.twice() + " " + mixed(10, 1) + " " + local() + " " + words("a")
                        """));
    }

    @Test
    void enumsInterfacesAndNestedGenerics() {
        assertEquals("B2",
                value("""
                        enum Phase { A, B; Phase next() { for (var p : values()) if (p.ordinal() == ordinal() + 1) return p; return A; } }
                        class Node<T> { T value; Node<T> next; class Walk implements Iterator<T> {
                            Node<T> at = Node.this;
                            public boolean hasNext() { return at != null; }
                            public T next() { T v = at.value; at = at.next; return v; } } }
                        int count(Node<?> n) { int c = 0; for (var w = n.new Walk(); w.hasNext(); w.next()) c++; return c; }
                        var node = new Node<String>(); node.next = new Node<>();
                        switch (Phase.A.next()) { case A -> ""; case B -> "B" + count(node); }
                        """));
    }

    /** 64 KB is the limit of a method; near it there is no room for checks, and the cell runs without. */
    @Test
    void aMethodNearTheLimitOfItsSize() {
        StringBuilder body = new StringBuilder("int big(int n) {\n    int s = n;\n");
        body.append("    do { s++; } while (s < 0);\n".repeat(4600));
        assertEquals(4601, value(body + "    return s;\n}\nbig(1)"));
    }

    @Test
    void longCells() {
        StringBuilder cell = new StringBuilder("int total = 0;\n{\n");
        for (int i = 0; i < 2000; i++) {
            cell.append("    total += ").append(i).append("; // a remark\n");
        }
        assertEquals(1_999_000, value(cell + "}\ntotal"));
        assertEquals(2003, failure(cell + "    nope();\n}\ntotal").line());
    }

    @Test
    void assertionsAreSilentButExceptionsAreNot() {
        assertEquals(1, value("assert 1 > 2 : \"x\";\n1"));
        assertEquals("AssertionError: x", failure("throw new AssertionError(\"x\")").traceback().getFirst());
    }
}
