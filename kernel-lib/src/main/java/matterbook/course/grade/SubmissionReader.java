package matterbook.course.grade;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import matterbook.core.UserError;
import matterbook.notebook.file.Notebook;
import matterbook.notebook.file.NotebookReader;
import matterbook.notebook.run.NotebookRunner;

/** Reads what was handed in. A file that cannot be read is that learner's trouble, never the end of a run. */
final class SubmissionReader {
    private static final long LARGEST = 50_000_000;

    private SubmissionReader() {}

    /** The notebook; throws {@link UserError} with one line that names no folder where it cannot be graded. */
    static Notebook read(Submission submission) {
        String name = String.valueOf(submission.file().getFileName());
        if (Files.isDirectory(submission.file())) {
            throw new UserError("no notebook was handed in");
        }
        try {
            if (Files.size(submission.file()) > LARGEST) {
                throw new UserError(name + ": over " + LARGEST / 1_000_000 + " MB; clear its outputs");
            }
            String text = Files.readString(submission.file());
            Notebook notebook = NotebookReader.parse(text.startsWith("\ufeff") ? text.substring(1) : text, name);
            NotebookRunner.requireJava(notebook, name);
            return notebook;
        } catch (CharacterCodingException _) {
            throw new UserError(name + ": not a notebook: it is not UTF-8 text");
        } catch (IOException failure) {
            throw new UserError(name + ": " + reason(failure), failure);
        } catch (StackOverflowError _) {
            throw new UserError(name + ": not a notebook: its lists are nested too deeply");
        }
    }

    /** The hash of the file; empty for one that cannot be read. */
    static String hash(Submission submission) {
        Path file = submission.file();
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST ? Hash.of(Files.readAllBytes(file)) : "";
        } catch (IOException _) {
            // graded anew each time, and read() says why it cannot be
            return "";
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "no permission to read it";
            case NoSuchFileException _ -> "it is gone";
            default -> "it cannot be read: " + failure.getMessage();
        };
    }
}
