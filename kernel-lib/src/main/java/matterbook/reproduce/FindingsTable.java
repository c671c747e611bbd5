package matterbook.reproduce;

import java.util.List;

import matterbook.core.Require;

/** Text in rows and columns. */
public record FindingsTable(String caption, List<String> columns, List<List<String>> rows) {
    public FindingsTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            Require.that(row.size() == columns.size(),
                    "the row " + row + " does not fit under " + columns.size() + " columns");
        }
    }
}
