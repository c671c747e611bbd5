package matterbook.course.learn;

import java.util.Locale;

import matterbook.course.learn.LessonProgress.Answer;
import matterbook.notebook.display.Html;
import matterbook.notebook.display.MimeBundle;

/** A lesson's progress as a small table, in text and in HTML. */
final class ProgressTable {
    private static final String CELL = "text-align:left;padding:2px 10px";
    private static final String LINE = ";border-bottom:1px solid rgba(128,128,128,0.45)";

    private ProgressTable() {}

    static MimeBundle render(LessonProgress progress) {
        return MimeBundle.text(text(progress)).with(MimeBundle.HTML, html(progress));
    }

    private static String headline(LessonProgress progress) {
        return String.format(Locale.ROOT, "%s: %d of %d answers pass their open checks, %s of %s points; %s",
                progress.lesson(), progress.passed(), progress.answers().size(),
                LessonProgress.number(progress.points()), LessonProgress.number(progress.maxPoints()),
                progress.next().map(answer -> "next: " + answer.name()).orElse("all done"));
    }

    private static String text(LessonProgress progress) {
        int width = progress.answers().stream().mapToInt(answer -> answer.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(headline(progress));
        for (Answer answer : progress.answers()) {
            text.append(String.format(Locale.ROOT, "%n  %-" + Math.max(1, width) + "s  %s of %s  %s", answer.name(),
                    LessonProgress.number(answer.points()), LessonProgress.number(answer.maxPoints()),
                    answer.state().words()));
        }
        return text.toString();
    }

    private static String html(LessonProgress progress) {
        StringBuilder html = new StringBuilder("<p>").append(Html.escape(headline(progress)))
                .append("</p><table style=")
                .append("\"border-collapse:collapse;color:inherit\"><thead><tr>");
        for (String column : new String[]{"answer", "points", "checks"}) {
            html.append("<th style=\"").append(CELL).append(LINE).append("\">").append(column).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Answer answer : progress.answers()) {
            html.append("<tr>").append(cell("<code>" + Html.escape(answer.name()) + "</code>"))
                    .append(cell(LessonProgress.number(answer.points()) + " of "
                            + LessonProgress.number(answer.maxPoints())))
                    .append(cell(answer.state().words())).append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String cell(String html) {
        return "<td style=\"" + CELL + "\">" + html + "</td>";
    }
}
