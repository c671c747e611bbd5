package matterbook.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import matterbook.notebook.display.MimeBundle;
import matterbook.notebook.eval.Completeness;
import matterbook.notebook.eval.Completion;
import matterbook.notebook.eval.Evaluator;

/**
 * Replies about code that is not run: completion, inspection, completeness. The protocol counts cursor positions in
 * Unicode code points, Java in UTF-16 units.
 */
final class Introspection {
    private final Supplier<Evaluator> evaluator;

    Introspection(Supplier<Evaluator> evaluator) {
        this.evaluator = evaluator;
    }

    JsonObject complete(JsonObject request) {
        String code = Json.string(request, "code", "");
        Completion completion = evaluator.get().complete(code, cursor(request, code));
        int start = code.codePointCount(0, completion.start());
        int end = code.codePointCount(0, completion.end());
        List<String> matches = completion.candidates().stream().map(Completion.Candidate::text).distinct().toList();
        JsonArray types = new JsonArray();
        for (Completion.Candidate candidate : completion.candidates()) {
            types.add(Json.object("start", start, "end", end, "text", candidate.text(), "type", candidate.type(),
                    "signature", candidate.signature()));
        }
        return Json.object("status", "ok", "matches", matches, "cursor_start", start, "cursor_end", end, "metadata",
                Json.object("_jupyter_types_experimental", types));
    }

    JsonObject inspect(JsonObject request) {
        String code = Json.string(request, "code", "");
        Optional<MimeBundle> found = evaluator.get().inspect(code, cursor(request, code),
                Json.integer(request, "detail_level", 0));
        JsonObject reply = found.map(CellOutput::content)
                .orElseGet(() -> Json.object("data", new JsonObject(), "metadata", new JsonObject()));
        reply.addProperty("status", "ok");
        reply.addProperty("found", found.isPresent());
        return reply;
    }

    JsonObject isComplete(JsonObject request) {
        Completeness answer = evaluator.get().completeness(Json.string(request, "code", ""));
        return switch (answer.status()) {
            case COMPLETE -> Json.object("status", "complete");
            case INCOMPLETE -> Json.object("status", "incomplete", "indent", answer.indent());
            case INVALID -> Json.object("status", "invalid");
        };
    }

    private static int cursor(JsonObject request, String code) {
        int points = code.codePointCount(0, code.length());
        int cursor = Math.clamp(Json.integer(request, "cursor_pos", points), 0, points);
        return code.offsetByCodePoints(0, cursor);
    }
}
