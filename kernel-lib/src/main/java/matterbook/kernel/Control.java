package matterbook.kernel;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import com.google.gson.JsonObject;
import matterbook.notebook.eval.Evaluator;

/** Requests that must be answered while a cell runs. */
final class Control {
    private final CompletableFuture<Evaluator> evaluator;
    private final Publisher publisher;

    Control(CompletableFuture<Evaluator> evaluator, Publisher publisher) {
        this.evaluator = evaluator;
        this.publisher = publisher;
    }

    /** The reply's content; empty for messages that want none or are unknown. */
    Optional<JsonObject> reply(Message request) {
        return switch (request.type()) {
            case "interrupt_request" -> Optional.of(interrupt());
            case "shutdown_request" -> Optional.of(shutdown(request));
            case "kernel_info_request" -> Optional.of(KernelInfo.reply());
            default -> Optional.empty();
        };
    }

    private JsonObject interrupt() {
        if (evaluator.state() == Future.State.SUCCESS) {
            evaluator.resultNow().interrupt();
        }
        return Json.object("status", "ok");
    }

    /** The server ends after it has sent this reply, which goes to every client, for each must know that the kernel is gone. */
    private JsonObject shutdown(Message request) {
        JsonObject reply = Json.object("status", "ok", "restart", Json.flag(request.content(), "restart", false));
        publisher.publish("shutdown_reply", request.header(), reply);
        return reply;
    }
}
