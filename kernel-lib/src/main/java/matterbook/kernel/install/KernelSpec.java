package matterbook.kernel.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import matterbook.core.UserError;

/**
 * A kernel.json, ours or another's.
 *
 * @param file where it stands
 * @param command what Jupyter runs, with {@code {connection_file}} in it
 */
public record KernelSpec(Path file, List<String> command) {
    private static final String CACHE_FLAG = "-XX:AOTCache=";

    public KernelSpec {
        command = List.copyOf(command);
    }

    /** Reads the kernel.json of a kernelspec's folder. */
    public static KernelSpec read(Path folder) throws IOException {
        Path file = folder.resolve("kernel.json");
        try {
            JsonElement json = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8));
            List<String> words = new ArrayList<>();
            if (json instanceof JsonObject object && object.get("argv") instanceof JsonArray argv) {
                argv.forEach(word -> words.add(word.getAsString()));
            }
            if (words.isEmpty()) {
                throw new UserError(file + " has no argv");
            }
            return new KernelSpec(file, words);
        } catch (JsonParseException e) {
            throw new UserError(file + " is not JSON: " + e.getMessage(), e);
        }
    }

    /** The program, the jar and the cache that the command names. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(Path.of(command.getFirst()), jar()));
        command.stream().filter(word -> word.startsWith(CACHE_FLAG))
                .forEach(word -> files.add(Path.of(word.substring(CACHE_FLAG.length()))));
        return files;
    }

    boolean hasCache() {
        return command.stream().anyMatch(word -> word.startsWith(CACHE_FLAG));
    }

    /** The jar after {@code -cp}. */
    Path jar() {
        int flag = command.indexOf("-cp");
        if (flag < 0 || flag + 1 >= command.size()) {
            throw new UserError(file + " names no class path; run install again");
        }
        return Path.of(command.get(flag + 1));
    }
}
