package matterbook.course;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import matterbook.core.UserError;

/** Finds lessons: those that travel in the jar, those of a source folder, one by its name. */
public final class Lessons {
    private static final String BUNDLED = "/matterbook/lessons";

    private Lessons() {}

    /** The lessons in the jar, in their order. */
    public static List<Lesson> bundled() throws IOException {
        URL folder = Lessons.class.getResource(BUNDLED);
        if (folder == null) {
            return List.of();
        }
        try {
            if (!(folder.openConnection() instanceof JarURLConnection inJar)) {
                return in(Path.of(folder.toURI()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()))) {
                return in(jar.getPath(BUNDLED));
            }
        } catch (URISyntaxException odd) {
            throw new IOException("the jar's address is no URI: " + folder, odd);
        }
    }

    /** The lessons of a folder of sources, in their order; an absent folder has none. */
    public static List<Lesson> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> sources;
        try (Stream<Path> files = Files.list(folder)) {
            sources = files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList();
        }
        List<Lesson> lessons = new ArrayList<>();
        for (Path source : sources) {
            lessons.add(LessonParser.read(source));
        }
        return lessons;
    }

    /** The one lesson that is meant by its number, its name or a part of its name: 02, 02-markov-chains, markov. */
    public static Lesson named(String name, List<Lesson> lessons) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(?:jsh|ipynb)$", "");
        List<Lesson> found = lessons.stream()
                .filter(lesson -> lesson.name().equals(wanted) || lesson.name().startsWith(wanted + "-")).toList();
        if (found.isEmpty() && !wanted.isEmpty()) {
            found = lessons.stream().filter(lesson -> lesson.name().contains(wanted)).toList();
        }
        if (found.size() != 1) {
            throw new UserError((found.isEmpty() ? "no lesson \"" : "several lessons are meant by \"") + name + "\"; "
                    + (found.isEmpty() ? list(lessons) : list(found)));
        }
        return found.getFirst();
    }

    private static String list(List<Lesson> lessons) {
        return lessons.isEmpty()
                ? "this build has no lessons"
                : "the lessons are " + lessons.stream().map(Lesson::name).collect(Collectors.joining(", "));
    }
}
