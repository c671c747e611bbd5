package matterbook.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void numbersAreShort() {
        assertEquals("0,2,1.5,0.1,100\n", Csv.line(0.0, 2.0, 1.5, 0.1, 100.0));
    }

    @Test
    void commasQuotesAndLineEndsAreQuoted() {
        assertEquals("\"Lee, Ann\",\"the \"\"best\"\"\",\"two\nlines\",plain\n",
                Csv.line("Lee, Ann", "the \"best\"", "two\nlines", "plain"));
    }

    @Test
    void nothingIsTakenForAFormula() {
        assertEquals("'=1+1,'+1,'-1,'@x,\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\n",
                Csv.line("=1+1", "+1", "-1", "@x", "=HYPERLINK(\"a\",\"b\")"));
    }
}
