package matterbook.cli;

import matterbook.core.Launcher;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command line; each command is a class of this package. */
@Command(name = "matterbook", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "A Java kernel for Jupyter, a library that simulates and learns matter, and a course of notebooks.", subcommands = {
        RunCommand.class, WeaveCommand.class, NewCommand.class, CheckCommand.class, ProgressCommand.class,
        GradeCommand.class,
        InstallCommand.class,
        DoctorCommand.class,
        BenchCommand.class, FluidCommand.class, AdsorptionCommand.class, ReproduceCommand.class, KernelCommand.class,
        CommandLine.HelpCommand.class})
public final class Main {
    private Main() {}

    /** Runs one command and exits with its status. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command: 0 for success, 1 for work that failed, 2 for wrong usage. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    /** All commands with their options. */
    static CommandLine commandLine() {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new Main()).setCommandName(Launcher.command()).setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }
}
