package matterbook.notebook.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/** Whether a piece of source is a statement, a declaration, an expression or an import, by javac's parser alone. */
final class SyntaxCheck {
    private static final String STATEMENT = "class $ { void $() throws Throwable { %s\n} }";
    private static final List<String> FORMS = List.of(STATEMENT, "class $ { %s\n}", "class $ { Object $ = %s\n; }",
            "%s\nclass $ {}");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    boolean parses(String piece) {
        return FORMS.stream().anyMatch(form -> parsesAs(form.replace("%s", piece)));
    }

    boolean isStatement(String piece) {
        return parsesAs(STATEMENT.replace("%s", piece));
    }

    private boolean parsesAs(String unit) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) compiler.getTask(null, null, found, List.of("-proc:none"), null,
                List.of(new Source(unit)));
        try {
            task.parse();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found.getDiagnostics().stream().noneMatch(one -> one.getKind() == Diagnostic.Kind.ERROR);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///$.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
