package matterbook.nn.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

import matterbook.core.Require;

/**
 * The product by OpenBLAS (https://www.openblas.net, BSD licence), called through the foreign-function API. Arrays of the
 * heap are handed over as they are: for as long as a product takes, the collector of garbage waits.
 */
final class OpenBlas implements Blas {
    /** Values of the C interface's enumerations. */
    private static final int ROW_MAJOR = 101;
    private static final int AS_STORED = 111;
    private static final int TRANSPOSED = 112;
    /** Multiplications of a piece: some 20 ms on a processor of today, 0.1 s on a slow one. */
    private static final long PIECE = 1L << 30;

    /**
     * One library a process: constants of a class are what the compiler can see through. Each handle takes milliseconds to
     * make, so those that a first product can do without are in classes of their own.
     */
    private static final class Native {
        private static final Arena FOREVER = Arena.global();
        private static final MemoryLayout INT = ValueLayout.JAVA_INT;
        private static final MemoryLayout FLOAT = ValueLayout.JAVA_FLOAT;
        private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
        private static final boolean ALONE;
        private static final SymbolLookup LIBRARY;
        static {
            try {
                Platform here = Platform.here();
                NativeFiles files = NativeFiles.unpack(here);
                ALONE = Environment.prepare();
                LIBRARY = load(files, here);
            } catch (NativeMissing missing) {
                throw new UnsatisfiedLinkError(missing.reason());
            }
        }
        private static final MethodHandle SGEMM = handle("cblas_sgemm", FunctionDescriptor.ofVoid(INT, INT, INT, INT,
                INT, INT, FLOAT, POINTER, INT, POINTER, INT, FLOAT, POINTER, INT), Linker.Option.critical(true));

        /** From the cache; from a temporary folder where a library cannot be loaded from there (a disk mounted noexec). */
        private static SymbolLookup load(NativeFiles files, Platform here) throws NativeMissing {
            try {
                return load(files);
            } catch (NativeMissing cannotRun) {
                if (files.temporary()) {
                    throw cannotRun;
                }
                return load(NativeFiles.unpackAside(here));
            }
        }

        private static SymbolLookup load(NativeFiles files) throws NativeMissing {
            try {
                SymbolLookup last = SymbolLookup.loaderLookup();
                for (Path file : files.files()) {
                    last = SymbolLookup.libraryLookup(file, FOREVER);
                }
                return last;
            } catch (IllegalArgumentException broken) {
                throw new NativeMissing("OpenBLAS does not load: " + broken.getMessage()
                        + "; if libraries may not run there (noexec), let XDG_CACHE_HOME name another folder");
            } finally {
                files.tidy();
            }
        }

        private static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... options) {
            return Linker.nativeLinker().downcallHandle(LIBRARY.find(name)
                    .orElseThrow(() -> new UnsatisfiedLinkError("this OpenBLAS has no " + name)), type, options);
        }
    }

    private static final class ByVector {
        private static final MethodHandle SGEMV = Native.handle("cblas_sgemv", FunctionDescriptor.ofVoid(Native.INT,
                Native.INT, Native.INT, Native.INT, Native.FLOAT, Native.POINTER, Native.INT, Native.POINTER,
                Native.INT,
                Native.FLOAT, Native.POINTER, Native.INT), Linker.Option.critical(true));
    }

    private static final class Threads {
        private static final MethodHandle SET = Native.handle("openblas_set_num_threads",
                FunctionDescriptor.ofVoid(Native.INT));
    }

    /**
     * Loads the library, on one thread.
     *
     * @throws NativeMissing if it is not there for this machine, or does not load
     */
    OpenBlas() throws NativeMissing {
        try {
            if (!Native.ALONE) {
                threads(1);
            }
        } catch (ExceptionInInitializerError failure) {
            throw new NativeMissing(String.valueOf(failure.getCause()));
        } catch (UnsatisfiedLinkError missing) {
            throw new NativeMissing(String.valueOf(missing.getMessage()));
        }
    }

    @Override
    public void multiply(boolean transposeA, boolean transposeB, int m, int n, int k, float[] a, int aStart,
            int aStride, float[] b, int bStart, int bStride, float beta, float[] c, int cStart, int cStride) {
        Bounds.check(transposeA, transposeB, m, n, k, a, aStart, aStride, b, bStart, bStride, c, cStart, cStride);
        if (m == 0 || n == 0 || k == 0) { // what the C interface does then differs from routine to routine
            new JavaBlas().multiply(transposeA, transposeB, m, n, k, a, aStart, aStride, b, bStart, bStride, beta, c,
                    cStart, cStride);
            return;
        }
        if (Pieces.tooLong(PIECE, m, n, k)) {
            Pieces.multiply(this, transposeA, transposeB, m, n, k, a, aStart, aStride, b, bStart, bStride, beta, c,
                    cStart, cStride);
            return;
        }
        MemorySegment first = at(a, aStart);
        MemorySegment second = at(b, bStart);
        MemorySegment third = at(c, cStart);
        try {
            if (m == 1) {
                // C's row is op(B)^T times the row of op(A)
                ByVector.SGEMV.invokeExact(ROW_MAJOR, transposeB ? AS_STORED : TRANSPOSED, transposeB ? n : k,
                        transposeB ? k : n, 1f, second, bStride, first, transposeA ? aStride : 1, beta, third, 1);
            } else if (n == 1) {
                ByVector.SGEMV.invokeExact(ROW_MAJOR, transposeA ? TRANSPOSED : AS_STORED, transposeA ? k : m,
                        transposeA ? m : k, 1f, first, aStride, second, transposeB ? 1 : bStride, beta, third,
                        cStride);
            } else {
                Native.SGEMM.invokeExact(ROW_MAJOR, transposeA ? TRANSPOSED : AS_STORED,
                        transposeB ? TRANSPOSED : AS_STORED, m, n, k, 1f, first, aStride, second, bStride, beta,
                        third, cStride);
            }
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    private static MemorySegment at(float[] array, int start) {
        MemorySegment all = MemorySegment.ofArray(array);
        return start == 0 ? all : all.asSlice((long) start * Float.BYTES);
    }

    @Override
    public void threads(int threads) {
        Require.positive(threads, "the number of threads");
        try {
            Threads.SET.invokeExact(threads);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    @Override
    public String name() {
        // made here: it costs milliseconds, and few ask
        MethodHandle configuration = Native.handle("openblas_get_config", FunctionDescriptor.of(ValueLayout.ADDRESS));
        try {
            MemorySegment text = (MemorySegment) configuration.invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0).strip();
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    /** A native function throws nothing; what arrives here is of the Java machine itself. */
    private static RuntimeException unexpected(Throwable failure) {
        return switch (failure) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
