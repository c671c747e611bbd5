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
    private Outcome outcome = new Outcome();

    /** What came of one snippet; a thread that was left behind keeps writing to its own. */
    private static final class Outcome {
        private @Nullable Object value;
        private @Nullable Throwable thrown;
        private @Nullable Class<?> holder;
    }

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
        outcome = new Outcome();
    }

    /** The value of the last snippet that ran; it is not kept. */
    @Nullable
    Object takeValue() {
        Object taken = outcome.value;
        outcome.value = null;
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
        Class<?> holder = outcome.holder;
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
        return outcome.thrown;
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
                outcome.thrown = failure;
                throw new ClassInstallException(String.valueOf(failure.getMessage()), installed);
            }
        }
    }

    @Override
    public String invoke(String className, String methodName) throws RunException {
        Outcome mine = outcome;
        Throwable failure = null;
        userCode.enter();
        try {
            Class<?> snippet = loader.loadClass(className);
            mine.holder = snippet;
            Method method = snippet.getDeclaredMethod(methodName);
            method.setAccessible(true);
            mine.value = method.invoke(null);
        } catch (InvocationTargetException wrapper) {
            failure = wrapper.getCause();
        } catch (ReflectiveOperationException | RuntimeException | Error other) {
            failure = other;
        }
        userCode.leave();
        if (failure != null) {
            fail(mine, failure);
        }
        return "";
    }

    private void fail(Outcome mine, Throwable failure) throws RunException {
        if (mine.thrown == null) {
            mine.thrown = failure;
        }
        try {
            throwConvertedInvocationException(failure);
        } catch (InternalException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public String varValue(String className, String varName) {
        return "";
    }
}
