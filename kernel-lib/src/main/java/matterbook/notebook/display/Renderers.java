package matterbook.notebook.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Knows how to show each kind of value. The most specific registered class wins; anything else shows as text. */
public final class Renderers {
    private static final Renderers STANDARD = new Renderers();

    private final Map<Class<?>, Function<Object, MimeBundle>> byClass = new LinkedHashMap<>();

    /** The registry that notebooks use. */
    public static Renderers standard() {
        return STANDARD;
    }

    /** From now on values of {@code type} and its subclasses show as {@code renderer} says. */
    public synchronized <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer) {
        byClass.put(type, value -> renderer.apply(type.cast(value)));
    }

    /** What {@code value} looks like. */
    public synchronized MimeBundle render(@Nullable Object value) {
        if (value != null) {
            for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
                Function<Object, MimeBundle> renderer = byClass.get(type);
                if (renderer != null) {
                    return renderer.apply(value);
                }
            }
        }
        return MimeBundle.text(Objects.toString(value));
    }
}
