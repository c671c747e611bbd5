package matterbook.notebook.display;

import org.jspecify.annotations.Nullable;

/** Where the outputs of the running cell go, in the order in which they were made. Called from any thread. */
public interface OutputSink {
    /** Drops everything. */
    OutputSink NOWHERE = new OutputSink() {
        @Override
        public void print(boolean error, String text) {}

        @Override
        public void display(MimeBundle bundle, @Nullable String displayId) {}

        @Override
        public void update(MimeBundle bundle, String displayId) {}
    };

    /** Text printed on standard output ({@code error} false) or standard error. */
    void print(boolean error, String text);

    /** A displayed value; a {@code displayId} lets {@link #update} replace it later. */
    void display(MimeBundle bundle, @Nullable String displayId);

    /** Replaces what was displayed under this id, in whatever cell it stands. */
    void update(MimeBundle bundle, String displayId);
}
