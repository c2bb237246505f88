package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects of text fields as one JSON array, indented. One thread; flushes, and closes nothing. */
public final class JsonRecords {
    private JsonRecords() {}

    /** Writes the objects in their order, fields in theirs; null stays null. */
    public static void array(List<Map<String, @Nullable String>> objects, Writer out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        json.setIndent("  ");
        json.beginArray();
        for (Map<String, @Nullable String> object : objects) {
            json.beginObject();
            for (Map.Entry<String, @Nullable String> field : object.entrySet()) {
                json.name(field.getKey()).value(field.getValue());
            }
            json.endObject();
        }
        json.endArray();
        json.flush();
        out.write('\n');
        out.flush();
    }
}
