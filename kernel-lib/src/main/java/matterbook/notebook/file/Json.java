package matterbook.notebook.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * JSON as plain values: maps (in the file's order), lists, strings, {@link Long}, {@link Double}, booleans and
 * {@link #NULL}. Written as Jupyter writes notebooks: keys sorted, one space a level, no escape that is not needed.
 */
final class Json {
    static final Object NULL = JsonNull.INSTANCE;

    private Json() {}

    static Object plain(JsonElement element) {
        return switch (element) {
            case JsonObject object -> plainMap(object);
            case JsonArray array -> {
                List<Object> values = new ArrayList<>();
                array.forEach(item -> values.add(plain(item)));
                yield Collections.unmodifiableList(values);
            }
            case JsonPrimitive primitive when primitive.isString() -> primitive.getAsString();
            case JsonPrimitive primitive when primitive.isBoolean() -> primitive.getAsBoolean();
            case JsonPrimitive primitive -> number(primitive.getAsString());
            default -> NULL;
        };
    }

    static Map<String, Object> plainMap(JsonObject object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.entrySet().forEach(entry -> values.put(entry.getKey(), plain(entry.getValue())));
        return Collections.unmodifiableMap(values);
    }

    private static Object number(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException _) {
            return Double.valueOf(digits);
        }
    }

    static String text(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, "\n", out);
        return out.append('\n').toString();
    }

    private static void write(Object value, String newline, StringBuilder out) {
        switch (value) {
            case Map<?, ?> map -> writeMap(map, newline, out);
            case List<?> list -> writeList(list, newline, out);
            case CharSequence text -> quote(text, out);
            default -> out.append(value);
        }
    }

    private static void writeMap(Map<?, ?> map, String newline, StringBuilder out) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        String inner = newline + " ";
        String before = "{" + inner;
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(before);
            quote(entry.getKey(), out);
            out.append(": ");
            write(entry.getValue(), inner, out);
            before = "," + inner;
        }
        out.append(sorted.isEmpty() ? "{}" : newline + "}");
    }

    private static void writeList(List<?> list, String newline, StringBuilder out) {
        String inner = newline + " ";
        String before = "[" + inner;
        for (Object item : list) {
            out.append(before);
            write(item, inner, out);
            before = "," + inner;
        }
        out.append(list.isEmpty() ? "[]" : newline + "]");
    }

    private static void quote(CharSequence text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}
