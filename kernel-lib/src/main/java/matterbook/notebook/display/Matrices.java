package matterbook.notebook.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

import matterbook.core.Digits;
import org.jspecify.annotations.Nullable;

/** Rectangular arrays of numbers in aligned columns, large ones by their first and last rows and columns. */
final class Matrices {
    private static final int DIGITS = 6;
    private static final int MOST = 20;
    private static final int HEAD = 10;
    private static final int TAIL = 5;
    private static final int GAP = -1;

    private Matrices() {}

    /** The matrix under a line with its type and size; null if {@code array} is none. */
    static @Nullable String text(Object array) {
        Class<?> rowType = array.getClass().getComponentType();
        if (rowType == null || !rowType.isArray() || !isNumeric(rowType.getComponentType())
                || Array.getLength(array) == 0 || !isRectangular(array)) {
            return null;
        }
        int rows = Array.getLength(array);
        int columns = Array.getLength(Array.get(array, 0));
        List<List<String>> cells = new ArrayList<>();
        for (int i : shown(rows)) {
            List<String> row = new ArrayList<>();
            for (int j : shown(columns)) {
                row.add(i == GAP ? "⋮" : j == GAP ? "…" : cell(Array.get(Array.get(array, i), j)));
            }
            cells.add(row);
        }
        return rowType.getComponentType().getSimpleName() + "[" + rows + "][" + columns + "]\n" + aligned(cells);
    }

    /** Columns under each other, the decimal points too. */
    static String aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        StringBuilder text = new StringBuilder();
        int[] before = new int[columns];
        int[] after = new int[columns];
        for (List<String> row : rows) {
            for (int j = 0; j < columns; j++) {
                before[j] = Math.max(before[j], point(row.get(j)));
                after[j] = Math.max(after[j], row.get(j).length() - point(row.get(j)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < columns; j++) {
                String cell = row.get(j);
                line.append("  ").repeat(' ', before[j] - point(cell)).append(cell).repeat(' ',
                        after[j] - cell.length() + point(cell));
            }
            text.append(text.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return text.toString();
    }

    private static int point(String cell) {
        int point = cell.indexOf('.');
        return point < 0 ? cell.length() : point;
    }

    private static String cell(Object number) {
        return number instanceof Double || number instanceof Float
                ? Digits.of(((Number) number).doubleValue(), DIGITS)
                : String.valueOf(number);
    }

    private static List<Integer> shown(int n) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (n > MOST && i == HEAD) {
                indices.add(GAP);
                i = n - TAIL;
            }
            indices.add(i);
        }
        return indices;
    }

    private static boolean isNumeric(Class<?> type) {
        return type == double.class || type == float.class || type == int.class || type == long.class;
    }

    private static boolean isRectangular(Object array) {
        int columns = -1;
        for (int i = 0; i < Array.getLength(array); i++) {
            Object row = Array.get(array, i);
            if (row == null || (columns >= 0 && Array.getLength(row) != columns)) {
                return false;
            }
            columns = Array.getLength(row);
        }
        return columns > 0;
    }
}
