package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours Java source: comments, strings, numbers, keywords, annotations, types and calls. */
final class JavaSyntax {
    /** Loops over groups are possessive: others use the stack, and a literal of some kilobytes would overflow it. */
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
            + "|(?<string>\"\"\"[\\s\\S]*?(?:(?<!\\\\)\"\"\"|\\z)|\"(?:[^\"\\\\\n]|\\\\.)*+\"?|'(?:[^'\\\\\n]|\\\\.)*+'?)"
            + "|(?<number>\\b(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|\\d[\\d_]*(?:\\.[\\d_]*)?(?:[eE][+-]?\\d+)?)[lLfFdD]?\\b)"
            + "|(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double"
            + "|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null"
            + "|package|permits|private|protected|public|record|return|sealed|short|static|super|switch|synchronized"
            + "|this|throw|throws|true|false|try|var|void|volatile|when|while|yield)\\b)"
            + "|(?<annotation>@\\w+)|(?<type>\\b\\p{Lu}\\w*)|(?<call>\\b\\p{Ll}\\w*(?=\\())|\\w+");
    private static final String[] KINDS = {"comment", "string", "number", "keyword", "annotation", "type", "call"};

    private JavaSyntax() {}

    static String html(String source) {
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        int done = 0;
        while (token.find()) {
            out.append(Html.escape(source.substring(done, token.start()))).append(span(token));
            done = token.end();
        }
        return out.append(Html.escape(source.substring(done))).toString();
    }

    private static String span(Matcher token) {
        for (String kind : KINDS) {
            if (token.group(kind) != null) {
                return "<span class=\"" + kind + "\">" + Html.escape(token.group()) + "</span>";
            }
        }
        return Html.escape(token.group());
    }
}
