package matterbook.course.grade;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * The class path of children: this JVM's without the lessons, whose sources hold solutions and hidden checks, and
 * without the kit's own sources. The jar that holds them is copied without them.
 */
final class ChildClassPath {
    private static final String MARK = "matterbook/notebook/eval/Evaluator.class";
    private static final List<String> LEFT_OUT = List.of("matterbook/lessons/", "matterbook/sources/");

    private ChildClassPath() {}

    /** Absolute paths; the first is the copy, which goes into {@code folder}. */
    static List<Path> in(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        Path copy = folder.resolve("matterbook.jar");
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path)) {
                // other folders of classes are tests', and these hold lessons too
                if (Files.exists(path.resolve(MARK))) {
                    copyFolder(path, copy);
                    entries.addFirst(copy);
                }
            } else if (Files.isRegularFile(path)) {
                addJar(path, copy, entries);
            }
        }
        return List.copyOf(entries);
    }

    private static void addJar(Path path, Path copy, List<Path> entries) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            if (jar.getEntry(MARK) == null) {
                entries.add(path);
            } else {
                copyJar(jar, copy);
                entries.addFirst(copy);
            }
            String listed = jar.getManifest() == null
                    ? null
                    : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (listed != null && !entries.isEmpty() && entries.getFirst().equals(copy)) {
                for (String relative : listed.split(" ", -1)) {
                    Path beside = path.resolveSibling(relative);
                    if (Files.isRegularFile(beside) && !entries.contains(beside)) {
                        entries.add(beside);
                    }
                }
            }
        }
    }

    private static void copyJar(JarFile jar, Path copy) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                if (isWanted(entry.getName())) {
                    add(jar, entry, out);
                }
            }
        }
    }

    private static void add(ZipFile jar, ZipEntry entry, ZipOutputStream out) throws IOException {
        put(entry.getName(), out);
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private static void copyFolder(Path folder, Path copy) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (Path file : files) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (isWanted(name)) {
                    put(name, out);
                    copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    /** With one time for all, so that the same jar always gives the same copy. */
    private static void put(String name, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        Files.copy(file, out);
    }

    private static boolean isWanted(@Nullable String name) {
        return name != null && !name.endsWith("/") && !name.equals("META-INF/MANIFEST.MF")
                && LEFT_OUT.stream().noneMatch(name::startsWith);
    }
}
