package dev.hopscope.inspect.warning;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What bytes look like by their first ones; less than a browser knows, and only where it is sure. Pure, any thread. */
enum ByteKind {
    PNG("a PNG picture"),
    JPEG("a JPEG picture"),
    GIF("a GIF picture"),
    WEBP("a WebP picture"),
    PDF("a PDF"),
    ZIP("a ZIP file"),
    GZIP("gzip"),
    WASM("WebAssembly"),
    WOFF("a font"),
    HTML("HTML"),
    XML("XML"),
    JSON("JSON"),
    TEXT("text"),
    BINARY("not text: there are zero bytes"),
    /** Nothing is certain. */
    UNKNOWN("");

    private final String words;

    ByteKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static ByteKind of(byte[] b) {
        if (starts(b, 0x89, 'P', 'N', 'G')) {
            return PNG;
        }
        if (starts(b, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (starts(b, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (starts(b, 'R', 'I', 'F', 'F') && b.length > 11 && b[8] == 'W' && b[9] == 'E' && b[10] == 'B') {
            return WEBP;
        }
        if (starts(b, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (starts(b, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (starts(b, 0x1f, 0x8b, 8)) {
            return GZIP;
        }
        if (starts(b, 0, 'a', 's', 'm')) {
            return WASM;
        }
        return starts(b, 'w', 'O', 'F') ? WOFF : text(b);
    }

    private static ByteKind text(byte[] b) {
        int look = Math.min(b.length, 4096);
        for (int i = 0; i < look; i++) {
            if (b[i] == 0) {
                return starts(b, 0xff, 0xfe) || starts(b, 0xfe, 0xff) ? UNKNOWN : BINARY;
            }
        }
        String start = new String(b, 0, look, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        start = start.startsWith("\ufeff") ? start.substring(1).strip() : start;
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            return HTML;
        }
        if (start.startsWith("<?xml") || start.startsWith("<svg") || start.startsWith("<rss")) {
            return XML;
        }
        if (start.matches("(?s)[{]\\s*(\"|[}]).*|\\[\\s*(\\{|\"|\\[|\\]|-?\\d).*")) {
            return JSON;
        }
        return b.length > 0 ? TEXT : UNKNOWN;
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
