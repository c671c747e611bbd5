package matterbook.cli;

import picocli.CommandLine.Command;

/** {@code matterbook adsorption}: guests in frameworks without a notebook. */
@Command(name = "adsorption", mixinStandardHelpOptions = true, description = "Energies of guest molecules in porous crystals.", subcommands = {
        AdsorptionEnergyCommand.class, AdsorptionSampleCommand.class, AdsorptionTrainCommand.class})
final class AdsorptionCommand {
    private AdsorptionCommand() {}
}
