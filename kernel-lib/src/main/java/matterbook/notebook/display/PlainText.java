package matterbook.notebook.display;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

import matterbook.core.Digits;
import org.jspecify.annotations.Nullable;

/**
 * Values as text that a person can read: arrays, collections, maps and records by their contents (six significant
 * digits inside them, long ones shortened), a string as it is, anything else by its {@code toString}. The text is the
 * same in every run: no identity hash code ever stands in it.
 *
 * <p>A record prints by its components unless its author wrote a {@code toString}: the compiler declares its own one
 * {@code final}, which an author has no reason to do.
 */
public final class PlainText {
    private static final int DIGITS = 6;
    private static final int MOST_ELEMENTS = 40;
    private static final int HEAD = 10;
    private static final int TAIL = 5;
    private static final int DEEPEST = 8;
    private static final int LONGEST_TEXT = 100_000;

    /** The containers that are being written: a value that contains itself must not run for ever. */
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private PlainText() {}

    /** {@code value} as text; an array also says its type, a matrix stands in aligned columns. */
    public static String text(@Nullable Object value) {
        String text = switch (value) {
            case Double number -> number.toString();
            case Float number -> number.toString();
            case null -> "null";
            default -> {
                String matrix = value.getClass().isArray() ? Matrices.text(value) : null;
                yield matrix != null ? matrix : typeOfArray(value) + new PlainText().write(value);
            }
        };
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, LONGEST_TEXT) + "… (" + text.length() + " characters)";
    }

    private static String typeOfArray(Object value) {
        Class<?> type = value.getClass();
        if (!type.isArray()) {
            return "";
        }
        int length = Array.getLength(value);
        String name = type.getComponentType().getSimpleName();
        int brackets = name.indexOf('[');
        String size = length > MOST_ELEMENTS ? "[" + length + "]" : "[]";
        return (brackets < 0 ? name + size : name.substring(0, brackets) + size + name.substring(brackets)) + " ";
    }

    private String write(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> text;
            case Double number -> Digits.of(number, DIGITS);
            case Float number -> Digits.of(number, DIGITS);
            case Map.Entry<?, ?> entry when isOfTheJdk(entry) -> write(entry.getKey()) + "=" + write(entry.getValue());
            case Optional<?> optional ->
                optional.map(inner -> "Optional[" + write(inner) + "]").orElse("Optional.empty");
            case BaseStream<?, ?> _ -> "a stream, not yet run: end it with toList(), sum() or the like";
            case Map<?, ?> map when isOfTheJdk(map) -> inside(map, () -> map(map));
            case Collection<?> collection when isOfTheJdk(collection) ->
                inside(collection, () -> collection(collection));
            case Record theRecord when !isWritten(theRecord) -> inside(theRecord, () -> components(theRecord));
            default -> value.getClass().isArray() ? inside(value, () -> array(value)) : object(value);
        };
    }

    private String inside(Object container, Supplier<String> contents) {
        if (open.size() == DEEPEST) {
            return "…";
        }
        if (!open.add(container)) {
            return "(itself)";
        }
        try {
            return contents.get();
        } finally {
            open.remove(container);
        }
    }

    private String array(Object array) {
        int length = Array.getLength(array);
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < length; i++) {
            if (length > MOST_ELEMENTS && i == HEAD) {
                text.add("…");
                i = length - TAIL;
            }
            text.add(write(Array.get(array, i)));
        }
        return text + (length > MOST_ELEMENTS && open.size() > 1 ? " (" + length + " elements)" : "");
    }

    private String collection(Collection<?> collection) {
        int size = collection.size();
        StringJoiner text = new StringJoiner(", ", "[", "]");
        Iterator<?> elements = collection.iterator();
        int shown = size > MOST_ELEMENTS ? HEAD : size;
        for (int i = 0; i < shown && elements.hasNext(); i++) {
            text.add(write(elements.next()));
        }
        if (size > MOST_ELEMENTS) {
            text.add("…");
            if (collection instanceof List<?> list) {
                list.subList(size - TAIL, size).forEach(element -> text.add(write(element)));
            }
        }
        return text + (size > MOST_ELEMENTS ? " (" + size + " elements)" : "");
    }

    private String map(Map<?, ?> map) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        int shown = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (shown == HEAD && map.size() > MOST_ELEMENTS) {
                return text.add("…") + " (" + map.size() + " entries)";
            }
            text.add(write(entry.getKey()) + "=" + write(entry.getValue()));
            shown++;
        }
        return text.toString();
    }

    private String components(Record value) {
        StringJoiner text = new StringJoiner(", ", value.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                text.add(component.getName() + "=" + write(accessor.invoke(value)));
            } catch (ReflectiveOperationException | RuntimeException unreadable) {
                return value.toString();
            }
        }
        return text.toString();
    }

    private static boolean isWritten(Record value) {
        return !Modifier.isFinal(toStringOf(value).getModifiers());
    }

    /** The JDK's own containers print element by element; what a library or a learner made has its own toString. */
    private static boolean isOfTheJdk(Object container) {
        return toStringOf(container).getDeclaringClass().getName().startsWith("java.");
    }

    private static String object(Object value) {
        if (toStringOf(value).getDeclaringClass() != Object.class) {
            return value.toString();
        }
        Class<?> type = value.getClass();
        if (type.isHidden() || type.isSynthetic()) {
            Class<?>[] interfaces = type.getInterfaces();
            return interfaces.length == 0 ? "a lambda" : "a lambda (" + interfaces[0].getSimpleName() + ")";
        }
        String name = type.isAnonymousClass() ? type.getName() : type.getSimpleName();
        return "an object of " + name + " (its class has no toString)";
    }

    private static Method toStringOf(Object value) {
        try {
            return value.getClass().getMethod("toString");
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
