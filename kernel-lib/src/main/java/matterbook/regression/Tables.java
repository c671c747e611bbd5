package matterbook.regression;

import java.util.List;

import matterbook.core.UserError;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of tables as arrays. */
final class Tables {
    private Tables() {}

    /** The numbers of these columns, row by row. */
    static double[][] rows(Table table, List<String> names) {
        double[][] x = new double[table.rowCount()][names.size()];
        for (int j = 0; j < names.size(); j++) {
            double[] column = column(table, names.get(j));
            for (int i = 0; i < x.length; i++) {
                x[i][j] = column[i];
            }
        }
        return x;
    }

    /** The numbers of a column without gaps. */
    static double[] column(Table table, String name) {
        if (!table.columnNames().contains(name)) {
            throw new UserError("no column \"" + name + "\" in the table \"" + table.name() + "\"; there are "
                    + table.columnNames());
        }
        Column<?> column = table.column(name);
        if (!(column instanceof NumericColumn<?> numbers)) {
            throw new UserError("the column \"" + name + "\" holds " + column.type().name().toLowerCase(
                    java.util.Locale.ROOT)
                    + " values; numbers are wanted: name the columns to use, or turn it into numbers");
        }
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i)) {
                throw new UserError("row " + i + ": \"" + name
                        + "\" is missing; fill it in or drop such rows with dropRowsWithMissingValues()");
            }
        }
        return numbers.asDoubleArray();
    }
}
