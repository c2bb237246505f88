package dev.hopscope.interchange.paste;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A HAR 1.2, an entry of one, or the request of an entry; of several entries the first. Pure, any thread. */
final class HarFormat implements PasteFormat {
    @Override
    public boolean claims(String text) {
        return text.stripLeading().startsWith("{") && text.contains("\"url\"") && text.contains("\"method\"");
    }

    @Override
    public PasteResult.Read read(String text, @Nullable String scheme) throws UnreadableText {
        List<Note> notes = new ArrayList<>();
        try {
            JsonObject request = request(JsonParser.parseString(text).getAsJsonObject(), notes);
            return new PasteResult.Read(draft(request, notes), notes);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | ClassCastException e) {
            throw new UnreadableText(
                    "The JSON is no HAR: " + Octets.shown(Octets.of(String.valueOf(e.getMessage()))) + ".");
        }
    }

    private static JsonObject request(JsonObject root, List<Note> notes) throws UnreadableText {
        JsonObject log = object(root, "log");
        JsonObject entry = root;
        if (log != null) {
            JsonElement entries = log.get("entries");
            if (entries == null || entries.getAsJsonArray().isEmpty()) {
                throw new UnreadableText("The HAR holds no entries.");
            }
            JsonArray all = entries.getAsJsonArray();
            entry = all.get(0).getAsJsonObject();
            if (all.size() > 1) {
                notes.add(new Note(Note.Kind.LEFT_OUT, "The HAR holds " + all.size() + " entries; this is the first."));
            }
        }
        JsonObject request = object(entry, "request");
        return request == null ? entry : request;
    }

    private static RequestDraft draft(JsonObject request, List<Note> notes) throws UnreadableText {
        String written = string(request, "url");
        String method = string(request, "method");
        if (written == null || method == null) {
            throw new UnreadableText("The JSON is no HAR: its request has no url or no method.");
        }
        PastedUrl url = PastedUrl.of(Octets.of(written), "https").encoded("\u0080");
        Headers fields = fields(request, notes);
        String body = body(object(request, "postData"), notes);
        HttpVersion version = "HTTP/1.0".equalsIgnoreCase(string(request, "httpVersion"))
                ? HttpVersion.HTTP_1_0
                : HttpVersion.HTTP_1_1;
        return new RequestDraft(
                url.origin(), method, url.target(), version, framed(fields, body), Content.of(Octets.bytes(body)));
    }

    private static Headers fields(JsonObject request, List<Note> notes) {
        Headers.Builder all = Headers.builder();
        for (JsonObject field : objects(request, "headers")) {
            String name = string(field, "name");
            String value = string(field, "value");
            if (name != null && !name.isEmpty() && !name.startsWith(":")) {
                all.add(Octets.of(name), value == null ? "" : Octets.of(value));
            }
        }
        List<String> cookies = new ArrayList<>();
        for (JsonObject cookie : objects(request, "cookies")) {
            cookies.add(Octets.of(string(cookie, "name") + "=" + string(cookie, "value")));
        }
        if (!cookies.isEmpty() && !all.build().has("Cookie")) {
            all.add("Cookie", String.join("; ", cookies));
            notes.add(new Note(
                    Note.Kind.ASSUMED, "The HAR has no Cookie line; it is made of the cookies beside the fields."));
        }
        return all.build();
    }

    private static String body(@Nullable JsonObject data, List<Note> notes) throws UnreadableText {
        if (data == null) {
            return "";
        }
        String text = string(data, "text");
        String comment = string(data, "comment");
        if (comment != null) {
            notes.add(new Note(Note.Kind.MISSING, "The HAR says of the body: " + Octets.shown(Octets.of(comment))));
        }
        if ("base64".equals(string(data, "_encoding")) || "base64".equals(string(data, "encoding"))) {
            try {
                return text == null ? "" : Octets.ofBase64(text);
            } catch (IllegalArgumentException e) {
                throw new UnreadableText("The body of the HAR is to be base64 and is not.");
            }
        }
        if (text != null) {
            return Octets.of(text);
        }
        List<String> pairs = new ArrayList<>();
        for (JsonObject pair : objects(data, "params")) {
            pairs.add(form(string(pair, "name")) + "=" + form(string(pair, "value")));
        }
        if (!pairs.isEmpty()) {
            notes.add(new Note(Note.Kind.ASSUMED, "The HAR has no text of the body; it is made of the parameters."));
        }
        return String.join("&", pairs);
    }

    private static String form(@Nullable String text) {
        return text == null ? "" : Octets.percent(Octets.of(text), "");
    }

    private static Headers framed(Headers fields, String body) {
        Headers.Builder all = Headers.builder();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.name(i).equalsIgnoreCase("Content-Length")) {
                all.add(fields.name(i), String.valueOf(body.length()));
            } else if (!fields.name(i).equalsIgnoreCase("Transfer-Encoding")) {
                all.add(fields.name(i), fields.value(i));
            }
        }
        return all.build();
    }

    private static @Nullable JsonObject object(JsonObject in, String name) {
        JsonElement found = in.get(name);
        return found == null || found.isJsonNull() ? null : found.getAsJsonObject();
    }

    private static List<JsonObject> objects(JsonObject in, String name) {
        JsonElement found = in.get(name);
        List<JsonObject> all = new ArrayList<>();
        if (found != null && !found.isJsonNull()) {
            found.getAsJsonArray().forEach(one -> all.add(one.getAsJsonObject()));
        }
        return all;
    }

    private static @Nullable String string(JsonObject in, String name) {
        JsonElement found = in.get(name);
        return found == null || found.isJsonNull() ? null : found.getAsString();
    }
}
