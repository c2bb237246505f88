package dev.hopscope.inspect.meaning;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How long the body is and what was done to it: Content-Length, Transfer-Encoding, Content-Encoding, Trailer. Any thread. Does not see the body. */
final class FramingDecoder implements FieldDecoder {
    @Override
    public Set<String> names() {
        return Set.of("content-length", "transfer-encoding", "content-encoding", "trailer");
    }

    @Override
    public void decode(String name, String value, Setting setting, Parts out) {
        switch (name) {
            case "content-length" -> length(value, out);
            case "trailer" -> Syntax.split(value, ',').forEach(f -> trailer(f, out));
            default -> codings(name, Syntax.split(value, ','), out);
        }
    }

    private static void length(String value, Parts out) {
        String digits = value.strip();
        if (!digits.matches("\\d{1,18}")) {
            out.fault(value, "Not a number of bytes: the message cannot be read safely.");
            return;
        }
        long bytes = Long.parseLong(digits);
        out.add(value, bytes < 1000 ? bytes + " bytes" : bytes + " bytes, " + size(bytes));
    }

    private static String size(long bytes) {
        String[] units = {"KB", "MB", "GB", "TB", "PB"};
        double n = bytes / 1000.0;
        int unit = 0;
        while (n >= 999.5 && unit < units.length - 1) {
            n /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, n < 10 ? "%.1f %s" : "%.0f %s", n, units[unit]);
    }

    private static void trailer(String field, Parts out) {
        FieldMeaning known = Fields.of(field);
        Set<String> forbidden =
                Set.of("content-length", "transfer-encoding", "host", "trailer", "content-type", "content-encoding");
        if (forbidden.contains(field.toLowerCase(Locale.ROOT))) {
            out.fault(field, "May not follow the body: it is needed before (RFC 9110 §6.5.1).");
        } else {
            out.add(field, known == null ? "follows the body" : known.words());
        }
    }

    private static void codings(String name, List<String> codings, Parts out) {
        boolean transfer = name.equals("transfer-encoding");
        for (String text : codings) {
            String words = switch (Syntax.head(text).toLowerCase(Locale.ROOT)) {
                case "chunked" -> "in chunks, each with its length; the last has none";
                case "gzip", "x-gzip" -> "compressed with gzip";
                case "deflate" -> "compressed with zlib";
                case "br" -> "compressed with Brotli";
                case "zstd" -> "compressed with Zstandard";
                case "compress", "x-compress" -> "compressed with compress of old Unix";
                case "dcb" -> "compressed with Brotli and a dictionary the client has";
                case "dcz" -> "compressed with Zstandard and a dictionary the client has";
                case "identity" -> "nothing done to it; the word should not be sent";
                default -> "";
            };
            boolean chunked = text.equalsIgnoreCase("chunked");
            if (chunked && !transfer) {
                out.fault(text, "chunked is a matter of Transfer-Encoding.");
            } else if (words.isEmpty()) {
                out.advice(text, "Not a coding Hopscope knows.");
            } else {
                out.add(text, words);
            }
        }
        if (codings.size() > 1) {
            out.add("", "Applied in this order, and undone last to first.");
        }
        if (transfer && !codings.isEmpty() && !codings.getLast().equalsIgnoreCase("chunked")) {
            out.fault("", "chunked is not the last: the end of the body is not marked (RFC 9112 §6.1).");
        }
    }
}
