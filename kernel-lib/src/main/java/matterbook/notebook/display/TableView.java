package matterbook.notebook.display;

import java.util.ArrayList;
import java.util.List;

import matterbook.core.Digits;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as HTML and as text: the first ten and the last five rows of a long one. */
final class TableView {
    private static final int MOST_ROWS = 20;
    private static final int HEAD = 10;
    private static final int TAIL = 5;
    private static final int DIGITS = 6;
    private static final int LONGEST_CELL = 200;
    private static final String LINE = "1px solid rgba(128,128,128,0.45)";

    private final Table table;

    private TableView(Table table) {
        this.table = table;
    }

    static MimeBundle render(Table table) {
        TableView view = new TableView(table);
        return MimeBundle.text(view.text()).with(MimeBundle.HTML, view.html());
    }

    private int hidden() {
        return table.rowCount() > MOST_ROWS ? table.rowCount() - HEAD - TAIL : 0;
    }

    private String caption() {
        String size = table.rowCount() + (table.rowCount() == 1 ? " row, " : " rows, ") + table.columnCount()
                + (table.columnCount() == 1 ? " column" : " columns");
        return table.name() == null || table.name().isBlank() ? size : table.name() + ": " + size;
    }

    private String gap() {
        return "… " + hidden() + (hidden() == 1 ? " more row" : " more rows");
    }

    private String html() {
        StringBuilder html = new StringBuilder(
                "<table style=\"border-collapse:collapse;color:inherit;font-variant-numeric:tabular-nums\">")
                .append("<caption style=\"caption-side:bottom;text-align:left;opacity:0.7;padding-top:4px\">")
                .append(Html.escape(caption())).append("</caption><thead><tr>");
        for (Column<?> column : table.columns()) {
            html.append(cell("th", column, "border-bottom:" + LINE, column.name()));
        }
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < table.rowCount(); row++) {
            if (hidden() > 0 && row == HEAD) {
                html.append("<tr><td colspan=\"").append(table.columnCount())
                        .append("\" style=\"text-align:center;opacity:0.7\">").append(gap()).append("</td></tr>");
                row += hidden();
            }
            html.append("<tr>");
            for (Column<?> column : table.columns()) {
                html.append(cell("td", column, "", value(column, row)));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String cell(String tag, Column<?> column, String style, String content) {
        String align = isNumeric(column) ? "right" : "left";
        return "<" + tag + " style=\"text-align:" + align + ";padding:2px 10px" + (style.isEmpty() ? "" : ";" + style)
                + "\">" + Html.escape(content) + "</" + tag + ">";
    }

    private String text() {
        List<List<String>> columns = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            List<String> cells = new ArrayList<>();
            cells.add(column.name());
            for (int row = 0; row < table.rowCount(); row++) {
                if (hidden() > 0 && row == HEAD) {
                    row += hidden();
                }
                cells.add(value(column, row).replace('\n', ' '));
            }
            columns.add(padded(cells, isNumeric(column)));
        }
        StringBuilder text = new StringBuilder(caption());
        int lines = columns.isEmpty() ? 0 : columns.getFirst().size();
        for (int line = 0; line < lines; line++) {
            if (hidden() > 0 && line == HEAD + 1) {
                text.append("\n  ").append(gap());
            }
            StringBuilder row = new StringBuilder();
            for (List<String> column : columns) {
                row.append("  ").append(column.get(line));
            }
            text.append('\n').append(row.toString().stripTrailing());
        }
        return text.toString();
    }

    private static List<String> padded(List<String> cells, boolean right) {
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        return cells.stream().map(cell -> {
            String air = " ".repeat(width - cell.length());
            return right ? air + cell : cell + air;
        }).toList();
    }

    private static boolean isNumeric(Column<?> column) {
        return column instanceof NumericColumn<?>;
    }

    private static String value(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        Object value = column.get(row);
        String text = value instanceof Double || value instanceof Float
                ? Digits.of(((Number) value).doubleValue(), DIGITS)
                : String.valueOf(value);
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }
}
