package matterbook.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import matterbook.reproduce.Claim.Verdict;
import matterbook.stats.Proportion;
import org.junit.jupiter.api.Test;

/** Verdicts: intervals by Wilson, checked by hand against one half and against each other. */
class ClaimTest {
    @Test
    void mostStartsSucceedOrFailOrTooFewWereTried() {
        Proportion all = new Proportion(4, 4); // from 0.51
        Proportion few = new Proportion(3, 3); // from 0.44
        Proportion half = new Proportion(10, 20);
        assertEquals(Verdict.HOLDS, Claim.mostly(all));
        assertEquals(Verdict.FAILS, Claim.mostlyNot(all));
        assertEquals(Verdict.NOT_TESTABLE, Claim.mostly(few));
        assertEquals(Verdict.NOT_TESTABLE, Claim.mostlyNot(few));
        assertEquals(Verdict.NOT_TESTABLE, Claim.mostly(half));
        assertEquals(Verdict.NOT_TESTABLE, Claim.mostlyNot(half));
        Proportion none = new Proportion(0, 4);
        assertEquals(Verdict.FAILS, Claim.mostly(none));
        assertEquals(Verdict.HOLDS, Claim.mostlyNot(none));
    }

    @Test
    void oneSucceedsMoreOftenIfTheIntervalsAreApart() {
        Proportion often = new Proportion(19, 20); // 0.76 to 0.99
        Proportion seldom = new Proportion(4, 20); // 0.08 to 0.42
        Proportion between = new Proportion(14, 20); // 0.48 to 0.85
        assertEquals(Verdict.HOLDS, Claim.moreOften(often, seldom));
        assertEquals(Verdict.FAILS, Claim.moreOften(seldom, often));
        assertEquals(Verdict.NOT_TESTABLE, Claim.moreOften(often, between));
        assertEquals(Verdict.NOT_TESTABLE, Claim.moreOften(between, often));
        assertEquals(Verdict.NOT_TESTABLE, Claim.moreOften(new Proportion(1, 1), new Proportion(0, 1)));
    }

    @Test
    void aClaimWithPartsIsAsGoodAsItsWorst() {
        assertEquals(Verdict.HOLDS, Claim.all(Verdict.HOLDS, Verdict.HOLDS));
        assertEquals(Verdict.NOT_TESTABLE, Claim.all(Verdict.HOLDS, Verdict.NOT_TESTABLE));
        assertEquals(Verdict.FAILS, Claim.all(Verdict.NOT_TESTABLE, Verdict.FAILS, Verdict.HOLDS));
    }
}
