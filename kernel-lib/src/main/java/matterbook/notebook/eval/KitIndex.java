package matterbook.notebook.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The public classes that a cell may use by their simple name: those of the kit, of common packages of the JDK, and
 * of the table and chart libraries. It is read from the class path when it is first asked.
 */
final class KitIndex {
    private static final List<String> JDK_PACKAGES = List.of("java.util", "java.util.function", "java.util.stream",
            "java.time", "java.nio.file", "java.io", "java.math", "java.text");
    /** One class of each package of an outside library; where it lies, its neighbours lie. */
    private static final List<String> LIBRARY_CLASSES = List.of("tech.tablesaw.api.Table", "org.knowm.xchart.XYChart");
    /** The machinery around notebooks is no part of what a lesson uses. */
    private static final List<String> HIDDEN = List.of("matterbook/cli/", "matterbook/kernel/", "matterbook/course/",
            "matterbook/notebook/eval/", "matterbook/notebook/file/", "matterbook/notebook/run/",
            "matterbook/notebook/page/", "matterbook/font/");
    private static final String CLASS = ".class";

    private final ClassLoader loader;
    private @Nullable NavigableMap<String, SortedSet<String>> kit;
    private @Nullable NavigableMap<String, SortedSet<String>> others;

    KitIndex(ClassLoader loader) {
        this.loader = loader;
    }

    /** The qualified names of the public classes with this simple name; one of the kit hides all others. */
    List<String> types(String simpleName) {
        List<String> ofKit = visible(kit().getOrDefault(simpleName, new TreeSet<>()));
        return ofKit.isEmpty() ? visible(others().getOrDefault(simpleName, new TreeSet<>())) : ofKit;
    }

    /** The public classes whose simple name starts so, by their qualified names. */
    List<String> typesStartingWith(String prefix) {
        List<String> names = new ArrayList<>();
        for (NavigableMap<String, SortedSet<String>> part : List.of(kit(), others())) {
            part.subMap(prefix, true, prefix + Character.MAX_VALUE, false).values().forEach(names::addAll);
        }
        return visible(names);
    }

    /** The class of the kit that has public static methods of this name to import on demand. */
    Optional<String> staticOwner(String method) {
        return KitImports.STATIC_CLASSES.stream().filter(owner -> staticMethods(owner).contains(method)).findFirst();
    }

    /** The names of the public static methods of a class; none where the class is missing. */
    SortedSet<String> staticMethods(String className) {
        SortedSet<String> names = new TreeSet<>();
        model(className).ifPresent(model -> {
            for (MethodModel method : model.methods()) {
                if (method.flags().has(AccessFlag.PUBLIC) && method.flags().has(AccessFlag.STATIC)) {
                    names.add(method.methodName().stringValue());
                }
            }
        });
        return names;
    }

    private List<String> visible(Iterable<String> names) {
        List<String> visible = new ArrayList<>();
        for (String name : names) {
            if (model(name).filter(model -> model.flags().has(AccessFlag.PUBLIC)).isPresent()) {
                visible.add(name);
            }
        }
        return visible;
    }

    private Optional<ClassModel> model(String className) {
        try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + CLASS)) {
            return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private synchronized NavigableMap<String, SortedSet<String>> kit() {
        NavigableMap<String, SortedSet<String>> index = kit;
        if (index == null) {
            index = new TreeMap<>();
            addNeighbours(index, KitIndex.class.getName(), "matterbook/");
            kit = index;
        }
        return index;
    }

    private synchronized NavigableMap<String, SortedSet<String>> others() {
        NavigableMap<String, SortedSet<String>> index = others;
        if (index == null) {
            index = new TreeMap<>();
            for (String name : JDK_PACKAGES) {
                addJdkPackage(index, name);
            }
            for (String name : LIBRARY_CLASSES) {
                addNeighbours(index, name, name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/'));
            }
            others = index;
        }
        return index;
    }

    private static void addJdkPackage(NavigableMap<String, SortedSet<String>> index, String name) {
        Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base",
                name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> add(index, name.replace('.', '/') + "/" + file.getFileName()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds the classes that lie in the same jar or folder as {@code className}, under {@code prefix}. */
    private void addNeighbours(NavigableMap<String, SortedSet<String>> index, String className, String prefix) {
        String entry = className.replace('.', '/') + CLASS;
        URL url = loader.getResource(entry);
        if (url == null) {
            return;
        }
        try {
            if (url.openConnection() instanceof JarURLConnection inJar) {
                JarFile jar = inJar.getJarFile();
                jar.stream().map(one -> one.getName()).filter(one -> one.startsWith(prefix)).forEach(
                        one -> addBelow(index, one, prefix));
            } else {
                Path root = Path.of(URI.create(url.toString().substring(0, url.toString().length() - entry.length())));
                try (Stream<Path> files = Files.walk(root.resolve(prefix))) {
                    files.forEach(file -> addBelow(index, root.relativize(file).toString().replace('\\', '/'), prefix));
                }
            }
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void addBelow(NavigableMap<String, SortedSet<String>> index, String entry, String prefix) {
        boolean neighbour = prefix.equals("matterbook/") || entry.indexOf('/', prefix.length()) < 0;
        if (neighbour && HIDDEN.stream().noneMatch(entry::startsWith)) {
            add(index, entry);
        }
    }

    private static void add(NavigableMap<String, SortedSet<String>> index, String entry) {
        if (entry.endsWith(CLASS) && entry.indexOf('$') < 0 && !entry.endsWith("-info.class")) {
            String name = entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
            index.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), key -> new TreeSet<>()).add(name);
        }
    }
}
