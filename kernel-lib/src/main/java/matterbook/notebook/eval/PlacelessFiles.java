package matterbook.notebook.eval;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The compiler's files without their places. As soon as JShell's source analysis is used it reads every jar and the
 * whole JDK into an index, for a feature that we do not use, and asks the file manager where they lie. Told nothing
 * it saves seconds of processor time and 20 MB; the compiler itself finds classes by other methods.
 */
final class PlacelessFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements
            StandardJavaFileManager {
    /** The package of what JShell itself compiles; it keeps the classes in memory. */
    private static final String SNIPPETS = "REPL";

    private final Set<String> jdkPackages = jdkPackages();

    PlacelessFiles(StandardJavaFileManager files) {
        super(files);
    }

    /**
     * The classes of a package. For a package that no jar can have the class path stays closed: the first look into
     * it reads the directories of all its jars, which is a fifth of the time to a kernel's first result.
     */
    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        boolean elsewhere = packageName.isEmpty() || packageName.equals(SNIPPETS) || jdkPackages.contains(packageName);
        return location == StandardLocation.CLASS_PATH && elsewhere && !recurse
                ? List.of()
                : super.list(location, packageName, kinds, recurse);
    }

    /** The JDK's packages and their parents: {@code java.util}, {@code java}. */
    private static Set<String> jdkPackages() {
        Set<String> names = new HashSet<>();
        for (Module module : ModuleLayer.boot().modules()) {
            for (String name : module.getPackages()) {
                int end = name.length();
                while (end > 0 && names.add(name.substring(0, end))) {
                    end = name.lastIndexOf('.', end - 1);
                }
            }
        }
        return names;
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return List.of();
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return List.of();
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromPaths(Collection<? extends Path> paths) {
        return fileManager.getJavaFileObjectsFromPaths(paths);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }
}
