package matterbook.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import javax.tools.ToolProvider;

import matterbook.kernel.install.KernelSpec;
import matterbook.kernel.install.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallIT {
    @TempDir
    Path temporary;

    @Test
    void theKernelspecIsWhole() throws IOException, InterruptedException {
        Path folder = Places.under(InstalledKernel.prefix()).kernelspec();
        for (String file : List.of("kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg")) {
            assertTrue(Files.size(folder.resolve(file)) > 100, file);
        }
        String json = Files.readString(folder.resolve("kernel.json"));
        assertTrue(json.contains("\"display_name\": \"Java (Matterbook)\""), json);
        assertTrue(json.contains("\"language\": \"java\""), json);
        assertTrue(json.contains("\"interrupt_mode\": \"message\""), json);
        assertTrue(Path.of(InstalledKernel.spec().command().getFirst()).isAbsolute(), json);
        assertTrue(json.contains("-XX:AOTCache="), "the start-up cache could not be made: " + json);
        assertFalse(json.contains(InstalledKernel.jar().toString()), "points to the build: " + json);
    }

    @Test
    void aSecondInstallOfTheSameJarChangesNothing() throws IOException, InterruptedException {
        Path prefix = InstalledKernel.prefix();
        InstalledKernel.Ended again = InstalledKernel.run(InstalledKernel.jar(), "install", "--prefix",
                prefix.toString(), "--json");
        assertEquals(0, again.status(), again.output());
        assertTrue(again.output().contains("\"fresh\":false"), again.output());
        assertTrue(again.output().contains("\"cache\":true"), again.output());
    }

    @Test
    void doctorFindsTheInstalledKernelWhole() throws IOException, InterruptedException {
        InstalledKernel.Ended doctor = InstalledKernel.run(InstalledKernel.jar(), "doctor", "--prefix",
                InstalledKernel.prefix().toString());
        assertTrue(doctor.output().contains("ok     Kernel"), doctor.output());
        assertTrue(doctor.output().contains("ok     Start-up cache  in use"), doctor.output());
    }

    @Test
    void doctorSaysHowToMendAMissingKernel() throws IOException, InterruptedException {
        InstalledKernel.Ended doctor = InstalledKernel.run(InstalledKernel.jar(), "doctor", "--prefix",
                temporary.toString());
        assertEquals(1, doctor.status());
        assertTrue(doctor.output().contains("broken Kernel          none in "), doctor.output());
        assertTrue(doctor.output().contains("-> run ./matterbook install --prefix " + temporary), doctor.output());
    }

    @Test
    void anUnwritablePrefixIsOneLine() throws IOException, InterruptedException {
        Path file = Files.createFile(temporary.resolve("file"));
        InstalledKernel.Ended ended = InstalledKernel.run(InstalledKernel.jar(), "install", "--json", "--prefix",
                file.toString());
        assertEquals(1, ended.status());
        assertEquals("matterbook: cannot write to " + file + "/share/matterbook; choose another place with --prefix\n",
                ended.output());
    }

    @Test
    void anInstalledKernelDoesNotSeeThatTheJarIsReplaced() throws IOException, InterruptedException {
        Path built = Files.createDirectory(temporary.resolve("build"));
        copyBuild(built);
        Path jar = built.resolve("matterbook.jar");
        Path prefix = temporary.resolve("prefix");
        install(jar, prefix);
        assertEquals("ClassNotFoundException", found(prefix));

        addMark(jar);
        assertEquals("ClassNotFoundException", found(prefix), "the installed kernel must not change");

        install(jar, prefix);
        assertEquals("mark", found(prefix), "a new install must show the new class");
    }

    private static void install(Path jar, Path prefix) throws IOException, InterruptedException {
        InstalledKernel.Ended ended = InstalledKernel.run(jar, "install", "--prefix", prefix.toString());
        assertEquals(0, ended.status(), ended.output());
    }

    /** What the installed kernel knows of the class {@code matterbook.Mark}. */
    private static String found(Path prefix) throws IOException {
        KernelSpec spec = KernelSpec.read(Places.under(prefix).kernelspec());
        try (KernelProcess kernel = KernelProcess.start(spec.command())) {
            kernel.client().awaitReady();
            return kernel.client().execute("""
                    String seen;
                    try {
                        seen = Class.forName("matterbook.Mark").getField("VALUE").get(null).toString();
                    } catch (ReflectiveOperationException e) {
                        seen = e.getClass().getSimpleName();
                    }
                    System.out.print(seen);
                    """).printed("stdout");
        }
    }

    private static void copyBuild(Path folder) throws IOException {
        Path libs = Files.createDirectory(folder.resolve("libs"));
        Files.copy(InstalledKernel.jar(), folder.resolve("matterbook.jar"));
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(InstalledKernel.jar().resolveSibling("libs"))) {
            for (Path jar : jars) {
                Files.copy(jar, libs.resolve(jar.getFileName()));
            }
        }
    }

    private void addMark(Path jar) throws IOException {
        Path source = temporary.resolve("Mark.java");
        Files.writeString(source, "package matterbook; public class Mark { public static String VALUE = \"mark\"; }");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", temporary.toString(),
                source.toString()));
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.copy(temporary.resolve("matterbook/Mark.class"), inside.getPath("matterbook/Mark.class"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
