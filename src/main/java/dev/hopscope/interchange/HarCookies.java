package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import dev.hopscope.exchange.Headers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Cookie and Set-Cookie fields as HAR's cookies (RFC 6265 §4). One thread. Drops only what has no name and no value. */
final class HarCookies {
    private HarCookies() {}

    static void ofRequest(JsonWriter json, Headers headers) throws IOException {
        json.beginArray();
        for (String line : headers.all("Cookie")) {
            for (String pair : line.split(";", -1)) {
                if (!pair.isBlank()) {
                    json.beginObject();
                    nameAndValue(json, pair);
                    json.endObject();
                }
            }
        }
        json.endArray();
    }

    static void ofResponse(JsonWriter json, Headers headers) throws IOException {
        json.beginArray();
        for (String line : headers.all("Set-Cookie")) {
            String[] parts = line.split(";", -1);
            if (parts[0].isBlank()) {
                continue;
            }
            json.beginObject();
            nameAndValue(json, parts[0]);
            attributes(json, parts);
            json.endObject();
        }
        json.endArray();
    }

    private static void nameAndValue(JsonWriter json, String pair) throws IOException {
        int equals = pair.indexOf('=');
        json.name("name").value(equals < 0 ? "" : pair.substring(0, equals).strip());
        json.name("value").value(pair.substring(equals + 1).strip());
    }

    /** The last of an attribute counts (RFC 6265 §5.3), and each name stands once in an object of JSON. */
    private static void attributes(JsonWriter json, String[] parts) throws IOException {
        Optional<String> path = last(parts, "path");
        if (path.isPresent()) {
            json.name("path").value(path.get());
        }
        Optional<String> domain = last(parts, "domain");
        if (domain.isPresent()) {
            json.name("domain").value(domain.get());
        }
        Optional<String> expires = last(parts, "expires").flatMap(HarCookies::date);
        if (expires.isPresent()) {
            json.name("expires").value(expires.get());
        }
        json.name("httpOnly").value(last(parts, "httponly").isPresent());
        json.name("secure").value(last(parts, "secure").isPresent());
        Optional<String> sameSite = last(parts, "samesite");
        if (sameSite.isPresent()) {
            json.name("sameSite").value(sameSite.get());
        }
    }

    private static Optional<String> last(String[] parts, String name) {
        for (int i = parts.length - 1; i > 0; i--) {
            int equals = parts[i].indexOf('=');
            String found = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            if (found.strip().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(
                        equals < 0 ? "" : parts[i].substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }

    /** HAR wants ISO 8601; a date that cannot be read is left out here and stands in the headers. */
    private static Optional<String> date(String text) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(text.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(HarEntry.time(date.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
