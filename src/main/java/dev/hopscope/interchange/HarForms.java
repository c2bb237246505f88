package dev.hopscope.interchange;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries and forms as HAR's lists of names and values. One thread. Never fails: what cannot be decoded stays as it is. */
final class HarForms {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("\\b(name|filename)=(?:\"([^\"]*)\"|([^;\\s]*))", Pattern.CASE_INSENSITIVE);

    private HarForms() {}

    /** {@code a=1&b=2} as application/x-www-form-urlencoded (the URL standard). */
    static void pairs(JsonWriter json, String text) throws IOException {
        json.beginArray();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                json.beginObject();
                json.name("name").value(decode(equals < 0 ? pair : pair.substring(0, equals)));
                json.name("value").value(equals < 0 ? "" : decode(pair.substring(equals + 1)));
                json.endObject();
            }
        }
        json.endArray();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The parts of multipart/form-data (RFC 7578); of files the name and type, not the content. */
    static void parts(JsonWriter json, String contentType, byte[] body) throws IOException {
        json.beginArray();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (boundary.find()) {
            String delimiter = "--" + (boundary.group(1) != null ? boundary.group(1) : boundary.group(2));
            String[] parts = ("\r\n" + new String(body, StandardCharsets.ISO_8859_1))
                    .split(Pattern.quote("\r\n" + delimiter), -1);
            for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) {
                part(json, parts[i]);
            }
        }
        json.endArray();
    }

    private static void part(JsonWriter json, String part) throws IOException {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        String name = "";
        String fileName = null;
        String type = null;
        for (String line : part.substring(0, end).split("\r\n", -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-disposition:")) {
                for (Matcher m = PARAMETER.matcher(line); m.find(); ) {
                    String value = utf8(m.group(2) != null ? m.group(2) : m.group(3));
                    if (m.group(1).equalsIgnoreCase("name")) {
                        name = value;
                    } else {
                        fileName = value;
                    }
                }
            } else if (lower.startsWith("content-type:")) {
                type = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        json.beginObject();
        json.name("name").value(name);
        if (fileName == null) {
            json.name("value").value(utf8(part.substring(end + 4)));
        } else {
            json.name("fileName").value(fileName);
        }
        if (type != null) {
            json.name("contentType").value(type);
        }
        json.endObject();
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
