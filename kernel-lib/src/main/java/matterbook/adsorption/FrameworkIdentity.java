package matterbook.adsorption;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

import matterbook.crystal.AtomSite;

/**
 * What tells one framework from another: a name for people, and a checksum of cell, types, places and charges, all to five
 * digits behind the point.
 */
public record FrameworkIdentity(String name, long checksum) {
    /** That of this framework. */
    public static FrameworkIdentity of(Framework framework) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            append(text, framework.cell().length(k));
            append(text, framework.cell().angle(k));
        }
        for (int i = 0; i < framework.size(); i++) {
            AtomSite site = framework.crystal().sites().get(i);
            text.append(framework.types().get(framework.type(i)));
            for (double f : site.fractional()) {
                append(text, f);
            }
            append(text, site.charge());
        }
        CRC32C sum = new CRC32C();
        sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return new FrameworkIdentity(framework.crystal().name(), sum.getValue());
    }

    private static void append(StringBuilder text, double value) {
        String digits = String.format(Locale.ROOT, " %.5f", value);
        text.append(digits.equals(" -0.00000") ? " 0.00000" : digits);
    }
}
