package matterbook.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import matterbook.core.UserError;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class DatasetsTest {
    @Test
    void theWeatherAsATable() {
        Table weather = Datasets.table("daily-weather");
        assertEquals(List.of("date", "weather"), weather.columnNames());
        assertEquals(ColumnType.LOCAL_DATE, weather.column("date").type());
        assertEquals(ColumnType.STRING, weather.column("weather").type());
        assertEquals(2000, weather.rowCount());
        assertEquals("daily-weather", weather.name());
    }

    /** The catalogue and the folder agree: every id has its file, with this SHA-256, and says where it comes from. */
    @Test
    void theCatalogueTellsTheTruth() throws Exception {
        Path folder = Path.of(System.getProperty("matterbook.root"), "datasets");
        for (Row row : Datasets.catalogue()) {
            String id = row.getString("id");
            byte[] bytes = Files.readAllBytes(folder.resolve(id).resolve(row.getString("file")));
            assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                    row.getString("sha256"), id);
            assertEquals(new String(bytes, StandardCharsets.UTF_8), Datasets.text(id));
            assertTrue(Datasets.provenance(id).contains("Licence: " + row.getString("licence")), id);
        }
        try (var entries = Files.list(folder)) {
            assertEquals(Datasets.ids(), entries.filter(Files::isDirectory).map(path -> path.getFileName().toString())
                    .sorted().toList());
        }
    }

    @Test
    void anUnknownIdGetsTheList() {
        for (var ask : List.<org.junit.jupiter.api.function.Executable>of(() -> Datasets.table("hourly-weather"),
                () -> Datasets.text("hourly-weather"), () -> Datasets.provenance("hourly-weather"))) {
            assertEquals("no data set \"hourly-weather\"; there are [daily-weather, mg-mof-74]",
                    assertThrows(UserError.class, ask).getMessage());
        }
    }
}
