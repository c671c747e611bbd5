package matterbook.cli;

/** What a benchmark found, in the three forms in which it is given. */
interface BenchResult {
    /** For machines. */
    String json();

    /** The heading of its section. */
    String title();

    /** The command that measured it, how, and what it is to reach: a paragraph. */
    String method();

    /** The table, and remarks after it. */
    String findings();

    /** For the screen. */
    default String text() {
        return BenchReport.machine() + "\n" + findings();
    }

    /** For docs/benchmarks.md. */
    default String section() {
        return "## " + title() + "\n\n" + method() + "\n\n" + BenchReport.machine() + "\n\n" + findings();
    }
}
