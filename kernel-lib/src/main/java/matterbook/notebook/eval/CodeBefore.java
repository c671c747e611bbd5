package matterbook.notebook.eval;

import java.util.List;

import matterbook.notebook.eval.SourceSplitter.Piece;

/**
 * The code before the cursor as JShell's analysis can take it: one method body whose first statements are those of
 * the cell above the cursor, so that variables which no cell has made yet are known too.
 *
 * @param text what to analyse
 * @param shift what to add to an offset of the last word of {@code text} for one of the cell
 */
record CodeBefore(String text, int shift) {
    /** An empty statement: what follows is read as statements even where it starts with a class. */
    private static final String BODY = ";";

    /** The same, with the names written out in full that running would import on demand. */
    static CodeBefore of(SourceSplitter splitter, UnimportedNames names, String before) {
        CodeBefore code = of(splitter, before);
        String text = names.qualify(code.text());
        return new CodeBefore(text, code.shift() - (text.length() - code.text().length()));
    }

    private static CodeBefore of(SourceSplitter splitter, String before) {
        List<Piece> pieces = splitter.split(before);
        if (pieces.isEmpty()) {
            return new CodeBefore("", before.length());
        }
        Piece last = pieces.getLast();
        String own = before.substring(last.start());
        JavaTokens tokens = JavaTokens.of(own);
        boolean declaration = !DeclaredNames.of(tokens).types().isEmpty() || tokens.at(0).is("import")
                || isMethod(tokens);
        if (pieces.size() == 1 || declaration) {
            return new CodeBefore(own, last.start());
        }
        StringBuilder code = new StringBuilder(BODY);
        for (Piece piece : pieces.subList(0, pieces.size() - 1)) {
            JavaTokens words = JavaTokens.of(piece.source());
            boolean kept = !words.at(0).is("import") && !isMethod(words);
            code.append(kept ? piece.source() : " ".repeat(piece.source().length()));
        }
        int shift = last.start() - code.length();
        return new CodeBefore(code.append(own).toString(), shift);
    }

    int offsetInCell(int offset) {
        return offset + shift;
    }

    private static boolean isMethod(JavaTokens tokens) {
        for (int i = 1; i < tokens.list().size(); i++) {
            boolean call = tokens.at(i).is("(") && tokens.at(i).depth() == 0;
            if (call && tokens.at(i - 1).isWord() && (tokens.at(i - 2).isWord() || tokens.at(i - 2).is(">")
                    || tokens.at(i - 2).is("]"))) {
                int behind = tokens.closing(i) + 1;
                return !tokens.at(i - 2).is("new") && (tokens.at(behind).is("{") || tokens.at(behind).is("throws"));
            }
        }
        return false;
    }
}
