package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.HttpExchange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes exchanges as HAR 1.2, as their clients saw them: the request received and the response returned. One thread; streams, bodies too. Leaves out tunnels
 * and handshakes, and says so.
 */
public final class HarExport {
    private static final String PAGE = "page_1";

    private final String version;
    private final Writer text;
    private final JsonWriter json;
    private final HarEntry entry;
    private boolean begun;
    private long entries;
    private long leftOut;

    /**
     * @param out is written as UTF-8, and stays open
     * @param version Hopscope's, for the creator
     * @param codings undo content codings; what they do not know is exported as it passed
     */
    public HarExport(OutputStream out, Bodies bodies, String version, Decoding codings) {
        this.version = version;
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        json = new JsonWriter(text);
        json.setHtmlSafe(false);
        entry = new HarEntry(json, new HarContent(json, text, bodies, codings), PAGE);
    }

    /**
     * What became of the exchanges.
     *
     * @param leftOut tunnels and failed handshakes, which HAR has no place for
     */
    public record Written(long entries, long leftOut) {}

    /** @throws IOException where the output cannot be written or a body cannot be read */
    public void add(Exchange exchange) throws IOException {
        if (!(exchange instanceof HttpExchange http)) {
            leftOut++;
            return;
        }
        begin(http.started());
        text.write('\n');
        entry.write(http);
        entries++;
    }

    /** Ends the file and flushes; nothing can be added afterwards. */
    public Written finish() throws IOException {
        begin(Instant.now());
        json.endArray();
        if (leftOut > 0) {
            json.name("comment")
                    .value(leftOut + " tunnels and failed handshakes have no place in HAR and were left out");
        }
        json.endObject().endObject();
        text.write('\n');
        text.flush();
        return new Written(entries, leftOut);
    }

    private void begin(Instant first) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        json.beginObject().name("log").beginObject();
        json.name("version").value("1.2");
        json.name("creator").beginObject();
        json.name("name").value("Hopscope");
        json.name("version").value(version);
        json.endObject();
        json.name("pages").beginArray().beginObject();
        json.name("startedDateTime").value(HarEntry.time(first));
        json.name("id").value(PAGE);
        json.name("title").value("Hopscope");
        json.name("pageTimings").beginObject();
        json.name("onContentLoad").value(-1).name("onLoad").value(-1);
        json.endObject().endObject().endArray();
        json.name("entries").beginArray();
    }
}
