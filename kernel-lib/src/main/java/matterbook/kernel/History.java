package matterbook.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** The cells that this kernel ran, kept in memory. */
final class History {
    private static final int SESSION = 1;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int line, String source, @Nullable String output) {}

    synchronized void add(int line, String source, @Nullable String output) {
        entries.add(new Entry(line, source, output));
    }

    /** The reply to a history_request: its tail, a range of lines, or a search by glob pattern. */
    synchronized JsonObject reply(JsonObject request) {
        int session = SESSION;
        int n = Json.integer(request, "n", UNLIMITED);
        List<Entry> found = switch (Json.string(request, "hist_access_type", "tail")) {
            case "range" -> {
                session = Json.integer(request, "session", 0);
                yield range(session, Json.integer(request, "start", 0), Json.integer(request, "stop", UNLIMITED));
            }
            case "search" -> last(n, search(Json.string(request, "pattern", "*"), Json.flag(request, "unique", false)));
            default -> last(n, entries);
        };
        boolean output = Json.flag(request, "output", false);
        JsonArray history = new JsonArray();
        for (Entry entry : found) {
            history.add(Json.array(List.of(session, entry.line,
                    output ? pair(entry.source, entry.output) : Json.array(List.of(entry.source)).get(0))));
        }
        return Json.object("status", "ok", "history", history);
    }

    private static JsonArray pair(String source, @Nullable String output) {
        JsonArray pair = new JsonArray();
        pair.add(source);
        pair.add(output);
        return pair;
    }

    /** Lines {@code start} to before {@code stop}; session 0 is this one, earlier sessions are not kept. */
    private List<Entry> range(int session, int start, int stop) {
        if (session != 0 && session != SESSION) {
            return List.of();
        }
        return entries.stream().filter(entry -> entry.line >= start && entry.line < stop).toList();
    }

    private List<Entry> search(String glob, boolean unique) {
        Pattern pattern = Pattern.compile(regex(glob), Pattern.DOTALL);
        List<Entry> matching = entries.stream().filter(entry -> pattern.matcher(entry.source).matches()).toList();
        if (!unique) {
            return matching;
        }
        Map<String, Entry> latest = new LinkedHashMap<>();
        for (Entry entry : matching) {
            latest.remove(entry.source);
            latest.put(entry.source, entry);
        }
        return List.copyOf(latest.values());
    }

    private static List<Entry> last(int n, List<Entry> all) {
        return all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size());
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.codePoints().forEach(c -> regex.append(switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(c));
        }));
        return regex.toString();
    }
}
