package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.Gson;
import matterbook.course.Lesson;
import matterbook.course.LessonCheck;
import matterbook.course.LessonSource;
import matterbook.course.Lessons;
import matterbook.course.Role;
import matterbook.course.WovenFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook check}: proves a lesson as the build does. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Proves lessons as the build does: all runs clean, stubs fail, wrong answers are rejected.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "LESSON", description = "02, 02-markov-chains, markov; all lessons if none is given.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        WovenFiles files = WeaveCommand.repository();
        List<LessonSource> sources = Lessons.sourcesIn(files.sources());
        // one that was asked for must be sound
        List<Lesson> named = names.stream().map(name -> Lessons.sourceNamed(name, sources).lesson()).toList();
        Lessons.Sound sound = Lessons.sound(sources);
        List<Lesson> chosen = names.isEmpty() ? sound.lessons() : named;
        List<String> problems = new ArrayList<>();
        if (names.isEmpty()) {
            problems.addAll(sound.mistakes());
            sound.mistakes().forEach(json ? line -> {
            } : err::println);
        } else {
            sound.notes().forEach(note -> err.println("matterbook: " + note));
        }
        for (Lesson lesson : chosen) {
            List<String> found = LessonCheck.problems(lesson, files, LessonCheck.BUDGET);
            problems.addAll(found);
            if (found.isEmpty() && !json) {
                out.println(lesson.name() + ": lecture and solutions run, " + lesson.with(Role.TEST).size()
                        + (lesson.with(Role.TEST).size() == 1 ? " check rejects" : " checks reject") + " the stubs and "
                        + lesson.with(Role.WRONG).size() + " wrong answers");
            }
            found.forEach(json ? line -> {
            } : err::println);
        }
        if (json) {
            out.println(new Gson().toJson(Map.of("problems", problems)));
        }
        return problems.isEmpty() ? 0 : 1;
    }
}
