package matterbook.notebook.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Knows how to show each kind of value. Of the registered classes and interfaces that a value belongs to, the most
 * specific one wins; between two that are unrelated a class wins over an interface, then the one registered last.
 * What has no renderer shows as text (see {@link PlainText}).
 */
public final class Renderers {
    private static final Renderers STANDARD = StandardRenderers.create();

    private final Map<Class<?>, Function<Object, MimeBundle>> byClass = new LinkedHashMap<>();

    Renderers() {}

    /** The registry that notebooks use. */
    public static Renderers standard() {
        return STANDARD;
    }

    /** From now on values of {@code type} and its subtypes show as {@code renderer} says. */
    public synchronized <T> void register(Class<T> type, Function<? super T, MimeBundle> renderer) {
        byClass.remove(type);
        byClass.put(type, value -> renderer.apply(type.cast(value)));
    }

    /** What {@code value} looks like. Whatever its renderer or its {@code toString} throws is thrown on. */
    public MimeBundle render(@Nullable Object value) {
        Function<Object, MimeBundle> renderer = value == null ? null : find(value.getClass());
        return renderer == null || value == null ? MimeBundle.text(PlainText.text(value)) : renderer.apply(value);
    }

    private synchronized @Nullable Function<Object, MimeBundle> find(Class<?> valueType) {
        Class<?> best = null;
        for (Class<?> type : byClass.keySet()) {
            if (type.isAssignableFrom(valueType) && (best == null || isBetter(type, best))) {
                best = type;
            }
        }
        return best == null ? null : byClass.get(best);
    }

    private static boolean isBetter(Class<?> type, Class<?> than) {
        if (than.isAssignableFrom(type)) {
            return true;
        }
        return !type.isAssignableFrom(than) && (than.isInterface() || !type.isInterface());
    }
}
