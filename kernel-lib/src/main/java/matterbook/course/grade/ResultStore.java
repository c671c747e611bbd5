package matterbook.course.grade;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import matterbook.notebook.file.WholeFile;

/** One file a graded submission, so that a run that was stopped goes on where it was. */
final class ResultStore {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final int NAME = 60;
    private static final int TAG = 12;

    private final Path folder;

    ResultStore(Path folder) {
        this.folder = folder;
    }

    /** The marks of an earlier run, if they are those of the same submission, lesson and kit. */
    Optional<Graded> load(Submission submission, String key) throws IOException {
        Path file = file(submission);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonObject result = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return result.get("key").getAsString().equals(key)
                    ? Optional.of(GSON.fromJson(result, Graded.class))
                    : Optional.empty();
        } catch (RuntimeException | CharacterCodingException _) {
            // written by another version, cut short by a full disk or changed by hand: graded anew
            return Optional.empty();
        }
    }

    void save(Submission submission, Graded graded) throws IOException {
        WholeFile.write(file(submission), GSON.toJson(graded) + "\n");
    }

    /** Named after the learner, with a hash that tells any two submissions apart. */
    private Path file(Submission submission) {
        String name = submission.student().replaceAll("[^\\p{L}\\p{N}._-]", "_");
        String tag = Hash.of(submission.student() + "\n" + submission.assignment() + "\n"
                + submission.file().getFileName()).substring(0, TAG);
        return folder.resolve(name.substring(0, Math.min(NAME, name.length())) + "-" + tag + ".json");
    }
}
