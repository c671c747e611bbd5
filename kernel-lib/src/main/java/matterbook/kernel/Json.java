package matterbook.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** Builds and reads JSON without reflection, which would cost start-up time. */
public final class Json {
    private Json() {}

    /** An object of the given keys and values, alternating. */
    public static JsonObject object(@Nullable Object... keysAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.add(String.valueOf(keysAndValues[i]), element(keysAndValues[i + 1]));
        }
        return object;
    }

    /** An array of the given values. */
    public static JsonArray array(Iterable<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(element(value)));
        return array;
    }

    /** The text under {@code key}, or {@code otherwise} where there is none. */
    public static String string(JsonObject object, String key, String otherwise) {
        return object.get(key) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
    }

    /** The truth value under {@code key}, or {@code otherwise} where there is none. */
    public static boolean flag(JsonObject object, String key, boolean otherwise) {
        return (object.get(key) instanceof JsonPrimitive value && value.isBoolean()) ? value.getAsBoolean() : otherwise;
    }

    /** The whole number under {@code key}, or {@code otherwise} where there is none. */
    public static int integer(JsonObject object, String key, int otherwise) {
        return (object.get(key) instanceof JsonPrimitive value && value.isNumber()) ? value.getAsInt() : otherwise;
    }

    /** The object under {@code key}, or an empty one. */
    public static JsonObject child(JsonObject object, String key) {
        return object.get(key) instanceof JsonObject child ? child : new JsonObject();
    }

    private static JsonElement element(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case JsonElement element -> element;
            case Boolean truth -> new JsonPrimitive(truth);
            case Number number -> new JsonPrimitive(number);
            case String text -> new JsonPrimitive(text);
            case Iterable<?> values -> array(values);
            default -> throw new IllegalArgumentException("no JSON for a " + value.getClass().getName());
        };
    }
}
