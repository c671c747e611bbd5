package matterbook.notebook.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Documentation of the kit's classes, read from the sources that travel in the jar under {@value #FOLDER}. The doc
 * comment is found by its text: it stands right before the declaration.
 */
final class SourceDocs {
    static final String FOLDER = "matterbook/sources/";
    private static final Pattern MEMBER = Pattern
            .compile("(?:[^(]* )?([\\w.]+)[.](?:<.*> ?)?(\\w+)(\\((.*)\\))?(:.*)?");
    private static final Pattern CONSTRUCTOR = Pattern.compile("([\\w.]+)(?:<.*>)?\\((.*)\\)");

    private final KitIndex index;

    SourceDocs(KitIndex index) {
        this.index = index;
    }

    /** The documentation of what JShell describes by this signature, for example {@code Rng Rng.seeded(long seed)}. */
    Optional<String> of(String signature) {
        Matcher member = MEMBER.matcher(signature);
        if (member.matches() && source(member.group(1)).isPresent()) {
            return source(member.group(1)).flatMap(text -> comment(text, member(member.group(2), member.group(3))));
        }
        Matcher constructor = CONSTRUCTOR.matcher(signature);
        String type = constructor.matches() ? constructor.group(1) : signature.replaceFirst("<.*", "");
        return source(type).flatMap(text -> comment(text, type(type)));
    }

    /** Name and documentation of a class that a cell could use without an import. */
    Optional<String> ofUnimported(String simpleName) {
        List<String> types = simpleName.isEmpty() ? List.of() : index.types(simpleName);
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(types.getFirst() + of(types.getFirst()).map(doc -> "\n\n" + doc).orElse(""));
    }

    /** The text of a doc comment without its markup. */
    static String plain(String comment) {
        return sentences(comment.replaceAll("(?m)^\\s*\\*? ?", "")
                .replaceAll("(?s)<pre>\\{@code(.*?)\\}\\s*</pre>", "$1"))
                .replaceAll("(?i)<(p|li|h\\d|pre)\\b[^>]*>", "\n").replaceAll("</?[a-zA-Z][^>]*>", "")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&nbsp;", " ")
                .replaceAll("\\n{3,}", "\n\n").strip();
    }

    /** Tags in the words that they stand for, the innermost first. */
    private static String sentences(String comment) {
        String before;
        String text = comment;
        do {
            before = text;
            text = text.replaceAll("\\{@return\\s+([^{}]*)\\}", "Returns $1.").replaceAll("\\{@inheritDoc\\}", "")
                    .replaceAll("\\{@(?:link|linkplain|value)\\s+#?([^{}\\s(]+(?:\\([^{}()]*\\))?)\\}", "$1")
                    .replaceAll("\\{@(?:link|linkplain)\\s+[^{}\\s(]+(?:\\([^{}()]*\\))?\\s+([^{}]*)\\}", "$1")
                    .replaceAll("\\{@(?:code|literal)\\s+([^{}]*)\\}", "$1");
        } while (!text.equals(before));
        return text.replaceAll("(?m)^@param\\s+<?(\\w+)>?\\s+", "$1: ").replaceAll("(?m)^@return\\s+", "Returns ")
                .replaceAll("(?m)^@(?:throws|exception)\\s+", "Throws ").replaceAll("(?m)^@see\\s+", "See ")
                .replaceAll("(?m)^@since\\s+", "Since ").replaceAll("(?m)^@(?:api|impl)(?:Note|Spec)\\s+", "Note: ")
                .replaceAll("(?<=[\\w)])#(?=\\w)", ".");
    }

    private static Pattern type(String type) {
        String name = Pattern.quote(type.substring(type.lastIndexOf('.') + 1));
        return Pattern.compile("\\b(?:class|interface|record|enum) " + name + "\\b");
    }

    /** A declaration has a type, the name, and as many parameters as the signature; a record's component is a name. */
    private static Pattern member(String name, @Nullable String parameters) {
        if (parameters == null) {
            return Pattern.compile("\\b" + Pattern.quote(name) + "\\b\\s*[=;,(]");
        }
        StringBuilder list = new StringBuilder("[\\w>\\]] " + Pattern.quote(name) + "\\(");
        String inside = parameters.substring(1, parameters.length() - 1);
        if (!inside.isBlank()) {
            String separator = "";
            for (String one : inside.replaceAll("<[^()]*>", "").split(",", -1)) {
                String word = one.strip().replaceFirst(".*\\s", "");
                list.append(separator).append("[^()]*\\b").append(Pattern.quote(word));
                separator = ",";
            }
        }
        return Pattern.compile(list + "\\)");
    }

    private Optional<String> comment(String source, Pattern declaration) {
        Matcher found = declaration.matcher(source);
        while (found.find()) {
            int end = source.lastIndexOf("*/", found.start());
            int start = end < 0 ? -1 : source.lastIndexOf("/**", end);
            if (start >= 0 && !source.substring(end, found.start()).matches("(?s).*[;{}].*")) {
                return Optional.of(plain(source.substring(start + 3, end)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> source(String type) {
        List<String> names = type.startsWith("matterbook.")
                ? List.of(type)
                : index.types(type.substring(type.lastIndexOf('.') + 1));
        if (names.isEmpty() || !names.getFirst().startsWith("matterbook.")) {
            return Optional.empty();
        }
        String resource = FOLDER + names.getFirst().replace('.', '/') + ".java";
        try (InputStream in = SourceDocs.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
