package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest extends EvaluatorFixture {
    @Test
    void everyStartUpImportResolves() throws ClassNotFoundException {
        for (String type : KitImports.TYPES) {
            assertTrue(Modifier.isPublic(Class.forName(type).getModifiers()), type);
        }
        for (String member : KitImports.STATICS) {
            Class<?> owner = Class.forName(member.substring(0, member.lastIndexOf('.')));
            String name = member.substring(member.lastIndexOf('.') + 1);
            assertTrue(Arrays.stream(owner.getMethods())
                    .anyMatch(method -> method.getName().equals(name) && Modifier.isStatic(method.getModifiers()))
                    || Arrays.stream(owner.getFields()).anyMatch(field -> field.getName().equals(name)), member);
        }
        assertTrue(KitImports.TYPES.size() + KitImports.STATICS.size() <= KitImports.MOST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"BigDecimal.ONE.add(BigDecimal.TEN) | 11", "Duration.ofSeconds(90) | PT1M30S",
            "Map.Entry<String, Integer> entry = Map.entry(\"a\", 1);§entry | a=1",
            "AbstractMap.SimpleEntry<String, Integer> simple = null;§simple == null | true",
            "Predicate<String> empty = String::isEmpty;§empty.test(\"\") | true",
            "double root(double x) { return Optional.of(x).map(Math::sqrt).get(); }§root(9) | 3.0",
            "class Box { BigInteger n = BigInteger.TWO; }§new Box().n | 2",
            "check(1 < 2, \"order\");§figure(\"t\") != null | true",
            "double line(double x) { return x; }§line(2) | 2.0", "Table.create(\"t\").rowCount() | 0",
            "Path.of(\"a\", \"b\").getFileName() | b",
            "abs(-2) + max(1, 3) + floor(PI) | 8.0"})
    void onDemand(String source, String shown) {
        assertEquals(shown, String.valueOf(value(source.replace('§', '\n'))));
    }

    @Test
    void declarationsOfTheNotebookWin() {
        assertEquals("mine",
                value("class Timer { public String toString() { return \"mine\"; } }\nnew Timer().toString()"));
        value("new Scanner(\"x\").next()");
        assertEquals(5, value("class Scanner { int five() { return 5; } }\nnew Scanner().five()"));
        assertEquals(5, value("new Scanner().five()"));
        assertEquals(1.0, value("sin(PI / 2)"));
        assertEquals(42.0, value("double sin(double x) { return 42; }\nsin(1.0)"));
        assertEquals(42.0, value("sin(2.0)"));
        assertEquals(3, value("int PI = 3;\nPI"));
    }

    @Test
    void aMethodOfTheNotebookBesideOneOfTheKitWithOtherParameters() {
        assertEquals(1, value("int min(List<Integer> all) { return all.get(0); }\nmin(List.of(1, 2))"));
        assertEquals(3, value("min(3, 4)"));
        assertEquals(2.5, value("double least(double a) { return min(a, 2.5); }\nleast(3)"));
    }

    @Test
    void aTypeOfALaterLineIsNotImported() {
        assertEquals(true, value("class Holder { Formatter f; }\nclass Formatter {}\nnew Holder().f == null"));
        assertEquals("Formatter", value("Formatter.class.getSimpleName()"));
        assertEquals(false, value("Formatter.class.getName().startsWith(\"java.util\")"));
    }

    @Test
    void namesThatKeepTheirMeaning() {
        assertEquals("List means java.util.List in every notebook; give your type another name",
                failure("int ok = 1;\nclass List {}").message());
        assertEquals(2, failure("int ok = 1;\nclass List {}").line());
        assertEquals("display means matterbook.notebook.display.Display.display in every notebook; "
                + "give your method another name", failure("void display(Object x) {}").message());
        assertEquals(
                "checkNear means matterbook.check.Check.checkNear in every notebook; give your method another name",
                failure("static void checkNear(double a, double b, double c, String w) {}").message());
        assertEquals(1, value("List.of(3).size()"));
    }

    @Test
    void anImportThatMeetsATypeOfTheNotebook() {
        run("class Currency {}");
        assertEquals("Currency is a type of this notebook already; write the imported one with its package",
                failure("import java.util.Currency;").message());
        assertEquals("Locale is a type of this notebook already; write the imported one with its package",
                failure("import java.util.Locale;\nclass Locale {}").message());
        assertEquals(2, value("1 + 1"));
    }

    @Test
    void aTypeDeclaredAfterItsImport() {
        run("import java.util.Observer;");
        assertEquals(7, value("class Observer { int seven() { return 7; } }\nnew Observer().seven()"));
    }

    @Test
    void importsOfTheLearnerWin() {
        assertEquals("java.awt.List", value("import java.awt.List;\nList.class.getName()"));
        run("import java.util.List;");
    }

    @Test
    void aNameWithSeveralMeaningsNamesThem() {
        KitIndex index = new KitIndex(KitIndex.class.getClassLoader());
        assertEquals(java.util.List.of("matterbook.core.Progress"), index.types("Progress"));
        assertEquals(java.util.List.of("java.text.Format"), index.types("Format"));
        assertEquals(java.util.List.of(), index.types("Evaluator"));
        assertEquals(java.util.List.of(), index.types("NoSuchThing"));
    }

    @Test
    void wildcardsOfTheLearnerWork() {
        assertEquals("java.awt.Color[r=255,g=0,b=0]", String.valueOf(value("import java.awt.*;\nColor.RED")));
        assertEquals(1, value("List.of(3).size()"));
    }
}
