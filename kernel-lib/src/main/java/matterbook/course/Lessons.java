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
import java.util.function.Function;
import java.util.stream.Stream;

import matterbook.core.UserError;

/** Finds lessons: those that travel in the jar, those of a source folder, one by its name. */
public final class Lessons {
    private static final String BUNDLED = "/matterbook/lessons";

    private Lessons() {}

    /** The lessons in the jar, in their order. */
    public static List<Lesson> bundled() throws IOException {
        return parsed(bundledSources());
    }

    /** The sources of the lessons in the jar: a lesson with mistakes is no obstacle to those who want another. */
    public static List<LessonSource> bundledSources() throws IOException {
        URL folder = Lessons.class.getResource(BUNDLED);
        if (folder == null) {
            return List.of();
        }
        try {
            if (!(folder.openConnection() instanceof JarURLConnection inJar)) {
                return sources(Path.of(folder.toURI()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()))) {
                return sources(jar.getPath(BUNDLED));
            }
        } catch (URISyntaxException odd) {
            throw new IOException("the jar's address is no URI: " + folder, odd);
        }
    }

    /** The lessons of a folder of sources, in their order; an absent folder has none. */
    public static List<Lesson> in(Path folder) throws IOException {
        return Files.isDirectory(folder) ? parsed(sources(folder)) : List.of();
    }

    /** The sources of a folder that somebody named; throws a {@link UserError} where it has none. */
    public static List<LessonSource> sourcesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + (Files.exists(folder)
                    ? ": this is a file; lesson sources (NN-topic.jsh) are given by their folder"
                    : ": no such folder"));
        }
        List<LessonSource> sources = sources(folder);
        if (sources.isEmpty()) {
            throw new UserError(folder + " has no lesson sources (NN-topic.jsh)");
        }
        return sources;
    }

    /**
     * Lessons without mistakes, and what is wrong with the others.
     *
     * @param mistakes all that is wrong, a text a source
     */
    public record Sound(List<Lesson> lessons, List<String> mistakes) {
        public Sound {
            lessons = List.copyOf(lessons);
            mistakes = List.copyOf(mistakes);
        }

        /** A line for each lesson that is left aside, with its first mistake. */
        public List<String> notes() {
            return mistakes.stream().map(text -> "a lesson is left aside: " + text.lines().findFirst().orElse(""))
                    .toList();
        }
    }

    /** A lesson that is half done is no obstacle to the others; throws a {@link UserError} where none is sound. */
    public static Sound sound(List<LessonSource> sources) {
        List<Lesson> lessons = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (LessonSource source : sources) {
            try {
                lessons.add(source.lesson());
            } catch (UserError broken) {
                mistakes.add(String.valueOf(broken.getMessage()));
            }
        }
        if (lessons.isEmpty() && !mistakes.isEmpty()) {
            throw new UserError(String.join("\n", mistakes));
        }
        return new Sound(lessons, mistakes);
    }

    private static List<LessonSource> sources(Path folder) throws IOException {
        List<LessonSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jsh")).sorted().toList()) {
                sources.add(LessonSource.read(file));
            }
        }
        return sources;
    }

    private static List<Lesson> parsed(List<LessonSource> sources) {
        return sources.stream().map(LessonSource::lesson).toList();
    }

    /** The one lesson that is meant by its number, its name or a part of its name: 02, 02-markov-chains, markov. */
    public static Lesson named(String name, List<Lesson> lessons) {
        return named(name, lessons, Lesson::name);
    }

    /** {@link #named(String, List)} among sources. */
    public static LessonSource sourceNamed(String name, List<LessonSource> sources) {
        return named(name, sources, LessonSource::name);
    }

    private static <T> T named(String name, List<T> lessons, Function<T, String> nameOf) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(?:jsh|ipynb)$", "");
        List<T> found = lessons.stream().filter(
                lesson -> nameOf.apply(lesson).equals(wanted) || nameOf.apply(lesson).startsWith(wanted + "-"))
                .toList();
        if (found.isEmpty() && !wanted.isEmpty()) {
            found = lessons.stream().filter(lesson -> nameOf.apply(lesson).contains(wanted)).toList();
        }
        if (found.size() != 1) {
            List<T> known = found.isEmpty() ? lessons : found;
            throw new UserError((found.isEmpty() ? "no lesson \"" : "several lessons are meant by \"") + name + "\"; "
                    + list(known.stream().map(nameOf).toList()));
        }
        return found.getFirst();
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "this build has no lessons" : "the lessons are " + String.join(", ", names);
    }
}
