package matterbook.cli;

/** What a benchmark found, in the three forms in which it is given. */
interface BenchResult {
    /** For machines. */
    String json();

    /** For the screen. */
    String text();

    /** For docs/benchmarks.md, with a heading and the command that wrote it. */
    String section();
}
