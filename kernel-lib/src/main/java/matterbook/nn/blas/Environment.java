package matterbook.nn.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What OpenBLAS reads from the environment while it is loaded. What the user has set stays, and Java's own view of the
 * environment, which child processes get, does not change.
 */
final class Environment {
    private static final String THREADS = "OPENBLAS_NUM_THREADS";

    private Environment() {}

    /**
     * No threads until they are asked for: OpenBLAS would start one for each processor at once. Windows has no setenv; there
     * they start, and wait.
     *
     * @return whether OpenBLAS will begin with one thread
     */
    static boolean prepare() {
        String wanted = System.getenv(THREADS);
        if (wanted != null) {
            return wanted.equals("1");
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        setenv.ifPresent(symbol -> set(linker.downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)), THREADS, "1"));
        return setenv.isPresent();
    }

    private static void set(MethodHandle setenv, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment first = arena.allocateFrom(name);
            MemorySegment second = arena.allocateFrom(value);
            int failed = (int) setenv.invokeExact(first, second, 0);
            if (failed != 0) {
                throw new IllegalStateException("no memory for " + name);
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
