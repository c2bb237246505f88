package dev.hopscope.ui.editor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.hopscope.replay.Content;
import dev.hopscope.settings.OwnFile;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drafts as a JSON file that the user alone can read: bodies and tokens stand in it. Any thread, one at a time by its own lock; blocks on the disk. Does
 * not decide when to write.
 */
public final class DraftsFile {
    /** A longer body is not kept. */
    static final int MOST_BODY = 256 << 10;

    /** Nor are bodies of old sendings, once those of newer ones are so much together. */
    static final int MOST_BODIES = 4 << 20;

    private final Path file;
    private final OwnFile own;

    /** @param folder where the program keeps what is the user's; the file is {@code drafts.json} in it */
    public DraftsFile(Path folder) {
        file = folder.resolve("drafts.json");
        own = new OwnFile(file);
    }

    /**
     * What was read.
     *
     * @param problem why there are no drafts of before, and where the file is now; null if all is well
     */
    public record Read(List<Sheet> sheets, @Nullable String problem) {}

    /** What the file holds. */
    private record Kept(int version, List<Sheet> sheets) {}

    private static final class Json {
        static final Gson GSON = new GsonBuilder()
                .disableHtmlEscaping()
                .registerTypeAdapter(Content.class, new OctetsAdapter())
                .create();
    }

    private static final class OctetsAdapter extends TypeAdapter<@Nullable Content> {
        @Override
        public void write(JsonWriter out, @Nullable Content content) throws IOException {
            out.value(content == null ? null : Base64.getEncoder().encodeToString(content.octets()));
        }

        @Override
        public @Nullable Content read(JsonReader in) throws IOException {
            if (in.peek() == com.google.gson.stream.JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return Content.of(Base64.getDecoder().decode(in.nextString()));
        }
    }

    /** Reads the file; none where there is none. A damaged file is kept aside as {@code drafts.json.bad}. Never fails. */
    public synchronized Read read() {
        try {
            Kept kept = Json.GSON.fromJson(Files.readString(file), Kept.class);
            if (kept == null || kept.version() != 1) {
                return damaged(Messages.text("editor.kept.version"));
            }
            return new Read(List.copyOf(kept.sheets()), null);
        } catch (NoSuchFileException e) {
            return new Read(List.of(), null);
        } catch (IOException | JsonParseException | IllegalArgumentException e) {
            return damaged(OwnFile.words(e));
        } catch (RuntimeException e) {
            // what a constructor of a record says comes wrapped
            return damaged(OwnFile.words(e));
        }
    }

    private Read damaged(String why) {
        try {
            Path aside = own.setAside();
            return new Read(List.of(), Messages.text("editor.kept.damaged", file.toString(), why, aside.toString()));
        } catch (IOException e) {
            return new Read(List.of(), Messages.text("editor.kept.stuck", file.toString(), why));
        }
    }

    /**
     * Writes the drafts in place of those in the file, in one step.
     *
     * @return what was too long to be kept, in words; null if nothing
     * @throws IOException whose message names the file
     */
    public synchronized @Nullable String write(List<Sheet> sheets) throws IOException {
        Trimming trimming = new Trimming();
        List<Sheet> kept = sheets.stream()
                .filter(sheet -> !sheet.blank())
                .map(trimming::of)
                .toList();
        try {
            own.write(Json.GSON.toJson(new Kept(1, kept)) + "\n");
        } catch (IOException e) {
            throw new IOException(Messages.text("editor.kept.unwritten", file.toString(), e.toString()), e);
        }
        return trimming.left == 0 ? null : Messages.text("editor.kept.long", trimming.left, Figures.size(MOST_BODY));
    }

    /** Leaves out bodies that are too long, and counts those of the drafts themselves. */
    private static final class Trimming {
        private int left;
        private long used;

        Sheet of(Sheet sheet) {
            Draft draft = shorter(sheet.draft(), true);
            Draft start = shorter(sheet.start(), false);
            Draft unsent = sheet.unsent() == null ? null : shorter(sheet.unsent(), true);
            List<Attempt> attempts = new ArrayList<>();
            for (Attempt attempt : sheet.attempts().reversed()) {
                attempts.addFirst(attempt.with(shorter(attempt.draft(), false)));
            }
            return new Sheet(sheet.id(), sheet.row(), sheet.session(), start, draft, attempts, sheet.at(), unsent);
        }

        private Draft shorter(Draft draft, boolean counted) {
            DraftBody body = draft.body();
            long octets = 2L * body.text().length()
                    + (body.recorded() == null ? 0 : body.recorded().length());
            if (octets <= 2L * MOST_BODY && (counted || used + octets <= MOST_BODIES)) {
                used += octets;
                return draft;
            }
            left += counted ? 1 : 0;
            return draft.withLostBody();
        }
    }
}
