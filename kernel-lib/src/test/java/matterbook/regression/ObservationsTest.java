package matterbook.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import matterbook.core.Rng;
import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ObservationsTest {
    private static final Table DISCS = Table.create("discs", StringColumn.create("name", "a", "b", "c"),
            DoubleColumn.create("radius", 1, 2, 3.5), IntColumn.create("count", 4, 5, 6),
            DoubleColumn.create("area", 3, 12, 38));

    @Test
    void fromATableAndBack() {
        Observations data = Observations.of(DISCS, "area", "count", "radius");
        assertEquals("3 observations of area from count, radius", data.toString());
        assertArrayEquals(new double[][]{{4, 1}, {5, 2}, {6, 3.5}}, data.x());
        Table predicted = new Knn(1).fit(data, Rng.seeded(0)).predict(DISCS);
        assertEquals(List.of("name", "radius", "count", "area", "area predicted"), predicted.columnNames());
        assertArrayEquals(new double[]{3, 12, 38}, predicted.doubleColumn("area predicted").asDoubleArray());
        assertEquals(4, DISCS.columnCount());
    }

    @Test
    void allOtherColumnsAreInputsUnlessNamed() {
        assertEquals(List.of("radius", "count"),
                Observations.of(DISCS.copy().removeColumns("name"), "area").inputs());
    }

    @Test
    void tablesThatCannotBeUsed() {
        refused("no column \"mass\" in the table \"discs\"; there are [name, radius, count, area]",
                () -> Observations.of(DISCS, "mass"));
        refused("the column \"name\" holds string values; numbers are wanted: name the columns to use, or turn it into "
                + "numbers", () -> Observations.of(DISCS, "area"));
        DoubleColumn gaps = DoubleColumn.create("radius", 1, 2, 3.5);
        gaps.setMissing(1);
        refused("row 1: \"radius\" is missing; fill it in or drop such rows with dropRowsWithMissingValues()",
                () -> Observations.of(DISCS.copy().replaceColumn(gaps), "area", "radius"));
        FittedModel fitted = new Knn(1).fit(Observations.of(DISCS, "area", "radius"), Rng.seeded(0));
        refused("no column \"radius\" in the table \"discs\"; there are [name, count, area]",
                () -> fitted.predict(DISCS.copy().removeColumns("radius")));
        refused("the table has a column \"area predicted\" already; rename or remove it",
                () -> fitted.predict(fitted.predict(DISCS)));
    }

    @Test
    void numbersThatCannotBeUsed() {
        double[][] x = {{1, 2}, {3, 4}};
        refused("there are no observations; at least one is needed",
                () -> Observations.of(new double[0][], new double[0]));
        refused("2 rows of inputs cannot have 1 targets", () -> Observations.of(x, new double[1]));
        refused("there are no inputs; at least one column is needed",
                () -> Observations.of(new double[1][0], new double[1]));
        refused("row 1 has 1 numbers; 2 are wanted: [x0, x1]",
                () -> Observations.of(new double[][]{{1, 2}, {3}}, new double[2]));
        refused("row 0: the input \"x1\" is NaN; fill it in or leave the row out",
                () -> Observations.of(new double[][]{{1, Double.NaN}}, new double[1]));
        refused("row 1: the target \"y\" is Infinity; fill it in or leave the row out",
                () -> Observations.of(x, new double[]{0, Double.POSITIVE_INFINITY}));
        refused("the target \"a\" is among the inputs; leave it out of them",
                () -> new Observations(List.of("a", "b"), x, "a", new double[2]));
        refused("the inputs [a, a] have a name twice",
                () -> new Observations(List.of("a", "a"), x, "y", new double[2]));
        FittedModel fitted = new Knn(1).fit(Observations.of(x, new double[2]), Rng.seeded(0));
        refused("row 0 has 3 numbers; 2 are wanted: [x0, x1]", () -> fitted.predictOne(1, 2, 3));
    }

    private static void refused(String message, Executable what) {
        assertEquals(message, assertThrows(UserError.class, what).getMessage());
    }

    @Test
    void whatGoesInIsCopied() {
        double[][] x = {{1}, {2}};
        double[] y = {1, 2};
        Observations data = Observations.of(x, y);
        x[0][0] = 9;
        y[0] = 9;
        data.x()[1][0] = 9;
        data.y()[1] = 9;
        assertArrayEquals(new double[][]{{1}, {2}}, data.x());
        assertArrayEquals(new double[]{1, 2}, data.y());
    }

    @Test
    void aSplitKeepsEveryRowOnce() {
        double[][] x = KnnTest.random(11, 2, Rng.seeded(1));
        Observations data = Observations.of(x, Arrays.stream(x).mapToDouble(row -> row[0]).toArray());
        Observations.Split parts = data.split(0.7, Rng.seeded(2));
        assertEquals(8, parts.train().size());
        double[] all = new double[11];
        System.arraycopy(parts.train().y(), 0, all, 0, 8);
        System.arraycopy(parts.test().y(), 0, all, 8, 3);
        Arrays.sort(all);
        double[] before = data.y();
        Arrays.sort(before);
        assertArrayEquals(before, all);
        assertEquals(1, data.split(1, Rng.seeded(2)).test().size());
    }
}
