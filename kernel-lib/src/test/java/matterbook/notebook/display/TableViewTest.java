package matterbook.notebook.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;

import org.junit.jupiter.api.Test;

class TableViewTest {
    @Test
    void aShortTableIsWhole() {
        MimeBundle bundle = Renderers.standard().render(Examples.table(3));
        assertEquals("""
                Weather: 3 rows, 3 columns
                  day  sky            T / °C
                    1  sun            22.8767
                    2  clouds
                    3  <rain> & wind   2.5222""".replace("T / °C\n", " T / °C\n"), bundle.text());
        String html = Objects.requireNonNull(bundle.get(MimeBundle.HTML));
        assertTrue(html.contains("text-align:right;padding:2px 10px\">22.8767</td>"), html);
        assertTrue(html.contains("text-align:left;padding:2px 10px\">&lt;rain&gt; &amp; wind</td>"), html);
        assertFalse(html.contains("more rows"), html);
    }

    @Test
    void aLongTableShowsItsFirstAndLastRows() {
        MimeBundle bundle = Renderers.standard().render(Examples.table(1000));
        assertEquals(18, bundle.text().lines().count());
        assertTrue(bundle.text().contains("\n  … 985 more rows\n"), bundle.text());
        String html = Objects.requireNonNull(bundle.get(MimeBundle.HTML));
        assertEquals(17, html.split("<tr>", -1).length - 1);
        assertTrue(
                html.contains(">996<") && !html.contains(">995<") && html.contains(">10<") && !html.contains(">11<"));
    }
}
