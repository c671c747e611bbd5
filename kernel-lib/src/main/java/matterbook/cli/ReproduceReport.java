package matterbook.cli;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import matterbook.reproduce.Claim;
import matterbook.reproduce.Findings;
import matterbook.reproduce.Study;
import matterbook.reproduce.FindingsTable;

/**
 * What a study found, as text, JSON and Markdown.
 *
 * @param command reproduces it
 */
record ReproduceReport(Study study, Findings findings, String command) {
    static final String HEAD = """
            # Publications tried again

            Every section is written by the command that it names; nothing here is written by hand. Numbers in brackets are
            95 % intervals of chances, unless a table says otherwise.
            """;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    static String json(List<ReproduceReport> reports) {
        JsonArray all = new JsonArray();
        for (ReproduceReport report : reports) {
            JsonObject object = new JsonObject();
            object.addProperty("part", report.study.id());
            object.addProperty("title", report.study.title());
            object.addProperty("command", report.command);
            object.add("findings", GSON.toJsonTree(report.findings));
            report.verdicts(object.getAsJsonObject("findings").getAsJsonArray("claims"));
            all.add(object);
        }
        return GSON.toJson(all);
    }

    /** Verdicts as people read them. */
    private void verdicts(JsonArray claims) {
        for (int i = 0; i < claims.size(); i++) {
            claims.get(i).getAsJsonObject().addProperty("verdict", findings.claims().get(i).verdict().toString());
        }
    }

    /** For the screen: the verdicts and both figures; the tables' rows where nothing is claimed. */
    String text() {
        StringBuilder text = new StringBuilder(study.title()).append('\n');
        for (Claim claim : findings.claims()) {
            text.append("  ").append(claim.verdict().toString().toUpperCase(Locale.ROOT)).append("  ")
                    .append(claim.statement()).append('\n').append("    paper: ").append(claim.theirs())
                    .append("\n    here:  ").append(claim.ours()).append('\n');
        }
        if (findings.claims().isEmpty()) {
            findings.tables().forEach(table -> table.rows().forEach(cells -> text.append("  ")
                    .append(String.join(" | ", cells)).append('\n')));
        }
        return text.toString().stripTrailing();
    }

    /** For docs/reproduction.md. */
    String section() {
        StringBuilder text = new StringBuilder("## ").append(study.title()).append("\n\n`").append(command)
                .append("`\n\n").append(findings.method()).append("\n\n");
        for (FindingsTable table : findings.tables()) {
            text.append(table.caption()).append(":\n\n").append(row(table.columns())).append('|')
                    .append("--|".repeat(table.columns().size())).append('\n');
            table.rows().forEach(cells -> text.append(row(cells)));
            text.append('\n');
        }
        if (!findings.claims().isEmpty()) {
            appendClaims(text);
        }
        return text.toString();
    }

    private void appendClaims(StringBuilder text) {
        text.append("| claim | paper | here | verdict |\n|--|--|--|--|\n");
        for (Claim claim : findings.claims()) {
            String remark = claim.remark().isEmpty() ? "" : " *" + claim.remark() + "*";
            text.append(row(List.of(claim.statement() + remark, claim.theirs(), claim.ours(),
                    "**" + claim.verdict() + "**")));
        }
        text.append('\n');
    }

    private static String row(List<String> cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        cells.forEach(cell -> row.add(cell.replace("|", "\\|")));
        return row.toString();
    }
}
