package dev.hopscope.inspect.body;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON Web Token (RFC 7519) opened: header, claims with their times, signature. Any thread. Verifies nothing, and says so. */
final class JwtView implements BodyView {
    private static final int MAX = 64 << 10;
    private static final Pattern TOKEN =
            Pattern.compile("(?:Bearer )?(eyJ[\\w-]++)\\.([\\w-]*+)\\.([\\w-]*+)(?:\\.([\\w-]*+)\\.([\\w-]*+))?");

    @Override
    public String id() {
        return "jwt";
    }

    @Override
    public int priority(BodySample sample) {
        return token(sample) != null ? 93 : 0;
    }

    private static @Nullable Matcher token(BodySample sample) {
        byte[] b = sample.bytes();
        if (b.length < 10 || b.length > MAX) {
            return null;
        }
        Matcher matcher = TOKEN.matcher(new String(b, StandardCharsets.ISO_8859_1).strip());
        return matcher.matches() ? matcher : null;
    }

    @Override
    public BodyRendering render(BodySample sample) {
        TextBuilder out = new TextBuilder();
        List<Note> notes = new ArrayList<>();
        Matcher token = token(sample);
        if (token == null) {
            notes.add(Note.of("jwt-invalid"));
            return out.add(sample.text().text(), Style.PLAIN).build(notes);
        }
        boolean encrypted = token.group(4) != null;
        json(out, "Header", token.group(1), notes);
        if (encrypted) {
            out.newLine().newLine().add("Encrypted claims", Style.COMMENT);
            out.newLine().add(token.group(4), Style.STRING);
        } else {
            json(out.newLine().newLine(), "Claims", token.group(2), notes);
            out.newLine().newLine().add("Signature", Style.COMMENT);
            out.newLine().add(token.group(3).isEmpty() ? "none" : token.group(3), Style.STRING);
        }
        notes.addFirst(Note.of(encrypted ? "jwt-encrypted" : "jwt-not-verified"));
        return out.build(notes);
    }

    private static void json(TextBuilder out, String title, String coded, List<Note> notes) {
        out.add(title, Style.COMMENT).newLine();
        try {
            String text = new String(Base64.getUrlDecoder().decode(coded), StandardCharsets.UTF_8);
            notes.addAll(new JsonPrinter(text, true, out).print());
            times(out, text);
        } catch (IllegalArgumentException e) {
            notes.add(Note.of("jwt-no-base64"));
            out.add(coded, Style.ERROR);
        }
    }

    /** The claims that are times (RFC 7519 §4.1), as dates. */
    private static void times(TextBuilder out, String text) {
        JsonObject claims = object(text);
        if (claims == null) {
            return;
        }
        for (String name : List.of("iat", "nbf", "exp", "auth_time")) {
            JsonElement value = claims.get(name);
            if (value != null
                    && value.isJsonPrimitive()
                    && value.getAsJsonPrimitive().isNumber()) {
                try {
                    Instant time = Instant.ofEpochSecond((long) value.getAsDouble());
                    out.newLine().add(name + " = " + time, Style.COMMENT);
                } catch (DateTimeException e) {
                    out.newLine().add(name + " is no time", Style.ERROR);
                }
            }
        }
    }

    private static @Nullable JsonObject object(String text) {
        try {
            JsonElement element = JsonParser.parseString(text);
            return element.isJsonObject() ? element.getAsJsonObject() : null;
        } catch (JsonParseException e) {
            return null;
        }
    }
}
