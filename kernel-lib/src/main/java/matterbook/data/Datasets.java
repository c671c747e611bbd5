package matterbook.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import matterbook.core.UserError;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The data sets packed with Matterbook, by their ids. */
public final class Datasets {
    private static final String FOLDER = "/matterbook/datasets/";

    private Datasets() {}

    /** What there is: id, file, kind (measured or synthetic), licence, SHA-256 of the file, title. */
    public static Table catalogue() {
        return csv(read("catalogue.csv"), "data sets");
    }

    /** The ids, in the catalogue's order. */
    public static List<String> ids() {
        return catalogue().stringColumn("id").asList();
    }

    /**
     * A data set as a table.
     *
     * @throws UserError if there is no such data set; the message names those there are
     */
    public static Table table(String id) {
        return csv(text(id), id);
    }

    /** A data set's file as it is. */
    public static String text(String id) {
        return read(id + "/" + entry(id).getString("file"));
    }

    /** Where a data set comes from, its columns and its licence: Markdown. */
    public static String provenance(String id) {
        entry(id);
        return read(id + "/PROVENANCE.md");
    }

    private static Row entry(String id) {
        for (Row row : catalogue()) {
            if (row.getString("id").equals(id)) {
                return row;
            }
        }
        throw new UserError("no data set \"" + id + "\"; there are " + ids());
    }

    private static Table csv(String text, String name) {
        return Table.read().usingOptions(CsvReadOptions.builder(new StringReader(text)).tableName(name).build());
    }

    private static String read(String path) {
        try (InputStream file = Datasets.class.getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                throw new UserError("the file " + path + " is missing from Matterbook's jar: build it again");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " from Matterbook's jar", e);
        }
    }
}
