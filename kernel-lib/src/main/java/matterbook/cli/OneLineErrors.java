package matterbook.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

import matterbook.core.UserError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what the user can mend into one line on standard error; anything else keeps its stack trace. */
final class OneLineErrors implements IExecutionExceptionHandler {
    private static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        Exception cause = failure instanceof UncheckedIOException unchecked
                ? Objects.requireNonNull(unchecked.getCause())
                : failure;
        command.getErr().println("matterbook: " + switch (cause) {
            case UserError error -> error.getMessage();
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "no permission to write or read " + denied.getFile();
            case FileSystemException other ->
                other.getFile() + ": " + Objects.requireNonNullElse(other.getReason(), "cannot be used");
            default -> throw failure;
        });
        return FAILED;
    }
}
