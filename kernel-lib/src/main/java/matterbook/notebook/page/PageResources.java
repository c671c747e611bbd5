package matterbook.notebook.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of this package that pages carry with them. */
final class PageResources {
    private PageResources() {}

    /** A file of this package's resources; {@code path} is relative to {@code matterbook/notebook}. */
    static byte[] resource(String path) {
        try (InputStream in = PageResources.class.getResourceAsStream("/matterbook/notebook/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks matterbook/notebook/" + path);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String textResource(String path) {
        return new String(resource(path), StandardCharsets.UTF_8);
    }
}
