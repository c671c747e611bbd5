package matterbook.notebook.page;

/** Titles stand where no Markdown is rendered: a browser's tab, a link. */
final class MathTitle {
    private MathTitle() {}

    /** The title without Markdown's and LaTeX's signs. */
    static String plain(String title) {
        return title.replaceAll("[`*$\\\\]", "");
    }
}
