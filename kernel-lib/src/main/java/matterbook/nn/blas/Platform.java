package matterbook.nn.blas;

import java.util.List;
import java.util.Locale;

/**
 * Where OpenBLAS's files for one kind of machine lie on the class path, in the order in which they are to be loaded: each
 * before those that need it. OpenBLAS itself is the last.
 */
record Platform(String name, List<String> files) {
    private static final String ROOT = "/org/bytedeco/openblas/";

    /** Of this machine. */
    static Platform here() throws NativeMissing {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String system, String processor) throws NativeMissing {
        String os = system.toLowerCase(Locale.ROOT);
        String arch = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> processor;
        };
        String name = (os.startsWith("mac") ? "macosx" : os.startsWith("windows") ? "windows" : os) + "-" + arch;
        return new Platform(name, switch (name) {
            case "linux-x86_64" -> List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5",
                    "libopenblas.so.0");
            case "linux-arm64" -> List.of("libgcc_s.so.1", "libgfortran.so.5", "libopenblas.so.0");
            case "macosx-arm64", "macosx-x86_64" -> List.of("libgcc_s.1.1.dylib", "libquadmath.0.dylib",
                    "libgfortran.5.dylib", "libopenblas.0.dylib");
            case "windows-x86_64" -> List.of("libopenblas.dll");
            default -> throw new NativeMissing("there is no OpenBLAS for " + name);
        });
    }

    /** The place of a file on the class path. */
    String resource(String file) {
        return ROOT + name + "/" + file;
    }
}
