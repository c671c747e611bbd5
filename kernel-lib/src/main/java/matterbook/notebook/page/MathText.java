package matterbook.notebook.page;

import matterbook.notebook.display.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps formulas away from Markdown, which would read their {@code _}, {@code *} and {@code \\} as its own:
 * {@code $..$}, {@code $$..$$}, {@code \(..\)}, {@code \[..\]} and LaTeX environments leave the text before it is
 * rendered and come back after. Formulas inside code stay code.
 */
final class MathText {
    private static final char OPEN = '\ue000';
    private static final char CLOSE = '\ue001';
    private static final Pattern PLACE = Pattern.compile(OPEN + "(\\d+)" + CLOSE);

    /**
     * Code fences and code spans come first, so that a formula sign in them is no formula. The loop over a formula's
     * characters is possessive: any other would use the stack, and a lone $ in a long paragraph would overflow it.
     */
    private static final Pattern PIECE = Pattern
            .compile("(?<code>(?m:^ {0,3})(?<fence>`{3,}|~{3,})[\\s\\S]*?(?:\n {0,3}\\k<fence>|\\z)"
                    + "|(?<!`)(?<ticks>`+)(?!`)[\\s\\S]*?(?<!`)\\k<ticks>(?!`)|\\\\[$\\\\`])"
                    + "|\\$\\$(?<block>[\\s\\S]+?)\\$\\$|\\\\\\[(?<bracket>[\\s\\S]+?)\\\\]"
                    + "|(?<environment>\\\\begin\\{(?<name>(?:equation|align|gather|cases)\\*?)}[\\s\\S]+?\\\\end\\{\\k<name>})"
                    + "|\\\\\\((?<paren>.+?)\\\\\\)|\\$(?<inline>(?! )(?:[^$\\\\\n]|\\\\.|\n(?!\\s*\n))++(?<! ))\\$(?!\\d)");

    private final List<String> formulas = new ArrayList<>();

    /** The text with a placeholder for each formula. */
    String protect(String markdown) {
        return PIECE.matcher(markdown).replaceAll(found -> Matcher.quoteReplacement(place(found)));
    }

    private String place(MatchResult found) {
        String block = first(found, "block", "bracket", "environment");
        String inline = first(found, "paren", "inline");
        if (block.isEmpty() && inline.isEmpty()) {
            return found.group();
        }
        formulas.add(block.isEmpty()
                ? "<span class=\"math\">" + Html.escape(inline) + "</span>"
                : "<span class=\"math display\">" + Html.escape(block.strip()) + "</span>");
        return OPEN + Integer.toString(formulas.size() - 1) + CLOSE;
    }

    private static String first(MatchResult found, String... groups) {
        for (String group : groups) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }

    /** Rendered HTML with the formulas back in their places, for KaTeX to set. */
    String restore(String html) {
        return PLACE.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(found.group(1)))));
    }

    boolean hasMath() {
        return !formulas.isEmpty();
    }
}
