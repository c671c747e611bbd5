package matterbook.nn.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {
    @Test
    void unpacksOnceAndAgainWhenAFileIsCutShort(@TempDir Path folder) throws IOException, NativeMissing {
        Path source = Files.writeString(folder.resolve("source"), "a library");
        NativeFiles.Packed packed = new NativeFiles.Packed("lib.so", source.toUri().toURL(), 9);
        Path cache = folder.resolve("cache");
        Path file = NativeFiles.unpackTo(cache, List.of(packed)).getFirst();
        assertEquals("a library", Files.readString(file));

        Files.writeString(file, "A LIBRARY"); // right in size: left alone
        NativeFiles.unpackTo(cache, List.of(packed));
        assertEquals("A LIBRARY", Files.readString(file));

        Files.writeString(file, "a lib");
        NativeFiles.unpackTo(cache, List.of(packed));
        assertEquals("a library", Files.readString(file));
        try (Stream<Path> all = Files.list(cache).sorted()) {
            assertArrayEquals(new Object[]{cache.resolve("files"), file}, all.toArray());
        }
    }

    @Test
    void whatIsListedAndWholeIsTakenWithoutTheClassPath(@TempDir Path folder) throws IOException, NativeMissing {
        assertEquals(Optional.empty(), NativeFiles.listed(folder, List.of("lib.so")));
        Path source = Files.writeString(folder.resolve("source"), "a library");
        NativeFiles.unpackTo(folder, List.of(new NativeFiles.Packed("lib.so", source.toUri().toURL(), 9)));
        Path file = folder.resolve("lib.so");
        assertEquals(Optional.of(List.of(file)), NativeFiles.listed(folder, List.of("lib.so")));
        assertEquals(Optional.empty(), NativeFiles.listed(folder, List.of("source", "lib.so")));
        Files.writeString(file, "a lib");
        assertEquals(Optional.empty(), NativeFiles.listed(folder, List.of("lib.so")));
        Files.delete(file);
        assertEquals(Optional.empty(), NativeFiles.listed(folder, List.of("lib.so")));
    }

    /** A library that others can change would run with the rights of this user. */
    @Test
    void whatOthersMayWriteToIsNotLoaded(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("source"), "a library");
        Path cache = folder.resolve("matterbook").resolve("cache");
        OwnFiles.make(cache);
        NativeFiles.Packed packed = new NativeFiles.Packed("lib.so", source.toUri().toURL(), 9);
        Path file = NativeFiles.unpackTo(cache, List.of(packed)).getFirst();
        List<String> names = List.of("lib.so");
        assertEquals("rwx------", permissions(cache));
        assertEquals("rw-------", permissions(file));
        for (Path each : List.of(cache, file, cache.resolve("files"))) {
            String before = permissions(each);
            assertEquals(Optional.of(List.of(file)), NativeFiles.listed(cache, names));
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx-w----"));
            assertEquals(Optional.empty(), NativeFiles.listed(cache, names), each.toString());
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(before));
        }
        Path link = Files.createSymbolicLink(folder.resolve("link"), cache);
        assertEquals(Optional.empty(), NativeFiles.listed(link, names));
    }

    @Test
    void aFolderThatWasOpenIsClosedAndEmptied(@TempDir Path folder) throws IOException {
        Path cache = folder.resolve("matterbook").resolve("cache");
        OwnFiles.make(cache);
        Path file = Files.writeString(cache.resolve("lib.so"), "a library");
        OwnFiles.make(cache);
        assertTrue(Files.exists(file));
        for (Path open : List.of(cache, folder.resolve("matterbook"))) {
            Files.writeString(file, "anybody's");
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            OwnFiles.make(cache);
            assertFalse(Files.exists(file));
            assertEquals("rwx------", permissions(open));
        }
    }

    @Test
    void whatBelongsToOthersIsNotOurs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertTrue(OwnFiles.own(file));
        if (!Files.getOwner(file).getName().equals("root")) {
            assertFalse(OwnFiles.own(Path.of("/etc/passwd")));
            return;
        }
        Path cache = Files.createDirectory(folder.resolve("cache"));
        UserPrincipal nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(file, nobody);
        Files.setOwner(cache, nobody);
        assertFalse(OwnFiles.own(file));
        assertEquals(cache + " is no folder of this user",
                assertThrows(IOException.class, () -> OwnFiles.make(cache)).getMessage());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Where there is no cache, or none that libraries may be loaded from. */
    @Test
    void whatIsNotKeptLiesInAPrivateFolder() throws IOException, NativeMissing {
        Platform here = Platform.here();
        NativeFiles aside = NativeFiles.unpackAside(here);
        assertTrue(aside.temporary());
        assertEquals(here.files(), aside.files().stream().map(file -> file.getFileName().toString()).toList());
        Path folder = Objects.requireNonNull(aside.files().getFirst().getParent());
        assertEquals("rwx------", permissions(folder));
        aside.tidy();
        assertFalse(Files.exists(folder));
    }

    @Test
    void aRelativeCacheIsIgnored() throws NativeMissing {
        Platform platform = Platform.of("Linux", "amd64");
        String name = "openblas-so-" + NativeFiles.VERSION + "-linux-x86_64";
        Path home = Path.of(System.getProperty("user.home"), ".cache", "matterbook", name).toAbsolutePath();
        assertEquals(home, NativeFiles.folder(null, platform));
        assertEquals(home, NativeFiles.folder("", platform));
        assertEquals(home, NativeFiles.folder("cache", platform));
        Path cache = Path.of("cache").toAbsolutePath();
        assertEquals(cache.resolve("matterbook").resolve(name), NativeFiles.folder(cache.toString(), platform));
    }

    /** The version names the folder in the cache: with that of another one, old files would be loaded. */
    @Test
    void theVersionIsThatOfTheJar() throws NativeMissing {
        Platform here = Platform.here();
        String place = String.valueOf(NativeFilesTest.class.getResource(here.resource(here.files().getLast())));
        assertTrue(place.contains("/openblas-" + NativeFiles.VERSION + "-" + here.name() + ".jar!/"), place);
    }

    @Test
    void aFileOfTheWrongSizeIsNotInstalled(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("source"), "a library");
        NativeFiles.Packed packed = new NativeFiles.Packed("lib.so", source.toUri().toURL(), 10);
        IOException refused = assertThrows(IOException.class,
                () -> NativeFiles.unpackTo(folder.resolve("cache"), List.of(packed)));
        assertEquals("lib.so has 9 bytes, not 10", refused.getMessage());
        try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
            assertEquals(0, all.count());
        }
    }

    @Test
    void platformsAreNamedAsTheJarsAre() throws NativeMissing {
        assertEquals("linux-x86_64", Platform.of("Linux", "amd64").name());
        assertEquals("linux-arm64", Platform.of("Linux", "aarch64").name());
        assertEquals("macosx-arm64", Platform.of("Mac OS X", "aarch64").name());
        assertEquals("windows-x86_64", Platform.of("Windows 11", "amd64").name());
        assertEquals("there is no OpenBLAS for linux-riscv64",
                assertThrows(NativeMissing.class, () -> Platform.of("Linux", "riscv64")).reason());
    }

    @Test
    void anAbsentLibraryIsNamed() {
        NativeMissing missing = assertThrows(NativeMissing.class,
                () -> NativeFiles.unpack(new Platform("plan9", List.of("lib.so"))));
        assertEquals("OpenBLAS for plan9 is not on the class path", missing.reason());
    }
}
