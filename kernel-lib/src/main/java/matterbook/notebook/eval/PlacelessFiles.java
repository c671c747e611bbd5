package matterbook.notebook.eval;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * The compiler's files without their places. As soon as JShell's source analysis is used it reads every jar and the
 * whole JDK into an index, for a feature that we do not use, and asks the file manager where they lie. Told nothing
 * it saves seconds of processor time and 20 MB; the compiler itself finds classes by other methods.
 */
final class PlacelessFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements
            StandardJavaFileManager {
    PlacelessFiles(StandardJavaFileManager files) {
        super(files);
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
