package matterbook.adsorption;

import java.util.Locale;

import matterbook.core.UserError;

/** The energies of a guest in a framework by name, as commands take them. */
public final class Surfaces {
    private Surfaces() {}

    /**
     * A surface with the words that tell what it is.
     *
     * @param words for the origin of {@link Configurations}
     */
    public record Named(String words, EnergySurface surface) {}

    /**
     * {@code lin}, {@code uff}, or {@code many-body}: the synthetic reference, {@link ManyBody}.
     *
     * @throws UserError for any other name, or a guest that is not known there
     */
    public static Named of(String name, Framework framework, String guest) {
        if (name.toLowerCase(Locale.ROOT).equals("many-body")) {
            return new Named(ManyBody.WORDS, ManyBody.reference(framework, guest));
        }
        if (!name.equalsIgnoreCase("lin") && !name.equalsIgnoreCase("uff")) {
            throw new UserError("no force field \"" + name + "\"; there are lin, uff and many-body");
        }
        ForceField field = ForceField.named(name);
        return new Named(field.name(), new TabulatedHostGuest(framework, field, field.guest(guest)));
    }
}
