package matterbook.kernel;

import java.util.Optional;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import matterbook.notebook.eval.Evaluator;

/** Requests about code, answered one after the other. */
final class Shell {
    private final Execution execution;
    private final Introspection introspection;
    private final History history = new History();
    private final Publisher publisher;
    private final Control control;

    Shell(Supplier<Evaluator> evaluator, Publisher publisher, Input input, Control control) {
        this.publisher = publisher;
        this.control = control;
        execution = new Execution(evaluator, publisher, input, history);
        introspection = new Introspection(evaluator);
    }

    /** The reply's content; empty for messages that want none or are unknown. */
    Optional<JsonObject> reply(Message request) {
        JsonObject content = request.content();
        return switch (request.type()) {
            case "execute_request" -> Optional.of(execution.execute(request));
            case "complete_request" -> Optional.of(introspection.complete(content));
            case "inspect_request" -> Optional.of(introspection.inspect(content));
            case "is_complete_request" -> Optional.of(introspection.isComplete(content));
            case "history_request" -> Optional.of(history.reply(content));
            case "comm_info_request" -> Optional.of(Json.object("status", "ok", "comms", new JsonObject()));
            case "comm_open" -> {
                refuseComm(request);
                yield Optional.empty();
            }
            default -> control.reply(request);
        };
    }

    /** This kernel has no widgets: whoever opens a channel to one is told so. */
    private void refuseComm(Message request) {
        publisher.publish("comm_close", request.header(), Json.object("comm_id",
                Json.string(request.content(), "comm_id", ""), "data", new JsonObject()));
    }
}
