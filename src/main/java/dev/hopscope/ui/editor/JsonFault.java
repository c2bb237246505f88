package dev.hopscope.ui.editor;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.hopscope.ui.kit.Messages;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a text stops being JSON (RFC 8259). Immutable.
 *
 * @param line from 1
 * @param column from 1
 * @param path of the value it is in, {@code $.lines[1]}
 * @param what in the reader's words, without a full stop
 */
record JsonFault(int line, int column, String path, String what) {
    private static final Pattern PLACE =
            Pattern.compile("(.*?) at line (\\d+) column (\\d+) path (\\S+).*", Pattern.DOTALL);
    private static final int DEEPEST = 5_000;

    /** Null where it is JSON, or nothing at all. */
    static @Nullable JsonFault of(String text) {
        if (text.isBlank()) {
            return null;
        }
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST);
            read(reader);
            return null;
        } catch (EOFException e) {
            return end(text, e.getMessage());
        } catch (MalformedJsonException | JsonParseException | IllegalStateException e) {
            return placed(String.valueOf(e.getMessage()), text);
        } catch (IOException e) {
            return end(text, e.getMessage());
        }
    }

    private static void read(JsonReader reader) throws IOException {
        for (JsonToken next = reader.peek(); next != JsonToken.END_DOCUMENT; next = reader.peek()) {
            switch (next) {
                case BEGIN_ARRAY -> reader.beginArray();
                case END_ARRAY -> reader.endArray();
                case BEGIN_OBJECT -> reader.beginObject();
                case END_OBJECT -> reader.endObject();
                case NAME -> {
                    String unusedName = reader.nextName();
                }
                case STRING, NUMBER -> {
                    String unusedText = reader.nextString();
                }
                case BOOLEAN -> {
                    boolean unusedTruth = reader.nextBoolean();
                }
                case NULL -> reader.nextNull();
                case END_DOCUMENT -> {}
            }
        }
    }

    private static JsonFault placed(String message, String text) {
        Matcher place = PLACE.matcher(message);
        if (!place.matches()) {
            return end(text, message);
        }
        String what =
                place.group(1).startsWith("Use JsonReader") ? Messages.text("editor.body.unquoted") : place.group(1);
        return new JsonFault(
                Integer.parseInt(place.group(2)), Math.max(1, Integer.parseInt(place.group(3))), place.group(4), what);
    }

    private static JsonFault end(String text, @Nullable String message) {
        int lines = (int) text.chars().filter(c -> c == '\n').count() + 1;
        Matcher place = PLACE.matcher(String.valueOf(message));
        String path = place.matches() ? place.group(4) : "$";
        return new JsonFault(lines, text.length() - text.lastIndexOf('\n'), path, Messages.text("editor.body.ends"));
    }
}
