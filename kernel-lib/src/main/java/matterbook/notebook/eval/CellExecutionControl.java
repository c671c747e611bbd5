package matterbook.notebook.eval;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled snippets in this process. What JShell would turn into text is kept as it is: the value itself and
 * the exception itself.
 */
final class CellExecutionControl extends DirectExecutionControl {
    private final CellClassLoader loader;
    private final UserCode userCode;
    private @Nullable Object value;
    private @Nullable Throwable thrown;
    private @Nullable Class<?> last;

    /** Told when user code starts and ends, so that only user code is ever interrupted. */
    interface UserCode {
        void enter();

        void leave();
    }

    CellExecutionControl(CellClassLoader loader, UserCode userCode) {
        this.loader = loader;
        this.userCode = userCode;
    }

    /** Forgets the last outcome. */
    void reset() {
        value = null;
        thrown = null;
        last = null;
    }

    /** The value of the last snippet that ran; it is not kept. */
    @Nullable
    Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /** Runs what may call the learner's code, a renderer for example, so that it can be interrupted. */
    <T> T asUserCode(Supplier<T> work) {
        userCode.enter();
        try {
            return work.get();
        } finally {
            userCode.leave();
        }
    }

    /** Empties the variable in which JShell keeps the value of the last expression. */
    void clearVariable(String name) {
        Class<?> holder = last;
        try {
            if (holder != null) {
                Field field = holder.getDeclaredField(name);
                field.setAccessible(true);
                if (!field.getType().isPrimitive()) {
                    field.set(null, null);
                }
            }
        } catch (ReflectiveOperationException other) {
            // the snippet failed before its class was made: nothing is kept
        }
    }

    /** What the last snippet threw, also where JShell itself would have kept silent. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        for (ClassBytecodes one : classes) {
            loader.declare(one.name(), one.bytecodes());
        }
        boolean[] installed = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                Class.forName(classes[i].name(), false, loader);
                installed[i] = true;
            } catch (ClassNotFoundException | LinkageError | IllegalArgumentException failure) {
                thrown = failure;
                throw new ClassInstallException(String.valueOf(failure.getMessage()), installed);
            }
        }
    }

    @Override
    public String invoke(String className, String methodName) throws RunException {
        try {
            Class<?> snippet = loader.loadClass(className);
            last = snippet;
            Method method = snippet.getDeclaredMethod(methodName);
            method.setAccessible(true);
            userCode.enter();
            try {
                value = method.invoke(null);
            } finally {
                userCode.leave();
            }
            return "";
        } catch (InvocationTargetException failure) {
            Throwable cause = failure.getCause();
            return failed(cause == null ? failure : cause);
        } catch (ReflectiveOperationException | RuntimeException | Error failure) {
            return failed(failure);
        }
    }

    private String failed(Throwable failure) throws RunException {
        if (thrown == null) {
            thrown = failure;
        }
        try {
            return throwConvertedInvocationException(failure);
        } catch (InternalException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public String varValue(String className, String varName) {
        return "";
    }
}
