package matterbook.adsorption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import matterbook.core.UserError;
import matterbook.crystal.AtomSite;
import matterbook.crystal.CifReader;
import matterbook.crystal.Crystal;
import matterbook.crystal.Element;
import matterbook.data.Datasets;
import matterbook.particles.UnitCell;

/**
 * A rigid, periodic host for guests: a crystal whose atoms have types. The type of an atom is its label without the number
 * at its end, so that symmetry and numbering do not make new types; where one such name stands for several elements, all but
 * the first have theirs behind it.
 */
public final class Framework {
    /** The name of the embedded framework. */
    public static final String MG_MOF_74 = "mg-mof-74";

    private final Crystal crystal;
    private final List<String> types;
    private final int[] type;

    private Framework(Crystal crystal) {
        this.crystal = crystal;
        Map<String, Element> elements = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (AtomSite site : crystal.sites()) {
            String name = typeOf(site);
            boolean alone = elements.computeIfAbsent(name, _ -> site.element()) == site.element();
            names.add(alone ? name : name + "-" + site.element());
        }
        types = names.stream().distinct().toList();
        type = names.stream().mapToInt(types::indexOf).toArray();
    }

    /** The framework of these atoms. */
    public static Framework of(Crystal crystal) {
        return new Framework(crystal);
    }

    /** Mg-MOF-74 with the charges of R. Mercado et al., J. Phys. Chem. C 120, 12590 (2016). */
    public static Framework mgMof74() {
        return new Framework(CifReader.parse(Datasets.text(MG_MOF_74), MG_MOF_74));
    }

    /**
     * The embedded framework of this name, or that of a CIF file.
     *
     * @throws UserError if there is neither
     */
    public static Framework named(String nameOrFile) throws IOException {
        if (nameOrFile.equals(MG_MOF_74)) {
            return mgMof74();
        }
        if (!nameOrFile.contains(".") && !nameOrFile.contains("/")) {
            throw new UserError("no framework \"" + nameOrFile + "\"; there is " + MG_MOF_74
                    + ", and any CIF file with charges by its path");
        }
        return new Framework(CifReader.read(Path.of(nameOrFile)));
    }

    public Crystal crystal() {
        return crystal;
    }

    public UnitCell cell() {
        return crystal.cell();
    }

    /** How many atoms a cell has. */
    public int size() {
        return crystal.size();
    }

    /** The types of its atoms in order of their first appearance. */
    public List<String> types() {
        return types;
    }

    /** Which of {@link #types()} an atom has. */
    public int type(int atom) {
        return type[atom];
    }

    /** The first atom of a type. */
    public AtomSite example(int ofType) {
        for (int i = 0; i < type.length; i++) {
            if (type[i] == ofType) {
                return crystal.sites().get(i);
            }
        }
        throw new IllegalArgumentException("types are 0 to " + (types.size() - 1) + ", not " + ofType);
    }

    /** The density in kg/m³. */
    public double density() {
        return crystal.density();
    }

    private static String typeOf(AtomSite site) {
        String withoutNumber = site.label().replaceFirst("\\d+$", "");
        return withoutNumber.isEmpty() ? site.element().name() : withoutNumber;
    }

    @Override
    public String toString() {
        return crystal.toString();
    }
}
