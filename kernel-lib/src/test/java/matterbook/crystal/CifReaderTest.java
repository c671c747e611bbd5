package matterbook.crystal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import matterbook.core.UserError;
import matterbook.data.Datasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifReaderTest {
    private static final String CELL = """
            data_test
            _cell_length_a 4
            _cell_length_b 5.00(2)
            _cell_length_c 6.5
            _cell_angle_alpha 90
            _cell_angle_beta 90.
            _cell_angle_gamma 90
            """;
    private static final String ATOMS = """
            loop_
            _atom_site_label
            _atom_site_fract_x
            _atom_site_fract_y
            _atom_site_fract_z
            Si1 0 0.25 0.5
            """;

    @Test
    void mgMof74() {
        Crystal crystal = CifReader.parse(Datasets.text("mg-mof-74"), "mg-mof-74");
        assertEquals(162, crystal.size());
        assertEquals("C72 H18 Mg18 O54", crystal.formula());
        assertEquals(887.99, crystal.density(), 0.01);
        double charge = 0;
        Map<String, Integer> labels = new HashMap<>();
        for (int i = 0; i < 162; i++) {
            charge += crystal.charges()[i];
            labels.merge(crystal.sites().get(i).label(), 1, Integer::sum);
        }
        assertEquals(0, charge, 1e-12);
        assertEquals(Map.of("Mg", 18, "Oa", 18, "Ob", 18, "Oc", 18, "Ca", 18, "Cb", 18, "Cc", 18, "Cd", 18, "H", 18),
                labels);
        assertEquals(22.6, crystal.cell().width(0), 0.05);
        assertEquals(22.6, crystal.cell().width(1), 0.05);
        // the second operation of the third centring: (-y+1/3, x-y+2/3, z+2/3)
        AtomSite image = crystal.sites().get(13);
        assertArrayEquals(new double[]{1. / 3 - .352249 + 1, .379628 - .352249 + 2. / 3, .635117 + 2. / 3 - 1},
                image.fractional(), 1e-12);
    }

    /** Rock salt from two atoms: images on special positions are one atom, also where 1/3 was written as 0.3333. */
    @Test
    void specialPositions() {
        String text = """
                # a remark
                data_NaCl
                _cell_length_a 5.6402(1) _cell_length_b 5.6402 _cell_length_c 5.6402
                _cell_angle_alpha 90 _cell_angle_beta 90 _cell_angle_gamma 90
                _publ_section_title
                ;
                 loop_ 'is' not read _here
                ;
                _symmetry_space_group_name_H-M 'a group''s name'
                LOOP_ _symmetry_equiv_pos_site_id _symmetry_equiv_pos_as_xyz
                1 'x,y,z' 2 'x,y+1/2,z+1/2' 3 '1/2+x,y,1/2+z' 4 "X+.5, Y+0.5, Z" 5 -x,-y,-z
                loop_ _atom_site_type_symbol _atom_site_fract_x _atom_site_fract_y _atom_site_fract_z
                _atom_site_label _atom_site_occupancy _atom_site_charge
                Na1+ 0.00001 0 -0.00001 Na1 1.0 1 Cl1- .5 .5 .5 Cl1 ? -1
                """;
        Crystal salt = CifReader.parse(text, "salt");
        assertEquals("Cl4 Na4", salt.formula());
        assertEquals("Na1", salt.sites().getFirst().label());
        assertArrayEquals(new double[]{1, 1, 1, 1, -1, -1, -1, -1}, salt.charges());
        assertEquals(2163, salt.density(), 1);
        assertEquals("salt: Cl4 Na4, cell of 5.6402 x 5.6402 x 5.6402 angstrom, angles 90, 90, 90", salt.toString());
        Crystal larger = salt.times(2, 1, 3);
        assertEquals("Cl24 Na24", larger.formula());
        assertEquals(salt.density(), larger.density(), 1e-9);
        assertEquals(larger.positions()[0][8] - salt.positions()[0][0], 0, 1e-12);
        assertEquals(5.6402, larger.positions()[2][8] - salt.positions()[2][0], 2e-4);
    }

    /** As ASE writes them: no charges, coordinates of 1 and a space group of one operation. */
    @Test
    void alphaQuartz() {
        Crystal quartz = CifReader.parse(CELL + """
                _space_group_name_H-M_alt    "P 1"
                _space_group_IT_number       1
                loop_
                  _space_group_symop_operation_xyz
                  'x, y, z'
                """ + ATOMS + "O1 1.0 0.99999999999999999 1\nSi2 -.25 1.25 0\n", "quartz");
        assertEquals("O Si2", quartz.formula());
        assertArrayEquals(new double[]{0, 0, 0}, quartz.sites().get(1).fractional());
        assertArrayEquals(new double[]{.75, .25, 0}, quartz.sites().get(2).fractional());
        assertFalse(quartz.hasCharges());
        assertEquals("quartz: atom Si1 has no charge; electrostatics needs a column _atom_site_charge in the CIF",
                assertThrows(UserError.class, quartz::charges).getMessage());
    }

    @Test
    void elementsOfLabels() {
        assertEquals(Element.C, Element.startOf("CA1").orElseThrow());
        assertEquals(Element.Ca, Element.startOf("Ca1").orElseThrow());
        assertEquals(Element.O, Element.startOf("Ow").orElseThrow());
        assertEquals(Element.H, Element.startOf("D2").orElseThrow());
        assertTrue(Element.startOf("Xx").isEmpty());
        assertTrue(Element.startOf("").isEmpty());
        assertEquals(118, Element.values().length);
    }

    @Test
    void mistakesHaveTheirLine() {
        said("x.cif: _cell_length_c is missing in data_test", CELL.replace("_cell_length_c 6.5\n", "") + ATOMS);
        said("x.cif: line 4: _cell_length_c must be a number, not \"6,5\"", CELL.replace("6.5", "6,5") + ATOMS);
        said("x.cif: no atoms: a loop_ with _atom_site_fract_x, _y and _z is missing", CELL);
        said("x.cif: no atoms: a loop_ with _atom_site_fract_x, _y and _z is missing", "");
        said("x.cif: line 14: the loop_ of line 8 has 4 columns, but its last row, which begins here with \"O1\", has 3"
                + " values", CELL + ATOMS + "O1 0 0\n");
        said("x.cif: line 13: _atom_site_fract_z must be a number, not \"?\"", CELL + ATOMS.replace("0.5", "?"));
        said("x.cif: line 13: \"Xy1\" begins with no chemical element", CELL + ATOMS.replace("Si1", "Xy1"));
        said("x.cif: line 13: \"Mof_Mg\" is no symbol of a chemical element",
                CELL + ATOMS.replace("_label", "_type_symbol").replace("Si1", "Mof_Mg"));
        said("x.cif: line 14: atom O1 has the occupancy 0.5; disordered crystals are not read: choose one arrangement"
                + " with occupancies of 1",
                CELL + ATOMS.replace("_fract_z", "_fract_z _atom_site_occupancy")
                        .replace("0.5", "0.5 1") + "O1 0 0 0 0.5\n");
        said("x.cif: line 9: the space group is R -3 m, but no symmetry operations are listed"
                + " (_space_group_symop_operation_xyz); write them, or all atoms of the cell with the group P 1",
                CELL.concat("# \n") + "_symmetry_space_group_name_H-M 'R -3 m'\n" + ATOMS);
        said("x.cif: line 8: \"x,y\" is no symmetry operation; one reads like \"-y+1/3,x-y,z+2/3\"",
                CELL + "_symmetry_equiv_pos_as_xyz x,y\n" + ATOMS);
        said("x.cif: line 8: \"x,y,y\" is no symmetry operation: its determinant is 0, not 1 or -1",
                CELL + "_symmetry_equiv_pos_as_xyz x,y,y\n" + ATOMS);
        said("x.cif: atoms Si1 and O1 stand at one place (within 0.05 angstrom)", CELL + ATOMS + "O1 1 .25 .501\n");
        said("x.cif: line 8: the quote ' never closes", CELL + "_title 'open\n" + ATOMS);
        said("x.cif: line 8: the text that begins here with a semicolon never ends; a line that begins with ; closes it",
                CELL + ";\n" + ATOMS);
        said("x.cif: line 8: \"word\" stands alone: a value needs a name such as _cell_length_a before it",
                CELL + "word\n" + ATOMS);
        said("x.cif: line 8: _title has no value", CELL + "_title\n" + ATOMS);
        said("x.cif: line 14: a loop_ needs names such as _atom_site_label behind it", CELL + ATOMS + "loop_\n");
        said("x.cif: line 14: the loop_ of _a has no rows", CELL + ATOMS + "loop_ _a _b\n");
        said("x.cif: line 13: _atom_site_fract_y is missing in the loop_ of atoms",
                CELL + ATOMS.replace("_fract_y", "_Cartn_y"));
        said("x.cif: the angle gamma of a cell must lie between 0 and 180 degrees, not 190.0",
                CELL.replace("gamma 90", "gamma 190") + ATOMS);
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) throws IOException {
        assertEquals(folder + " is a folder; a CIF file is needed",
                assertThrows(UserError.class, () -> CifReader.read(folder)).getMessage());
        Path file = folder.resolve("quartz.cif");
        Files.write(file, (CELL + ATOMS).getBytes(StandardCharsets.UTF_8));
        assertEquals(file.toString(), CifReader.read(file).name());
    }

    private static void said(String message, String text) {
        assertEquals(message, assertThrows(UserError.class, () -> CifReader.parse(text, "x.cif")).getMessage());
    }
}
