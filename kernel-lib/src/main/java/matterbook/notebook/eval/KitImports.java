package matterbook.notebook.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every notebook may use without an import, at most {@value #MOST} names. Each is imported by its own name when
 * a cell first mentions it, so that the start of a notebook pays for none, and never with {@code .*}: a class
 * {@code Objects} of a learner would silently take the place of one that came in that way.
 */
public final class KitImports {
    static final int MOST = 40;

    static final List<String> TYPES = List.of("java.util.List", "java.util.Map", "java.util.Set", "java.util.ArrayList",
            "java.util.HashMap", "java.util.Arrays", "java.util.stream.IntStream", "java.util.stream.DoubleStream",
            "java.util.stream.Stream", "java.util.stream.Collectors", "matterbook.core.Rng",
            "matterbook.core.Estimate", "matterbook.markov.MarkovChain");

    static final List<String> STATICS = List.of("matterbook.notebook.display.Display.display", "java.lang.Math.abs",
            "java.lang.Math.sqrt", "java.lang.Math.exp", "java.lang.Math.log", "java.lang.Math.pow",
            "java.lang.Math.sin", "java.lang.Math.cos", "java.lang.Math.tan", "java.lang.Math.atan2",
            "java.lang.Math.min", "java.lang.Math.max", "java.lang.Math.floor", "java.lang.Math.round",
            "java.lang.Math.PI", "matterbook.check.Check.check", "matterbook.check.Check.checkEqual",
            "matterbook.check.Check.checkNear", "matterbook.check.Check.checkNearRelative",
            "matterbook.check.Check.checkThrows", "matterbook.check.Check.checkDistribution",
            "matterbook.plot.Plot.line", "matterbook.plot.Plot.scatter", "matterbook.plot.Plot.histogram",
            "matterbook.plot.Plot.bar", "matterbook.plot.Plot.heatMap", "matterbook.plot.Plot.parity");

    /** Classes of the kit whose static methods are imported on demand, by the name of the method. */
    static final List<String> STATIC_CLASSES = List.of("matterbook.notebook.display.Display",
            "matterbook.notebook.display.Show", "matterbook.plot.Plot", "matterbook.check.Check",
            "matterbook.course.learn.SelfStudy");

    /** Simple name -> qualified name of the types. */
    static final Map<String, String> TYPE_NAMES = bySimpleName(TYPES);

    /** Simple name -> qualified name of the static members. */
    static final Map<String, String> STATIC_NAMES = bySimpleName(STATICS);

    private KitImports() {}

    /** The same as import statements, for a kernel that is not ours. */
    public static List<String> statements() {
        List<String> statements = new ArrayList<>();
        TYPES.forEach(name -> statements.add("import " + name + ";"));
        STATICS.forEach(name -> statements.add("import static " + name + ";"));
        return statements;
    }

    /** The checks and {@code display} keep their meaning, so that a checked cell means what it says. */
    static boolean isReserved(String staticName) {
        return STATIC_NAMES.getOrDefault(staticName, "").startsWith("matterbook.check.")
                || staticName.equals("display");
    }

    private static Map<String, String> bySimpleName(List<String> names) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String name : names) {
            map.put(name.substring(name.lastIndexOf('.') + 1), name);
        }
        return map;
    }
}
