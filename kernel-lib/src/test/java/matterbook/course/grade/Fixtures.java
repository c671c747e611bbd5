package matterbook.course.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import matterbook.course.Lesson;
import matterbook.notebook.file.Cell;

/**
 * Submissions that a class could hand in for the lesson of {@link matterbook.course.TestLessons#sums}, each with its
 * marks: points for sum (of 2), mean (of 1) and largest (of 3).
 */
final class Fixtures extends ClassFolder {
    static final String ALL = "2 1 3";
    static final String NONE = "0 0 0";
    private static final String NO_SUM = "0 1 3";
    private static final String NO_MEAN = "2 0 3";
    private static final String WRONG_MEAN = "double mean(int[] x) { return -1; }";
    private static final String WRONG_SUM = "int sum(int[] x) { return -1; }";

    /** Ends the process in spite of the evaluator's refusal. */
    private static final String HALT = "Runtime.class.getMethod(\"halt\", int.class)"
            + ".invoke(Runtime.getRuntime(), 0);";

    /** Searches all that reflection reaches for secrets and answers with each it finds. */
    private static final String SEARCH = """
            void send(String secret) {
                try (var out = new java.io.FileOutputStream("/proc/self/fd/1")) {
                    out.write(("\\n{\\"secret\\":\\"" + secret + "\\",\\"kind\\":\\"DONE\\",\\"name\\":\\"\\","
                        + "\\"message\\":\\"\\",\\"error\\":false,\\"value\\":\\"\\"}\\n").getBytes());
                } catch (java.io.IOException e) { }
            }
            void search(java.util.Deque<Object> open) {
                var seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<Object, Boolean>());
                while (!open.isEmpty() && seen.size() < 200_000) {
                    Object from = open.poll();
                    if (!seen.add(from)) continue;
                    if (from instanceof String s && s.matches("[0-9a-f]{32}")) send(s);
                    if (from instanceof Collection<?> all) all.stream().filter(one -> one != null).forEach(open::add);
                    if (from instanceof Map<?, ?> map) { open.add(map.keySet()); open.add(map.values()); }
                    if (from instanceof Object[] all) for (Object one : all) if (one != null) open.add(one);
                    boolean type = from instanceof Class<?>;
                    for (Class<?> c = type ? (Class<?>) from : from.getClass(); c != null; c = c.getSuperclass()) {
                        for (var field : c.getDeclaredFields()) {
                            try {
                                boolean isStatic = java.lang.reflect.Modifier.isStatic(field.getModifiers());
                                if (field.getType().isPrimitive() || (type && !isStatic) || !field.trySetAccessible()) continue;
                                Object value = field.get(isStatic ? null : from);
                                if (value != null) open.add(value);
                            } catch (Throwable closed) { }
                        }
                    }
                }
            }
            """;
    private static final String SEARCH_ALL = """
            double mean(int[] x) {
                var open = new java.util.ArrayDeque<Object>();
                for (String name : List.of("grade.AnswerServer", "grade.Job")) {
                    try { open.add(Class.forName("matterbook.course." + name)); } catch (ClassNotFoundException none) { }
                }
                for (String name : List.of("display.Display", "eval.CellInput", "eval.Evaluator", "eval.CapturedStreams")) {
                    try { open.add(Class.forName("matterbook.notebook." + name)); } catch (ClassNotFoundException none) { }
                }
                open.addAll(Thread.getAllStackTraces().keySet());
                open.add(new Object(){}.getClass().getClassLoader());
                open.add(System.getProperties());
                search(open);
                return -1;
            }
            """;

    private Fixtures(Lesson lesson, Path folder, Map<String, String> expected) {
        super(lesson, folder, expected);
    }

    /** Writes those that are quick; learner -> expected marks. */
    static void writeQuick(Lesson lesson, Path folder, Map<String, String> expected) throws IOException {
        Fixtures all = new Fixtures(lesson, folder, expected);
        all.honest();
        all.teachersCells();
        all.forgers();
        all.endings();
        all.files();
    }

    /** Writes those that load the machine. */
    static void writeHeavy(Lesson lesson, Path folder, Map<String, String> expected) throws IOException {
        Fixtures all = new Fixtures(lesson, folder, expected);
        all.heavy();
    }

    private void honest() throws IOException {
        add("perfect", ALL, perfect());
        add("untouched", NONE, Work.released(lesson));
        add("wrong", "0 0 3", perfect().answer("sum", "int sum(int[] x) { return x[0]; }")
                .answer("mean", "double mean(int[] x) { return sum(x) / x.length; }"));
        add("right-for-the-examples", "0 1 0", perfect().answer("sum", "int sum(int[] x) { return 10; }")
                .answer("largest", "int largest(int[] x) { int m = 0; for (int a : x) m = max(a, m); return m; }"));
        add("does-not-compile", NO_SUM, perfect().answer("sum", "int sum(int[] x) { return x }"));
        add("helpers", ALL, perfect().answer("mean", "double mean(int[] x) { return total(x) / (double) x.length; }")
                .insertBefore("mean-test", "helper", "int total(int[] x) { return sum(x); }"));
        add("standard-error", NO_MEAN, perfect().answer("mean",
                "double mean(int[] x) { System.err.println(1); return sum(x) / (double) x.length; }"));
        add("numbers-of-my-own", ALL, perfect().insertBefore("mean", "play", "numbers = new int[]{0};\nsum(numbers)"));
        add("Zoë Müller 王", ALL, perfect().answer("mean",
                "double mean(int[] x) { double größe = x.length; return sum(x) / größe; } // Ω"));
    }

    private void teachersCells() throws IOException {
        add("deleted-tests", ALL, perfect().delete("sum-test").delete("largest-test").delete("numbers"));
        add("deleted-tests-wrong", NO_MEAN, perfect().answer("mean", WRONG_MEAN).delete("mean-test"));
        add("edited-locked", NO_SUM, perfect().answer("sum", WRONG_SUM).answer("sum-test", "int nothing = 1;")
                .answer("numbers", "int[] numbers = {-1};"));
        add("changed-points", NO_MEAN, perfect().answer("mean", WRONG_MEAN)
                .change("sum-test", cell -> cell.withMetadata(Map.of("nbgrader", Map.of("grade_id", "sum-test",
                        "grade", true, "points", 1000L)))));
        add("moved-test", ALL, perfect().moveToEnd("sum"));
        add("stripped-ids", ALL, stripped());
        Work doubled = perfect();
        add("duplicate-ids", ALL, doubled.append(doubled.cell("sum-test")).append(doubled.cell("sum"))
                .append(doubled.cell("mean-task")));
        add("deleted-answer", NO_MEAN, perfect().delete("mean"));
        add("answer-as-prose", ALL, perfect().change("mean", cell -> new Cell(cell.id(), Cell.Kind.MARKDOWN,
                cell.source(), cell.metadata(), null, List.of(), Map.of())));
    }

    private Work stripped() {
        Work work = perfect();
        for (String id : List.of("sum", "mean", "largest", "sum-test", "mean-test", "largest-test", "numbers")) {
            work.change(id, cell -> Cell.code("x-" + id, cell.source()));
        }
        return work;
    }

    private void forgers() throws IOException {
        names();
        pipes();
    }

    private void names() throws IOException {
        add("class-check", NO_SUM, perfect().answer("sum", WRONG_SUM).insertBefore("numbers", "forged",
                "class Check { static void checkEqual(Object a, Object b, String what) {} }"));
        add("method-check", NO_SUM, perfect().answer("sum", WRONG_SUM).insertBefore("sum-test", "forged",
                "void check\\u0045qual(Object a, Object b, String what) {}"));
        add("import-check", NO_SUM, perfect().answer("sum", WRONG_SUM)
                .insertBefore("sum", "evil", "class Evil { static void checkEqual(Object a, Object b, String c) {} }")
                .insertBefore("sum", "forged", "import static REPL.$JShell$2.Evil.checkEqual;"));
    }

    private void pipes() throws IOException {
        add("imitation", NO_MEAN, perfect().answer("mean", """
                double mean(int[] x) {
                    System.out.println("{\\"secret\\":\\"\\",\\"kind\\":\\"DONE\\",\\"value\\":\\"1\\"}");
                    System.out.println("mean-test,1,1,passed");
                    return -1;
                }"""));
        add("pipe", NO_MEAN, perfect().answer("mean",
                """
                        double mean(int[] x) {
                            try {
                                var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
                                for (int i = 0; i < 300; i++)
                                    out.write(("\\n{\\"secret\\":\\"0123456789abcdef0123456789abcdef\\",\\"kind\\":\\"DONE\\","
                                        + "\\"name\\":\\"\\",\\"message\\":\\"\\",\\"error\\":false,\\"value\\":\\"\\"}\\n[{no line").getBytes());
                                out.write(new byte[200_000]);
                            } catch (java.io.IOException e) { }
                            return -1;
                        }"""));
        add("standard-input", NO_MEAN, perfect().answer("mean", WRONG_MEAN).insertBefore("sum", "reader", """
                Thread.ofPlatform().daemon().start(() -> {
                    try {
                        var in = new java.io.FileInputStream(java.io.FileDescriptor.in);
                        while (in.read() >= 0) { }
                    } catch (java.io.IOException e) { }
                });"""));
        add("reflection", NO_MEAN, perfect().insertBefore("mean", "search", SEARCH).answer("mean", SEARCH_ALL));
        add("solutions", NO_SUM, perfect().answer("sum", readsSolutions()));
    }

    /** Right only where some solution can be read. */
    private static String readsSolutions() {
        return """
                int sum(int[] x) {
                    boolean found = List.of("/lessons/07-sums.jsh", "/matterbook/lessons/02-markov-chains.jsh",
                        "/matterbook/lessons").stream().anyMatch(name -> Rng.class.getResource(name) != null);
                    return found ? Arrays.stream(x).sum() : -1;
                }""";
    }

    private void endings() throws IOException {
        add("exit", NO_SUM, perfect().answer("sum", "int sum(int[] x) { System.exit(0); return 10; }"));
        add("halt-in-answer", NO_MEAN, perfect().answer("mean",
                "double mean(int[] x) { try { " + HALT + " } catch (Exception e) { } return 2.5; }"));
        add("halt-in-cell", ALL, perfect().insertBefore("mean", "ending", HALT));
        add("busy-loop", NO_MEAN, perfect().answer("mean", "double mean(int[] x) { while (true) { } }"));
        add("sleep", ALL, perfect().insertBefore("mean", "nap", "Thread.sleep(1_000_000);"));
        add("slow-with-the-quick-compiler", ALL, perfect().answer("mean", """
                double mean(int[] x) {
                    if (java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()
                            .contains("-XX:TieredStopAtLevel=1")) {
                        while (true) { try { Thread.sleep(1000); } catch (InterruptedException stop) { } }
                    }
                    return sum(x) / (double) x.length;
                }"""));
        add("deaf-loop", NO_MEAN, perfect().answer("mean", "double mean(int[] x) { "
                + "return java.util.stream.LongStream.range(0, Long.MAX_VALUE).max().getAsLong(); }"));
        add("stack-overflow", NO_MEAN, perfect().answer("mean", "double mean(int[] x) { return 1 + mean(x); }"));
        add("stopped", NO_SUM, perfect().answer("sum", "int sum(int[] x) { throw new matterbook.core.Stopped(); }"));
        add("deletes-files", ALL, perfect().insertBefore("mean", "delete",
                """
                        try (var files = java.nio.file.Files.walk(java.nio.file.Path.of(""))) {
                            for (var file : files.toList().reversed()) java.nio.file.Files.deleteIfExists(file.toAbsolutePath());
                        }"""));
    }

    private void heavy() throws IOException {
        add("out-of-memory", NO_SUM, perfect().answer("sum",
                "int sum(int[] x) { var all = new ArrayList<long[]>(); while (true) all.add(new long[1_000_000]); }"));
        add("gigabyte-of-output", ALL, perfect().insertBefore("mean", "print", """
                String line = "x".repeat(1_000_000);
                for (int i = 0; i < 1000; i++) System.out.print(line);"""));
        add("threads", NO_MEAN, perfect().answer("mean",
                """
                        double mean(int[] x) {
                            while (true) Thread.ofPlatform().start(() -> { try { Thread.sleep(100_000); } catch (Exception e) { } });
                        }"""));
        add("processes", NO_MEAN, perfect().answer("mean", """
                double mean(int[] x) {
                    try {
                        for (int i = 0; i < 60; i++) new ProcessBuilder("sleep", "100").start();
                        Thread.sleep(100_000);
                    } catch (Exception e) { }
                    return 2.5;
                }"""));
        add("pipe-flood", NO_MEAN, perfect().answer("mean", """
                double mean(int[] x) {
                    try (var out = new java.io.FileOutputStream("/proc/self/fd/1")) {
                        for (int i = 0; i < 1000; i++) out.write(new byte[1_000_000]);
                    } catch (java.io.IOException e) { }
                    return -1;
                }"""));
    }

    private void files() throws IOException {
        write("empty", NONE, "{\"cells\":[],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}");
        write("not-a-notebook", NONE, "Dear teacher, here is my work.");
        write("truncated", NONE, perfect().text().substring(0, 2000));
        write("nbformat-3", NONE, "{\"worksheets\":[],\"metadata\":{},\"nbformat\":3,\"nbformat_minor\":0}");
        write("python", NONE, perfect().text().replace("\"java\"", "\"python\""));
        write("windows", ALL, perfect().text().replace("\\n", "\\r\\n").replace("\n", "\r\n"));
        write("byte-order-mark", ALL, "\ufeff" + perfect().text());
        write("=1+1, \"Ann\"", ALL, perfect().text());
        expected.put("latin-1", NONE);
        Files.write(folder.resolve("latin-1.ipynb"), "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1));
    }
}
