package matterbook.crystal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import matterbook.core.UserError;
import matterbook.crystal.CifBlock.Loop;
import matterbook.crystal.CifTokens.Token;
import matterbook.particles.UnitCell;
import org.jspecify.annotations.Nullable;

/**
 * Reads crystals from CIF files: cell, symmetry operations (both names that they have), atoms with fractional coordinates,
 * and charges in {@code _atom_site_charge}. All atoms of the cell are written out; images that meet on a special position
 * are one atom.
 */
public final class CifReader {
    private static final String SITE = "_atom_site_";
    private static final List<String> OPERATIONS = List.of("_space_group_symop_operation_xyz",
            "_symmetry_equiv_pos_as_xyz");
    private static final List<String> GROUP_NAMES = List.of("_space_group_name_h-m_alt",
            "_symmetry_space_group_name_h-m");
    private static final List<String> GROUP_NUMBERS = List.of("_space_group_it_number", "_symmetry_int_tables_number");

    private final CifBlock block;
    private final String file;

    private CifReader(CifBlock block, String file) {
        this.block = block;
        this.file = file;
    }

    /**
     * The crystal of a file: that of its first block with atoms.
     *
     * @throws UserError if it is no whole crystal; the message names file and line
     */
    public static Crystal read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserError(file + " is a folder; a CIF file is needed");
        }
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
    }

    /** The crystal of this text of a CIF file; messages call it {@code name}. */
    public static Crystal parse(String text, String name) {
        for (CifBlock block : CifBlock.parse(text, name)) {
            if (block.loopOf(SITE + "fract_x") != null) {
                return new CifReader(block, name).crystal();
            }
        }
        throw new UserError(name + ": no atoms: a loop_ with _atom_site_fract_x, _y and _z is missing");
    }

    private Crystal crystal() {
        UnitCell cell;
        double[] size = new double[6];
        String[] names = {"_cell_length_a", "_cell_length_b", "_cell_length_c", "_cell_angle_alpha", "_cell_angle_beta",
                "_cell_angle_gamma"};
        for (int k = 0; k < 6; k++) {
            size[k] = block.number(names[k]);
        }
        try {
            cell = UnitCell.of(size[0], size[1], size[2], size[3], size[4], size[5]);
        } catch (UserError | IllegalArgumentException wrong) {
            throw new UserError(file + ": " + wrong.getMessage(), wrong);
        }
        return Crystal.expanded(file, cell, atoms(), operations());
    }

    private List<SymmetryOperation> operations() {
        for (String name : OPERATIONS) {
            List<Token> tokens = new ArrayList<>();
            Loop loop = block.loopOf(name);
            if (loop != null) {
                loop.rows().forEach(row -> tokens.add(row.get(loop.names().indexOf(name))));
            }
            Token single = block.values().get(name);
            if (single != null) {
                tokens.add(single);
            }
            if (!tokens.isEmpty()) {
                return tokens.stream().map(this::operation).toList();
            }
        }
        requireNoSymmetry();
        return List.of(SymmetryOperation.IDENTITY);
    }

    private SymmetryOperation operation(Token token) {
        try {
            return SymmetryOperation.parse(token.text());
        } catch (UserError wrong) {
            throw block.wrong(token, String.valueOf(wrong.getMessage()));
        }
    }

    /** Without operations a file may name no space group but the first, or most of its atoms would be missing. */
    private void requireNoSymmetry() {
        for (String name : GROUP_NAMES) {
            Token token = block.values().get(name);
            if (token != null && !CifBlock.isUnknown(token)
                    && !token.text().replaceAll("\\s", "").equalsIgnoreCase("P1")) {
                throw noOperations(token, token.text().strip());
            }
        }
        for (String name : GROUP_NUMBERS) {
            Token token = block.values().get(name);
            if (token != null && !CifBlock.isUnknown(token) && !token.text().equals("1")) {
                throw noOperations(token, token.text());
            }
        }
    }

    private UserError noOperations(Token token, String group) {
        return block.wrong(token, "the space group is " + CifBlock.brief(group)
                + ", but no symmetry operations are listed"
                + " (_space_group_symop_operation_xyz); write them, or all atoms of the cell with the group P 1");
    }

    private List<AtomSite> atoms() {
        Loop loop = block.loopOf(SITE + "fract_x");
        if (loop == null) {
            throw new IllegalStateException("a block was chosen for its atoms");
        }
        for (String axis : List.of("fract_y", "fract_z")) {
            if (!loop.names().contains(SITE + axis)) {
                throw block.wrong(loop.rows().getFirst().getFirst(), SITE + axis + " is missing in the loop_ of atoms");
            }
        }
        List<AtomSite> atoms = new ArrayList<>();
        for (List<Token> row : loop.rows()) {
            atoms.add(atom(loop, row));
        }
        return atoms;
    }

    private AtomSite atom(Loop loop, List<Token> row) {
        Token label = column(loop, row, "label");
        Token symbol = column(loop, row, "type_symbol");
        Token called = label != null ? label : symbol;
        if (called == null) {
            throw block.wrong(row.getFirst(), "an atom needs _atom_site_label or _atom_site_type_symbol");
        }
        requireWhole(called, column(loop, row, "occupancy"));
        double[] f = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            String name = SITE + "fract_" + "xyz".charAt(axis);
            f[axis] = block.number(row.get(loop.names().indexOf(name)), name);
        }
        Token charge = column(loop, row, "charge");
        return new AtomSite(called.text(), element(symbol != null ? symbol : called, symbol == null), f[0], f[1], f[2],
                charge == null ? Double.NaN : block.number(charge, SITE + "charge"));
    }

    /** The value in this column of atoms; null if there is no such column or it says that there is none. */
    private static @Nullable Token column(Loop loop, List<Token> row, String name) {
        int at = loop.names().indexOf(SITE + name);
        return at < 0 || CifBlock.isUnknown(row.get(at)) ? null : row.get(at);
    }

    private void requireWhole(Token atom, @Nullable Token occupancy) {
        if (occupancy != null) {
            double whole = block.number(occupancy, SITE + "occupancy");
            if (Math.abs(whole - 1) > 1e-6) {
                throw block.wrong(occupancy, "atom " + atom.text() + " has the occupancy " + occupancy.text()
                        + "; disordered crystals are not read: choose one arrangement with occupancies of 1");
            }
        }
    }

    private Element element(Token token, boolean isLabel) {
        String text = token.text();
        if (!isLabel && text.matches("[A-Za-z]{3}.*")) {
            // names of some program: Mof_Mg is no molybdenum
            throw block.wrong(token, "\"" + CifBlock.brief(text) + "\" is no symbol of a chemical element");
        }
        if (!isLabel && text.length() > 1 && text.matches("[A-Za-z]{2}.*")) {
            // some programs write symbols in capitals
            text = text.charAt(0) + text.substring(1, 2).toLowerCase(Locale.ROOT) + text.substring(2);
        }
        return Element.startOf(text).orElseThrow(
                () -> block.wrong(token, "\"" + CifBlock.brief(token.text()) + "\" begins with no chemical element"));
    }
}
