package matterbook.kernel.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import matterbook.core.UserError;
import matterbook.kernel.Json;
import matterbook.notebook.file.Folders;

/**
 * Installs the kernel. Everything is written to a temporary folder beside its place and moved there, so that
 * Jupyter never sees half an installation and kernels that run keep their files.
 */
public final class Installer {
    private static final String[] LOGOS = {"logo-32x32.png", "logo-64x64.png", "logo-svg.svg"};
    private static final long CACHE_BYTES = 150_000_000L;

    private final Places places;
    private final Path java;

    /**
     * @param java the absolute path of the program that will run kernels
     */
    public Installer(Places places, Path java) {
        this.places = places;
        this.java = java;
    }

    /** Copies the bundle, makes its start-up cache and points the kernelspec to it. */
    public Installation install(Bundle bundle) throws IOException {
        Path folder = places.bundles().resolve(bundle.hash());
        writable(places.bundles());
        writable(places.kernels());
        boolean fresh = !Files.isDirectory(folder);
        String problem = "";
        if (fresh) {
            problem = copy(bundle, folder);
        }
        String cache = Files.exists(folder.resolve(AotCache.NAME)) ? AotCache.option(folder) : "";
        if (cache.isEmpty() && problem.isEmpty()) {
            problem = "an earlier install could not make it";
        }
        writeSpec(JavaFlags.commandLine(java, folder, cache));
        return new Installation(places.kernelspec(), folder, fresh, cache.isEmpty() ? problem : "");
    }

    private String copy(Bundle bundle, Path folder) throws IOException {
        long needed = bundle.size() + CACHE_BYTES;
        long free = Files.getFileStore(places.bundles()).getUsableSpace();
        if (free < needed) {
            throw new UserError("not enough space in " + places.bundles() + ": " + free / 1_000_000 + " MB free, "
                    + needed / 1_000_000 + " MB needed");
        }
        Path temporary = Files.createTempDirectory(places.bundles(), ".new-");
        try {
            bundle.copyTo(temporary);
            // the cache knows its jars by their names below the folder that they share, so the folder may move
            String problem = AotCache.train(java, temporary);
            moveFolder(temporary, folder);
            return problem;
        } finally {
            Folders.delete(temporary);
        }
    }

    private void writeSpec(List<String> command) throws IOException {
        Path temporary = Files.createTempDirectory(places.kernels(), ".new-");
        try {
            for (String logo : LOGOS) {
                try (InputStream in = Objects.requireNonNull(Installer.class.getResourceAsStream(logo), logo)) {
                    Files.copy(in, temporary.resolve(logo));
                }
            }
            List<String> arguments = Stream.concat(command.stream(), Stream.of("{connection_file}")).toList();
            JsonObject spec = Json.object("argv", arguments, "display_name", "Java (Matterbook)", "language", "java",
                    "interrupt_mode", "message", "metadata", Json.object("debugger", false));
            Files.writeString(temporary.resolve("kernel.json"),
                    new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec) + "\n",
                    StandardCharsets.UTF_8);
            readable(temporary);
            replaceSpec(temporary);
        } finally {
            Folders.delete(temporary);
        }
    }

    /** File by file, kernel.json last: a folder cannot be moved onto another. */
    private void replaceSpec(Path temporary) throws IOException {
        Path target = Files.createDirectories(places.kernelspec());
        for (String logo : LOGOS) {
            Files.move(temporary.resolve(logo), target.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(temporary.resolve("kernel.json"), target.resolve("kernel.json"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void moveFolder(Path from, Path to) throws IOException {
        readable(from);
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        } catch (FileSystemException e) {
            // another install of the same content was faster
            if (!Files.isDirectory(to)) {
                throw e;
            }
        }
    }

    /** Temporary folders are private; what is installed under a prefix is for everybody. */
    private static void readable(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void writable(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileSystemException e) {
            throw new UserError("cannot write to " + folder + "; choose another place with --prefix", e);
        }
        if (!Files.isWritable(folder)) {
            throw new UserError("cannot write to " + folder + "; choose another place with --prefix");
        }
    }
}
