package matterbook.notebook.eval;

import java.lang.module.ModuleDescriptor;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** The packages that a cell can name: those that the JDK exports and those of the class path that are in use. */
final class PackageNames {
    private @Nullable NavigableSet<String> names;

    /** The next parts of packages that start with {@code prefix}: for {@code java.u} this is {@code util}. */
    NavigableSet<String> partsAfter(String prefix) {
        int dot = prefix.lastIndexOf('.') + 1;
        NavigableSet<String> parts = new TreeSet<>();
        for (String name : all().tailSet(prefix, true)) {
            if (!name.startsWith(prefix)) {
                break;
            }
            int end = name.indexOf('.', dot);
            parts.add(name.substring(dot, end < 0 ? name.length() : end));
        }
        return parts;
    }

    private synchronized NavigableSet<String> all() {
        NavigableSet<String> known = names;
        if (known == null) {
            known = new TreeSet<>();
            for (Module module : ModuleLayer.boot().modules()) {
                for (ModuleDescriptor.Exports export : module.getDescriptor().exports()) {
                    if (!export.isQualified()) {
                        known.add(export.source());
                    }
                }
            }
            ClassLoader loader = PackageNames.class.getClassLoader();
            Arrays.stream(loader == null ? new Package[0] : loader.getDefinedPackages()).map(Package::getName)
                    .filter(name -> !name.isEmpty()).forEach(known::add);
            known.add("tech.tablesaw.api");
            known.add("org.knowm.xchart");
            names = known;
        }
        return known;
    }
}
