package matterbook.course.grade;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import matterbook.core.UserError;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.OutputSink;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.eval.Evaluator;
import matterbook.notebook.eval.InputSource;
import matterbook.stats.Replicate;
import org.jspecify.annotations.Nullable;

/**
 * The child's side of grading: reads its {@link Job} from standard input, runs it and writes a reply a line to
 * standard output. What cells print goes nowhere. Everything that matters lives in local variables: reflection on
 * the kit's classes finds neither the job nor its secrets.
 */
public final class AnswerServer {
    private static final int PARENT_GONE = 3;
    private static final int MESSAGE = 1200;
    private static final InputSource NO_INPUT = prompt -> {
        throw new UserError("this cell asks for input, and nobody is there to type it: give the value in the cell");
    };

    private AnswerServer() {}

    /** Started by {@link GradingChild} alone. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Job job = Job.parse(in.readLine());
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        Evaluator evaluator = Evaluator.create();
        AtomicInteger current = new AtomicInteger(-1);
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(in, evaluator, current));
        Set<Integer> failed = new HashSet<>();
        for (int i = 0; i < job.items().size(); i++) {
            Job.Item item = job.items().get(i);
            current.set(i);
            Job.Reply reply = failed.contains(item.group())
                    ? new Job.Reply(item.secret(), Job.Reply.SKIPPED, "", "", false, "")
                    : run(item, evaluator);
            if (!reply.isDone()) {
                failed.add(item.group());
            }
            send(reply, out);
        }
        System.exit(0);
    }

    /** The parent sends the number of an item that it wants to be interrupted; when it goes away, so does the child. */
    private static void listen(BufferedReader in, Evaluator evaluator, AtomicInteger current) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(Integer.toString(current.get()))) {
                    evaluator.interrupt();
                }
            }
        } catch (IOException _) {
            // the same as the end of the line: the parent is gone
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }

    private static Job.Reply run(Job.Item item, Evaluator evaluator) {
        Silence sink = new Silence();
        CellResult result = evaluator.run(item.source(), sink, NO_INPUT);
        return switch (result) {
            case CellResult.Done done ->
                new Job.Reply(item.secret(), Job.Reply.DONE, "", "", sink.error, value(done.value()));
            case CellResult.Failed failed -> new Job.Reply(item.secret(), failed.kind().name(), cut(failed.name()),
                    cut(failed.kind() == CellResult.Kind.COMPILE_ERROR
                            ? String.join("\n", failed.traceback())
                            : failed.message()),
                    sink.error, "");
        };
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> number.toString();
            case Float number -> number.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Replicate replicate -> Job.Reply.value(replicate);
            default -> Job.Reply.NO_NUMBER;
        };
    }

    private static String cut(String text) {
        return text.length() <= MESSAGE ? text : text.substring(0, MESSAGE) + " ...";
    }

    /** In one write that begins on a new line, whatever else was written there. */
    private static void send(Job.Reply reply, OutputStream out) throws IOException {
        out.write(("\n" + reply.line() + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static final class Silence implements OutputSink {
        private volatile boolean error;

        @Override
        public void print(boolean isError, String text) {
            error |= isError && !text.isEmpty();
        }

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {}

        @Override
        public void update(MimeBundle bundle, String displayId) {}
    }
}
