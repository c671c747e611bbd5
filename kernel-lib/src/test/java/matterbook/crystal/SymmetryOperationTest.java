package matterbook.crystal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import matterbook.core.UserError;
import org.junit.jupiter.api.Test;

class SymmetryOperationTest {
    @Test
    void readAndWritten() {
        for (String text : List.of("x,y,z", "-y+1/3,x-y,z+2/3", "y,-x+y+1/2,-z-1/4", "x,y,z+1", "-x,-y,z+5/6")) {
            assertEquals(text, SymmetryOperation.parse(text).toString());
        }
        assertEquals("x+1/2,y+1/3,-z+0.123",
                SymmetryOperation.parse(" .5+X, 0.3333333333333333+y , -Z + .123").toString());
        assertEquals(SymmetryOperation.parse("x-y,x,z+1/6"), SymmetryOperation.parse("-y+x, +x, 2/12+z"));
        assertEquals(SymmetryOperation.IDENTITY.hashCode(), SymmetryOperation.parse("x,y,z").hashCode());
    }

    @Test
    void moves() {
        assertArrayEquals(new double[]{1. / 3 - .2 + 0, .9, .55 + 2. / 3 - 1},
                SymmetryOperation.parse("-y+1/3,x-y,z+2/3").apply(.1, .2, .55), 1e-15);
        assertArrayEquals(new double[]{.1, .2, .3}, SymmetryOperation.IDENTITY.apply(1.1, -.8, .3), 1e-15);
    }

    @Test
    void refuses() {
        for (String text : List.of("", "x,y", "x,y,z,x", "x,y,", "x,y,q", "x,y,2z", "x,y,z+1/0", "x,y,z++1/2",
                "x,y,1/2/3")) {
            assertEquals("\"" + text + "\" is no symmetry operation; one reads like \"-y+1/3,x-y,z+2/3\"",
                    assertThrows(UserError.class, () -> SymmetryOperation.parse(text)).getMessage());
        }
        assertEquals("\"x,x,z\" is no symmetry operation: its determinant is 0, not 1 or -1",
                assertThrows(UserError.class, () -> SymmetryOperation.parse("x,x,z")).getMessage());
    }
}
