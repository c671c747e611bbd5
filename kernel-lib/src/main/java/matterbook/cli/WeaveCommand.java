package matterbook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.google.gson.Gson;
import matterbook.course.Lesson;
import matterbook.course.LectureOutputs;
import matterbook.course.Lessons;
import matterbook.course.WovenFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code matterbook weave}: makes notebooks, exercises and solutions from the lesson sources. */
@Command(name = "weave", mixinStandardHelpOptions = true, description = "Makes notebooks/, exercises/ and solutions/ from notebooks/src.")
final class WeaveCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "LESSON", description = "02, 02-markov-chains, markov; all lessons if none is given.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--check", description = "Writes nothing; names the cells that differ from their source, outputs aside.")
    private boolean check;

    @Option(names = "--outputs", description = "Runs the lectures and writes what they give into notebooks/.")
    private boolean outputs;

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        WovenFiles files = repository();
        List<Lesson> lessons = Lessons.in(files.sources());
        List<Lesson> chosen = names.isEmpty()
                ? lessons
                : names.stream().map(name -> Lessons.named(name, lessons)).toList();
        return check ? check(files, chosen) : weave(files, chosen);
    }

    /** The clone that the command works on: the property matterbook.root, or the one around the working folder. */
    static WovenFiles repository() {
        return WovenFiles.above(Path.of(System.getProperty("matterbook.root", "")));
    }

    private int check(WovenFiles files, List<Lesson> lessons) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Lesson lesson : lessons) {
            differences.addAll(files.differences(lesson));
        }
        say(differences.isEmpty()
                ? List.of(lessons.size() + (lessons.size() == 1 ? " lesson is" : " lessons are") + " as woven")
                : differences, Map.of("differences", differences));
        return differences.isEmpty() ? 0 : 1;
    }

    private int weave(WovenFiles files, List<Lesson> lessons) throws IOException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        List<String> written = new ArrayList<>();
        for (Lesson lesson : lessons) {
            files.write(lesson).forEach(file -> written.add(file.toString()));
            if (outputs) {
                ProgressLine progress = ProgressLine.to(err);
                LectureOutputs.refresh(lesson, files, new RunProgress(lesson.name(), progress));
                progress.clear();
            }
        }
        say(written, Map.of("written", written));
        return 0;
    }

    private void say(List<String> lines, Map<String, List<String>> result) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(new Gson().toJson(result));
        } else {
            lines.forEach(out::println);
        }
    }
}
