package matterbook.kernel;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import matterbook.core.Progress;
import matterbook.core.UserError;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.display.NotebookProgress;
import matterbook.notebook.display.OutputSink;
import matterbook.notebook.eval.CellResult;
import matterbook.notebook.eval.CellResult.Done;
import matterbook.notebook.eval.CellResult.Failed;
import matterbook.notebook.eval.Evaluator;
import matterbook.notebook.eval.InputSource;

/** Runs the cells of execute_requests; shows, counts and remembers them as ipykernel does. */
final class Execution {
    private static final InputSource NO_INPUT = prompt -> {
        throw new UserError("an expression that is evaluated in passing cannot ask for input");
    };

    private final Supplier<Evaluator> evaluator;
    private final Publisher publisher;
    private final Input input;
    private final History history;
    private int count;

    Execution(Supplier<Evaluator> evaluator, Publisher publisher, Input input, History history) {
        this.evaluator = evaluator;
        this.publisher = publisher;
        this.input = input;
        this.history = history;
    }

    /** Runs the cell and returns the reply's content; outputs are published on the way. */
    JsonObject execute(Message request) {
        JsonObject asked = request.content();
        String code = Json.string(asked, "code", "");
        boolean silent = Json.flag(asked, "silent", false);
        boolean counted = !silent && Json.flag(asked, "store_history", true) && !code.isBlank();
        int number = count + 1;
        if (!silent) {
            publisher.publish("execute_input", request.header(),
                    Json.object("code", code, "execution_count", number));
        }
        CellOutput output = new CellOutput(publisher, request.header());
        Progress.listen(new NotebookProgress(output));
        CellResult result = evaluator.get().run(code, counted ? number : 0, output, input.of(request));
        if (counted) {
            count = number;
            history.add(number, code,
                    result instanceof Done done && done.display() != null ? done.display().text() : null);
        }
        return switch (result) {
            case Done done -> succeeded(done, request, silent, number);
            case Failed failed -> failed(failed, request);
        };
    }

    private JsonObject succeeded(Done done, Message request, boolean silent, int number) {
        if (done.display() != null && !silent) {
            JsonObject content = CellOutput.content(done.display());
            content.addProperty("execution_count", number);
            publisher.publish("execute_result", request.header(), content);
        }
        JsonObject expressions = new JsonObject();
        for (Map.Entry<String, JsonElement> asked : Json.child(request.content(), "user_expressions").entrySet()) {
            expressions.add(asked.getKey(), expression(asked.getValue().getAsString()));
        }
        return Json.object("status", "ok", "execution_count", count, "user_expressions", expressions, "payload",
                new JsonArray());
    }

    private JsonObject expression(String source) {
        CellResult result = evaluator.get().run(source, OutputSink.NOWHERE, NO_INPUT);
        JsonObject content = switch (result) {
            case Done done -> CellOutput.content(
                    Objects.requireNonNullElseGet(done.display(), () -> MimeBundle.text(String.valueOf(done.value()))));
            case Failed failed -> Errors.content(failed);
        };
        content.addProperty("status", result instanceof Done ? "ok" : "error");
        return content;
    }

    private JsonObject failed(Failed failed, Message request) {
        publisher.publish("error", request.header(), Errors.content(failed));
        JsonObject reply = Errors.content(failed);
        reply.addProperty("status", "error");
        reply.addProperty("execution_count", count);
        reply.add("user_expressions", new JsonObject());
        reply.add("payload", new JsonArray());
        return reply;
    }
}
