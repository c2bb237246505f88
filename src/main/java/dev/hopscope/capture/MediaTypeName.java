package dev.hopscope.capture;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The short name of a media type for the table (RFC 9110 §8.3.1). Any thread. Does not look at content. */
final class MediaTypeName {
    private static final int LONGEST = 24;
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application/json", "JSON"),
            Map.entry("text/html", "HTML"),
            Map.entry("application/xhtml+xml", "XHTML"),
            Map.entry("text/css", "CSS"),
            Map.entry("text/javascript", "JS"),
            Map.entry("application/javascript", "JS"),
            Map.entry("application/x-javascript", "JS"),
            Map.entry("text/plain", "Text"),
            Map.entry("text/csv", "CSV"),
            Map.entry("text/markdown", "Markdown"),
            Map.entry("text/xml", "XML"),
            Map.entry("application/xml", "XML"),
            Map.entry("text/event-stream", "SSE"),
            Map.entry("application/x-ndjson", "NDJSON"),
            Map.entry("application/yaml", "YAML"),
            Map.entry("application/x-www-form-urlencoded", "Form"),
            Map.entry("multipart/form-data", "Form"),
            Map.entry("multipart/byteranges", "Ranges"),
            Map.entry("image/png", "PNG"),
            Map.entry("image/jpeg", "JPEG"),
            Map.entry("image/gif", "GIF"),
            Map.entry("image/webp", "WebP"),
            Map.entry("image/avif", "AVIF"),
            Map.entry("image/svg+xml", "SVG"),
            Map.entry("image/x-icon", "Icon"),
            Map.entry("image/vnd.microsoft.icon", "Icon"),
            Map.entry("video/mp4", "MP4"),
            Map.entry("video/webm", "WebM"),
            Map.entry("audio/mpeg", "MP3"),
            Map.entry("application/vnd.apple.mpegurl", "HLS"),
            Map.entry("application/dash+xml", "DASH"),
            Map.entry("application/wasm", "WASM"),
            Map.entry("application/pdf", "PDF"),
            Map.entry("application/zip", "ZIP"),
            Map.entry("application/gzip", "GZIP"),
            Map.entry("application/octet-stream", "Binary"),
            Map.entry("application/grpc", "gRPC"),
            Map.entry("application/graphql-response+json", "GraphQL"),
            Map.entry("application/protobuf", "Protobuf"),
            Map.entry("application/x-protobuf", "Protobuf"),
            Map.entry("application/manifest+json", "Manifest"));

    private MediaTypeName() {}

    /** @param contentType the value of a Content-Type field, null if there was none; the answer is empty then */
    static String of(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        String type = (end < 0 ? contentType : contentType.substring(0, end)).strip();
        String known = NAMES.get(type);
        return known != null ? known : ofLowerCase(type.toLowerCase(Locale.ROOT));
    }

    private static String ofLowerCase(String type) {
        String known = NAMES.get(type);
        if (known != null) {
            return known;
        }
        String subtype = type.substring(type.indexOf('/') + 1);
        if (type.startsWith("font/") || subtype.startsWith("font-") || subtype.startsWith("x-font")) {
            return "Font";
        }
        if (subtype.endsWith("+json")) {
            return "JSON";
        }
        if (subtype.endsWith("+xml")) {
            return "XML";
        }
        return subtype.length() > LONGEST ? subtype.substring(0, LONGEST) : subtype;
    }
}
