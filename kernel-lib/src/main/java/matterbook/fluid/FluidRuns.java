package matterbook.fluid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import matterbook.core.Spelling;
import matterbook.core.UserError;

/** The runs that a preset or a file of settings stands for. */
public final class FluidRuns {
    private final String name;
    private final List<RunPlan> plans;

    private FluidRuns(String name, List<RunPlan> plans) {
        this.name = name;
        this.plans = plans;
    }

    /**
     * What a finished run shows.
     *
     * @param json its summary.json
     * @param text the same for people
     */
    public record Finished(String json, String text) {}

    /**
     * The runs of a preset or of a file.
     *
     * @param seed takes the place of the file's
     * @throws UserError if there is neither, or a setting is wrong; the message names file and line
     */
    public static FluidRuns of(String target, Optional<Long> seed) throws IOException {
        String name = Presets.has(target)
                ? target.toLowerCase(Locale.ROOT)
                : String.valueOf(Path.of(target).getFileName()).replaceFirst("\\.\\w+$", "");
        return new FluidRuns(name, RunPlan.parse(name, target, text(target), seed));
    }

    /** The settings of a preset or of a file. */
    public static String text(String target) throws IOException {
        if (Presets.has(target)) {
            return Presets.text(target);
        }
        Path file = Path.of(target);
        if (!Files.isRegularFile(file)) {
            throw new UserError("no system and no file \"" + target + "\"" + Spelling.nearest(target, Presets.NAMES)
                    .map(meant -> "; did you mean " + meant + "? The systems are: ").orElse("; the systems are: ")
                    + String.join(", ", Presets.NAMES));
        }
        return Files.readString(file);
    }

    public String name() {
        return name;
    }

    /** Carries them out one after the other; several get a folder each. */
    public void run(Path folder, boolean resume, FluidRun.Listener listener, Consumer<Finished> finished)
            throws IOException {
        for (RunPlan plan : plans) {
            Path own = plans.size() == 1 ? folder : folder.resolve(plan.name());
            Files.createDirectories(own);
            finished.accept(FluidRun.run(plan, own, resume, listener));
        }
    }
}
