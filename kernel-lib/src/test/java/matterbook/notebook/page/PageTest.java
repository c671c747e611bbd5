package matterbook.notebook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import matterbook.Programs;
import matterbook.notebook.file.Cell;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.Output;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    private static final Pattern NETWORK = Pattern
            .compile(
                    "<(?:script|link|img|iframe|source)[^>]*(?:src|href)=[\"']?(?:https?:)?//|url\\(['\"]?(?:https?:)?//");
    private static final Notebook LESSON = Notebook.matterbook(List.of(
            Cell.markdown("t", "# Chains of $P$\n\nA chain forgets. It really does.\n\n"
                    + "## One\n\n### Inner\n\n## One\n\n![far](https://example.org/a.png)"),
            Cell.code("c", "var a = \"<b>\"; // note").withOutputs(1, List.of(
                    new Output.Stream(false, "10 %\r100 %\n\u001b[31mred\u001b[0m <i>"),
                    new Output.DisplayData(
                            Map.of("text/plain", "a \"chart\"", "image/png", "aGk=\n", "image/svg+xml", "<svg></svg>"),
                            Map.of()),
                    new Output.ExecuteResult(1, Map.of("text/plain", "2x chart", "image/png", "aGk="),
                            Map.of("image/png", Map.of("width", 300L))),
                    new Output.DisplayData(Map.of("text/html", "<table><tr><td>1</td></tr></table>"), Map.of()),
                    new Output.ErrorOutput("X", "why", List.of("X: why <now>"))))));

    @TempDir
    private Path folder;

    /** As Jupyter shows it: markup of a heading and what could run are text, harmless markup stays. */
    @Test
    void proseCannotRun() {
        String html = prose("# A <script>alert(1)</script> & more\n\n## B <b>\n\nx <script>a()</script> y<sub>2</sub> "
                + "<img src=x onerror=\"a()\">\n\n<script>\na()\n</script>\n\n<details><summary>s</summary></details>");
        for (String part : List.of("A &lt;script&gt;alert(1)&lt;/script&gt; &amp; more</h1>", "B &lt;b&gt;</h2>",
                "x &lt;script&gt;a()&lt;/script&gt; y<sub>2</sub>", "&lt;img src=x onerror",
                "<details><summary>s</summary></details>")) {
            assertTrue(html.contains(part), part);
        }
        assertFalse(html.contains("<script>a") || html.contains("<script>\na"), html);
    }

    /** A page may stand in any folder: a link out of its own would lead nowhere. */
    @Test
    void notebooksElsewhereAreNamed() {
        String html = prose("# T\n\n[the *exercises*](../exercises/02-chains.ipynb), [beside](other.ipynb)");
        assertTrue(html.contains("<p>the <em>exercises</em> (<code>exercises/02-chains.ipynb</code>), "
                + "<a href=\"other.ipynb\">beside</a></p>"), html);
    }

    private static String prose(String markdown) {
        return Page.html(Notebook.matterbook(List.of(Cell.markdown("m", markdown))), "x", Page.Links.NONE);
    }

    @Test
    void outputsShowInTheirBestType() {
        String html = Page.html(LESSON, "x", Page.Links.NONE);
        for (String part : List.of("<title>Chains of P</title>",
                "<pre class=\"output stream\">100 %\n<span class=\"ansi-red\">red</span> &lt;i&gt;</pre>",
                "<img alt=\"a &quot;chart&quot;\" src=\"data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=\">",
                "<img width=\"300\" alt=\"2x chart\" src=\"data:image/png;base64,aGk=\">",
                "<div class=\"output html\"><table>", "<pre class=\"output error\">X: why &lt;now&gt;</pre>",
                "<span class=\"keyword\">var</span> a = <span class=\"string\">&quot;&lt;b&gt;&quot;</span>;"
                        + " <span class=\"comment\">// note</span>",
                "<span class=\"math\">P</span>", "<h2 id=\"one\">", "<h2 id=\"one-2\">",
                "<li class=\"level3\"><a href=\"#inner\">Inner</a></li>")) {
            assertTrue(html.contains(part), part);
        }
    }

    @Test
    void asksTheNetworkForNothing() {
        String html = Page.html(LESSON, "x", Page.Links.NONE);
        assertFalse(NETWORK.matcher(html).find());
        assertTrue(NETWORK.matcher("<img alt='' src=\"https://example.org/a.png\">").find(), "the test sees one");
        assertTrue(html.contains("Content-Security-Policy\" content=\"default-src 'none'"));
        assertEquals(20, html.split("data:font/woff2;base64,", -1).length - 1, "all of KaTeX's fonts are inside");
    }

    @Test
    void katexOnlyWhereThereIsMath() {
        Notebook plain = Notebook.matterbook(List.of(Cell.markdown("t", "# Plain\n\nIt costs \\$5, or $6.")));
        String html = Page.html(plain, "x", Page.Links.NONE);
        assertFalse(html.contains("katex.render"));
        assertTrue(html.length() < 20_000, "a page without math is small: " + html.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "a $x_1$ and $y_1$ b      | <p>a <span class=\"math\">x_1</span> and <span class=\"math\">y_1</span> b</p>",
            "$$a\\\\b$$               | <p><span class=\"math display\">a\\\\b</span></p>",
            "\\(a*b*c\\)              | <p><span class=\"math\">a*b*c</span></p>",
            "$a<b$                    | <p><span class=\"math\">a&lt;b</span></p>",
            "`$a$` and $5 or $6       | <p><code>$a$</code> and $5 or $6</p>",
            "\\$5 and $x$             | <p>$5 and <span class=\"math\">x</span></p>",
            "~```\n$a$\n```~          | ~<pre><code>$a$\n</code></pre>~",
            "~$$\nx\n- 1\n$$~         | ~<p><span class=\"math display\">x\n- 1</span></p>~",
            "\\begin{align}a&=b\\end{align} | <p><span class=\"math display\">\\begin{align}a&amp;=b\\end{align}</span></p>"})
    void formulasAreKeptFromMarkdown(String source, String html) {
        assertEquals(html, new Markdown().render(source).strip());
    }

    /** On the stack of an ordinary thread. */
    @Test
    void longLiteralsAndLoneDollarsOverflowNoStack() {
        String literal = "\"" + "x\\n".repeat(100_000) + "\"";
        assertEquals("<span class=\"string\">" + literal.replace("\"", "&quot;") + "</span>",
                JavaSyntax.html(literal));
        String paragraph = "It costs $5" + " and more".repeat(20_000);
        assertEquals("<p>" + paragraph + "</p>", new Markdown().render(paragraph).strip());
    }

    @Test
    void previousNextAndAll() {
        String html = Page.html(LESSON, "x",
                new Page.Links("index.html", Page.Link.NONE, new Page.Link("03-b.html", "B")));
        assertTrue(html.contains("<a href=\"index.html\">All lessons</a>"));
        assertTrue(html.contains("<a class=\"next\" href=\"03-b.html\">B →</a>"));
        assertFalse(html.contains("class=\"previous\""));
    }

    @Test
    void theIndexHasACardForEachLesson() {
        String html = IndexPage.html("Lessons", List.of(new IndexPage.Entry("02.html", LESSON, "02", "1 cell")));
        assertTrue(html.contains("<a class=\"card\" href=\"02.html\">"));
        assertTrue(html.contains("data:image/svg+xml;base64,") || html.contains("data:image/png;base64,"));
        assertTrue(html.contains("A chain forgets. It really does."));
        assertFalse(NETWORK.matcher(html).find());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "# T§§Short. And sweet. | Short. And sweet.",
            "It is raining. In seven days your friends want to go out on a boat. Does the rain of today say anything about§that day? Surely it says something about tomorrow, and surely nothing. | It is raining. In seven days your friends want to go out on a boat. Does the rain of today say anything about that day?",
            "It rains. LONG LONG LONG LONG LONG LONG and $a + b + c + d + e + f$ then some. | It rains. LONG LONG LONG LONG LONG LONG and …",
            "# T§§[Chains](x.html) forget. | Chains forget."})
    void aCardShowsWholeSentencesOrWords(String source, String opening) {
        String lorem = "twenty characters ok";
        Notebook notebook = Notebook.matterbook(List.of(
                Cell.markdown("t", source.replace('§', '\n').replace("LONG", lorem))));
        assertEquals(opening.replace("LONG", lorem), IndexPage.opening(notebook));
    }

    /** A real browser sets the formula, and the policy lets page and fonts load. */
    @Test
    @Tag("full")
    void aBrowserSetsTheFormulas() throws IOException, InterruptedException {
        Programs.require(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium");
        Path page = folder.resolve("page.html");
        Files.writeString(page, Page.html(LESSON, "x", Page.Links.NONE));
        String seen = Programs.output(List.of("/usr/bin/chromium", "--headless", "--no-sandbox", "--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--user-data-dir=" + folder.resolve("profile"), "--dump-dom",
                page.toUri().toString()));
        assertTrue(seen.contains("<span class=\"katex-html\""), "KaTeX ran");
    }
}
