package matterbook.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import matterbook.adsorption.EnergyGrid;
import matterbook.adsorption.EnergySurface;
import matterbook.adsorption.ForceField;
import matterbook.adsorption.Framework;
import matterbook.adsorption.Guest;
import matterbook.adsorption.TabulatedHostGuest;
import matterbook.core.UserError;
import picocli.CommandLine.Option;

/** The options that say which guest is in which framework, and by which energies. */
final class AdsorptionSystem {
    @Option(names = "--framework", paramLabel = "NAME|FILE.cif", defaultValue = Framework.MG_MOF_74, description = "The framework: ${DEFAULT-VALUE}, or a CIF file; guests with charges need charges in it (_atom_site_charge).")
    private String framework = Framework.MG_MOF_74;

    @Option(names = "--force-field", paramLabel = "NAME", defaultValue = "lin", description = "lin (Lin/Mercado, for Mg-MOF-74) or uff (UFF and TraPPE); ${DEFAULT-VALUE} if not given.")
    private String forceField = "lin";

    @Option(names = "--guest", paramLabel = "NAME", defaultValue = "CO2", description = "CO2, H2O, CH4 or CO; ${DEFAULT-VALUE} if not given.")
    private String guest = "CO2";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed gives the same numbers (${DEFAULT-VALUE}).")
    private long seed = 1;

    /** What the options name. */
    record Chosen(Framework framework, ForceField field, Guest guest) {
        EnergySurface exact() {
            return new TabulatedHostGuest(framework, field, guest);
        }

        EnergySurface grid() {
            return EnergyGrid.of(framework, field, guest);
        }

        /** The first entries of a result. */
        Map<String, Object> named() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("framework", framework.crystal().name());
            values.put("force_field", field.name());
            values.put("guest", guest.name());
            return values;
        }
    }

    Chosen chosen() throws IOException {
        ForceField field = ForceField.named(forceField);
        return new Chosen(Framework.named(framework), field, field.guest(guest));
    }

    long seed() {
        return seed;
    }

    /** The options that were given, for the command that goes on. */
    String words() {
        return "--framework " + framework + " --force-field " + forceField + " --guest " + guest + " --seed " + seed;
    }

    /** Numbers above 0 between commas. */
    static double[] numbers(String text, String option, String example) {
        String[] words = text.split(",", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i].strip());
            } catch (NumberFormatException _) {
                numbers[i] = Double.NaN;
            }
            if (!(numbers[i] > 0) || Double.isInfinite(numbers[i])) {
                throw new UserError(option + " needs numbers above 0, such as " + example + ", not \"" + text + "\"");
            }
        }
        return numbers;
    }
}
