package dev.hopscope.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the settings as JSON. Any thread, one at a time by its own lock; blocks on the disk. Does not decide when to save.
 */
public final class SettingsFile {
    private final Path file;
    private final OwnFile own;
    /** What the file holds, with the keys that this version does not know. */
    private @Nullable JsonObject known;

    public SettingsFile(Path file) {
        this.file = file;
        this.own = new OwnFile(file);
    }

    /** Loaded only where there is something to read or write: it costs a tenth of a start. */
    private static final class Json {
        static final Gson GSON = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .serializeNulls()
                .create();
    }

    /**
     * What was read.
     *
     * @param problem why defaults are used in place of the file, and where the file is now; null if all is well
     */
    public record Read(Settings settings, @Nullable String problem) {}

    /** Reads the file; defaults where there is none. A damaged file is kept aside as {@code settings.json.bad}. Never fails. */
    public synchronized Read read() {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return new Read(Settings.DEFAULT, null);
        } catch (IOException e) {
            return damaged("cannot be read: " + e);
        }
        try {
            JsonObject object = JsonParser.parseString(text).getAsJsonObject();
            JsonObject complete = Json.GSON.toJsonTree(Settings.DEFAULT).getAsJsonObject();
            merge(complete, object, false);
            Settings settings = Json.GSON.fromJson(complete, Settings.class);
            known = object;
            return new Read(settings, null);
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            return damaged("is damaged: " + words(e));
        } catch (RuntimeException e) {
            // what a constructor of a record says comes wrapped
            return damaged("is damaged: " + words(e));
        }
    }

    /**
     * Writes all settings, keeping keys of other versions; the file is replaced in one step, readable by the user alone.
     *
     * @throws IOException whose message names the file
     */
    public synchronized void write(Settings settings) throws IOException {
        JsonObject complete = known == null ? new JsonObject() : known.deepCopy();
        merge(complete, Json.GSON.toJsonTree(settings).getAsJsonObject(), true);
        try {
            own.write(Json.GSON.toJson(complete) + "\n");
        } catch (IOException e) {
            throw new IOException("The settings cannot be written to " + file + " (" + e + ").", e);
        }
        known = complete;
    }

    /** @param exact whether {@code window.layout}, whose keys are the screen's own, is replaced as a whole */
    private static void merge(JsonObject target, JsonObject from, boolean exact) {
        for (Map.Entry<String, JsonElement> entry : from.entrySet()) {
            JsonElement mine = target.get(entry.getKey());
            boolean opaque = exact && entry.getKey().equals("layout");
            if (!opaque
                    && mine != null
                    && mine.isJsonObject()
                    && entry.getValue().isJsonObject()) {
                merge(mine.getAsJsonObject(), entry.getValue().getAsJsonObject(), exact);
            } else {
                target.add(entry.getKey(), entry.getValue());
            }
        }
    }

    private Read damaged(String what) {
        try {
            Path aside = own.setAside();
            return new Read(
                    Settings.DEFAULT, file + " " + what + ". Defaults are used; the file was kept as " + aside + ".");
        } catch (IOException e) {
            return new Read(
                    Settings.DEFAULT,
                    file + " " + what + ". Defaults are used; the file could not be set aside (" + e + ").");
        }
    }

    private static String words(Throwable e) {
        return OwnFile.words(e).replaceAll("\\.$", "");
    }
}
