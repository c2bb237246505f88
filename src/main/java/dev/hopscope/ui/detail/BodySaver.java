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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that was recorded of a body to a file, with its content codings undone or as it passed. Any thread but the screen's. Does not ask where to.
 *
 * @param length octets that passed, maybe more than were recorded
 * @param name what the file could be called, from the last part of the path
 */
record BodySaver(ByteSource recorded, long length, Headers headers, String name) {
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
     * What became of it.
     *
     * @param octets in the file
     * @param how the codings fared; null where nobody asked for them to be undone
     * @param recorded octets that could be saved at most, before decoding
     * @param length octets that passed
     * @param asPassed whether the file holds the bytes as they passed
     */
    record Saved(long octets, @Nullable Decoded how, boolean asPassed, long recorded, long length) {}

    /** The content codings, in the order they were applied. */
    List<String> codings() {
        return ContentDecoder.codings(headers);
    }

    /** Whether the body has a content coding, so that decoded and as it passed are two things. */
    boolean coded() {
        return !codings().isEmpty();
    }

    /** A name for the bytes as they passed: that of the decoded file with the usual extension of its outermost coding. */
    String nameAsPassed() {
        List<String> codings = codings();
        return codings.isEmpty()
                ? suggestedName()
                : suggestedName()
                        + switch (codings.getLast()) {
                            case "gzip", "x-gzip" -> ".gz";
                            case "br" -> ".br";
                            case "zstd" -> ".zst";
                            case "deflate" -> ".zz";
                            default -> ".bin";
                        };
    }

    /**
     * Writes the body decoded; where a coding breaks, what came before; where nothing can be decoded, the bytes as they passed.
     *
     * @throws IOException where the body cannot be read or the file cannot be written
     */
    Saved save(Path file) throws IOException {
        Decoded how;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            how = ContentDecoder.copy(recorded, codings(), out);
        }
        boolean nothing = how.end() == Decoded.End.CORRUPT && Files.size(file) == 0;
        if (nothing) {
            write(file);
        }
        return new Saved(Files.size(file), how, nothing, recorded.size(), length);
    }

    /**
     * Writes the body as it passed, content codings kept.
     *
     * @throws IOException where the body cannot be read or the file cannot be written
     */
    Saved saveAsPassed(Path file) throws IOException {
        write(file);
        return new Saved(Files.size(file), null, true, recorded.size(), length);
    }

    private void write(Path file) throws IOException {
        try (InputStream in = recorded.open();
                OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
    }
}
