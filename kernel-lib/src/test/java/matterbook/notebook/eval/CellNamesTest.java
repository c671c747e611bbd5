package matterbook.notebook.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CellNamesTest {
    @Test
    void declarationsByKind() {
        CellNames names = CellNames.of("""
                record Pair(int a, int b) {}
                int twice(int n) { int inner = 2; return inner * n; }
                var x = 3;
                y = twice(x);
                """);
        assertEquals(Set.of("Pair"), names.types());
        assertEquals(Set.of("twice"), names.methods());
        assertEquals(Set.of("x", "y"), names.variables());
    }

    @Test
    void escapesCountAsTheirCharacters() {
        assertEquals(Set.of("Check"), CellNames.of("class \\u0043heck {}").types());
        assertEquals(Set.of("checkNear"), CellNames.of("void check\\uuu004eear(double x) {}").methods());
    }

    @Test
    void importsByTheNameTheyBring() {
        CellNames names = CellNames.of("import java.util.List;\nimport static a.b.C.check;\nimport java.io.*;");
        assertEquals(Map.of("List", "java.util.List", "check", "a.b.C.check"), names.imports());
    }

    @Test
    void mentionsLeaveOutMembersTextsAndRemarks() {
        CellNames names = CellNames.of("check(found.size() == 2, \"text\"); // remark");
        assertEquals(Set.of("check", "found"), names.mentioned());
        assertEquals(Set.of("check"), names.called());
    }

    @Test
    void balanceCountsBracketsOutsideOfTexts() {
        assertTrue(CellNames.isBalanced("int f() { return \"{\".length(); }"));
        assertFalse(CellNames.isBalanced("for (int i = 0; i < 3; i++) {"));
    }
}
