package matterbook.kernel.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import matterbook.core.UserError;

/**
 * What is installed: the kit's jar, the libraries that lie in {@code libs/} beside it, and a hash of all that
 * decides whether a start-up cache is valid.
 *
 * @param jar the kit's jar
 * @param libraries the jars in {@code libs/}, by name
 * @param hash 16 hexadecimal digits of SHA-256 over names and contents of all jars, the JDK's build and the flags
 */
public record Bundle(Path jar, List<Path> libraries, String hash) {
    /** The name of the kit's jar in a bundle's folder. */
    static final String JAR = "matterbook.jar";
    static final String LIBS = "libs";

    private static final int HASH_DIGITS = 16;

    /**
     * Reads and hashes the built jar and its libraries.
     *
     * @param jdkBuild the exact build of the JDK that will run it
     */
    public static Bundle of(Path jar, String jdkBuild) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new UserError(jar + " is not a jar; install works from the built jar: run mvn package first");
        }
        List<Path> libraries = libraries(jar.resolveSibling(LIBS));
        MessageDigest digest = sha256();
        digest.update((jdkBuild + "\n" + String.join("\n", JavaFlags.base())).getBytes(StandardCharsets.UTF_8));
        update(digest, JAR, jar);
        for (Path library : libraries) {
            update(digest, String.valueOf(library.getFileName()), library);
        }
        return new Bundle(jar, libraries,
                HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS));
    }

    /** Bytes of all jars. */
    long size() throws IOException {
        long size = Files.size(jar);
        for (Path library : libraries) {
            size += Files.size(library);
        }
        return size;
    }

    /** Copies all jars into an empty folder. */
    void copyTo(Path folder) throws IOException {
        Path libs = Files.createDirectories(folder.resolve(LIBS));
        Files.copy(jar, folder.resolve(JAR));
        for (Path library : libraries) {
            Files.copy(library, libs.resolve(String.valueOf(library.getFileName())));
        }
    }

    private static List<Path> libraries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError("no folder " + folder + " with the libraries; run mvn package first");
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        }
        jars.sort(null);
        return List.copyOf(jars);
    }

    private static void update(MessageDigest digest, String name, Path file) throws IOException {
        digest.update(("\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
