package matterbook.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;

import matterbook.core.UserError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what the user can mend into one line on standard error; anything else keeps its stack trace. */
final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** What was wrong with the words of the command, and where its words are listed; no words at all list them. */
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        if (arguments.length == 0) {
            command.usage(command.getErr());
            return USAGE;
        }
        String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                .replaceFirst("' is not a double$", "' is not a number")
                .replaceFirst("' is not an int$", "' is not a whole number");
        List<String> similar = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        command.getErr().println("matterbook: " + Character.toLowerCase(message.charAt(0)) + message.substring(1)
                + (similar.isEmpty() ? "" : "; did you mean " + similar.getFirst() + "?") + " (all is listed by "
                + command.getCommandSpec().qualifiedName() + " --help)");
        return USAGE;
    }

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
