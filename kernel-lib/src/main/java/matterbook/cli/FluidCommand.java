package matterbook.cli;

import picocli.CommandLine.Command;

/** {@code matterbook fluid}: particles from files and runs without a notebook. */
@Command(name = "fluid", mixinStandardHelpOptions = true, description = "Simulates fluids and reads their files; docs/fluids.md explains all of it.", subcommands = {
        FluidEnergyCommand.class, FluidRunCommand.class})
final class FluidCommand {
    private FluidCommand() {}
}
