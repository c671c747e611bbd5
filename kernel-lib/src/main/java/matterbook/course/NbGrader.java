package matterbook.course;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import matterbook.notebook.file.Cell;

/**
 * Metadata by which nbgrader 0.6 and later (schema 3) knows answers, tests and locked cells.
 *
 * @param grade whether the cell gives points
 * @param solution whether the learner writes here
 * @param locked whether nbgrader restores the cell before it grades
 * @param points only counted where {@code grade}
 */
record NbGrader(boolean grade, boolean solution, boolean locked, double points) {
    static final NbGrader ANSWER = new NbGrader(false, true, false, 0);
    static final NbGrader READ_ONLY = new NbGrader(false, false, true, 0);

    static NbGrader test(double points) {
        return new NbGrader(true, false, true, points);
    }

    /** The cell with nbgrader's metadata for it. */
    Cell mark(Cell cell) {
        Map<String, Object> nbgrader = new LinkedHashMap<>();
        String type = cell.isCode() ? "code" : "markdown";
        nbgrader.put("schema_version", 3L);
        nbgrader.put("grade_id", cell.id());
        nbgrader.put("grade", grade);
        nbgrader.put("solution", solution);
        nbgrader.put("locked", locked);
        nbgrader.put("task", false);
        nbgrader.put("cell_type", type);
        nbgrader.put("checksum", checksum(cell.source(), type, cell.id()));
        if (grade) {
            nbgrader.put("points", points == Math.rint(points) ? (Object) (long) points : (Object) points);
        }
        Map<String, Object> metadata = new LinkedHashMap<>(cell.metadata());
        metadata.put("deletable", false);
        if (locked) {
            metadata.put("editable", false);
        }
        metadata.put("nbgrader", nbgrader);
        return cell.withMetadata(metadata);
    }

    /**
     * nbgrader's checksum: md5 over source, cell type, the flags as Python prints them, the id and for graded cells
     * the points as Python prints a float.
     */
    String checksum(String source, String cellType, String gradeId) {
        String text = source + cellType + python(grade) + python(solution) + python(locked) + gradeId
                + (grade ? Double.toString(points) : "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has MD5", missing);
        }
    }

    private static String python(boolean flag) {
        return flag ? "True" : "False";
    }
}
