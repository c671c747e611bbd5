package matterbook.course.grade;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import matterbook.stats.Replicate;
import org.jspecify.annotations.Nullable;

/**
 * All that a child is to run, sent in one line before any code of the learner runs, so that nothing is left on the
 * line for that code to read.
 */
record Job(List<Item> items) {
    private static final Gson GSON = new Gson();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 16;

    /**
     * One source to run.
     *
     * @param group items of one cell: after one fails, the rest of its group is skipped
     * @param secret what its reply must hold to count
     */
    record Item(String source, int group, String secret) {
        static Item of(String source, int group) {
            byte[] bytes = new byte[SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            return new Item(source, group, HexFormat.of().formatHex(bytes));
        }
    }

    /**
     * How one item ended.
     *
     * @param kind DONE, SKIPPED or a kind of {@link matterbook.notebook.eval.CellResult.Kind}
     * @param name of the exception
     * @param error whether it printed on standard error
     * @param value of its last expression: empty for none, a number, a seed and a number, or {@value #NO_NUMBER}
     */
    record Reply(String secret, String kind, String name, String message, boolean error, String value) {
        static final String DONE = "DONE";
        static final String SKIPPED = "SKIPPED";
        static final String NO_NUMBER = "no number";

        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:E-?[0-9]{1,3})?");
        private static final Pattern REPLICATE = Pattern.compile("seed (-?[0-9]{1,19}) gives (" + NUMBER + ")");

        static String value(Replicate replicate) {
            return "seed " + replicate.seed() + " gives " + replicate.value();
        }

        /** The value as a number; NaN where it is none. */
        double number() {
            return NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
        }

        /** The value as a replicate, where it is one that is finite. */
        Optional<Replicate> replicate() {
            Matcher form = REPLICATE.matcher(value);
            double number = form.matches() ? Double.parseDouble(form.group(2)) : Double.NaN;
            return Double.isFinite(number)
                    ? Optional.of(new Replicate(new BigInteger(form.group(1)).longValue(), number))
                    : Optional.empty();
        }

        boolean isDone() {
            return kind.equals(DONE);
        }

        String line() {
            return GSON.toJson(this);
        }

        /** The reply in a line of the child's; null for anything else. */
        static @Nullable Reply parse(String line) {
            try {
                return JsonParser.parseString(line) instanceof JsonObject object && object.has("secret")
                        && object.has("kind") ? complete(GSON.fromJson(object, Reply.class)) : null;
            } catch (JsonParseException | IllegalStateException | NumberFormatException _) {
                return null;
            }
        }

        /** Gson leaves null what a line lacks. */
        @SuppressWarnings("ConstantValue")
        private static @Nullable Reply complete(Reply reply) {
            return reply.secret == null || reply.kind == null || reply.name == null || reply.message == null
                    || reply.value == null ? null : reply;
        }
    }

    String line() {
        return GSON.toJson(this);
    }

    static Job parse(String line) {
        return GSON.fromJson(line, Job.class);
    }
}
