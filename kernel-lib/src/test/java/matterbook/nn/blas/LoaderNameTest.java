package matterbook.nn.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderNameTest {
    @TempDir
    Path folder;

    @Test
    void theNameIsShortenedInItsPlace() throws IOException {
        assertEquals("ELF\0libopenblas.so\0\0\0end", after("libopenblas.so.0", "ELF\0libopenblas.so.0\0end"));
    }

    @Test
    void whatIsNotSureIsLeftAlone() throws IOException {
        String twice = "\0libopenblas.so.0\0libopenblas.so.0\0";
        assertEquals(twice, after("libopenblas.so.0", twice));
        assertEquals("\0libopenblas.so.0", after("libopenblas.so.0", "\0libopenblas.so.0"));
        assertEquals("\0libopenblas.so.0\0", after("libgfortran.so.5", "\0libopenblas.so.0\0"));
    }

    private String after(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("draft"), content, StandardCharsets.ISO_8859_1);
        LoaderName.shorten(file, name);
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
