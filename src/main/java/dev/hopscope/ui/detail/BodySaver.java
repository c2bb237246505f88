package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.inspect.body.ContentDecoder;
import dev.hopscope.inspect.body.Decoded;
import dev.hopscope.inspect.body.MediaType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes all that was recorded of a body to a file, content codings undone. Any thread but the screen's. Does not ask where to.
 *
 * @param name what the file could be called, from the last part of the path
 */
record BodySaver(ByteSource recorded, Headers headers, String name) {
    /** A file name of harmless characters with the extension of the media type. */
    String suggestedName() {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "");
        clean = clean.length() > 80 ? clean.substring(clean.length() - 80) : clean;
        MediaType type = MediaType.parse(headers.first("Content-Type"));
        String base = clean.isEmpty() ? "body" : clean;
        return base.indexOf('.') >= 0 ? base : base + extension(type);
    }

    private static String extension(MediaType type) {
        if (type.format("json")) {
            return ".json";
        }
        if (type.format("html") || type.format("xml")) {
            return type.format("html") ? ".html" : type.subtype().equals("svg+xml") ? ".svg" : ".xml";
        }
        return switch (type.toString()) {
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/gif" -> ".gif";
            case "image/webp" -> ".webp";
            case "text/css" -> ".css";
            case "text/javascript", "application/javascript" -> ".js";
            case "text/plain", "application/x-www-form-urlencoded" -> ".txt";
            default -> ".bin";
        };
    }

    /**
     * @return octets written
     * @throws IOException where the body cannot be read or the file cannot be written
     */
    long save(Path file) throws IOException {
        Decoded how;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            how = ContentDecoder.copy(recorded, ContentDecoder.codings(headers), out);
        }
        if (how.end() == Decoded.End.CORRUPT && Files.size(file) == 0) {
            try (InputStream in = recorded.open();
                    OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
        }
        return Files.size(file);
    }
}
