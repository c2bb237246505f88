package dev.hopscope.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the Accept field as far as two kinds of page need it (RFC 9110 §12.5.1). Any thread. */
final class AcceptHeader {
    private AcceptHeader() {}

    /** Whether HTML is asked for by name and not refused; {@code *}{@code /*} alone, as programs send it, means text. */
    static boolean prefersHtml(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.strip().split(";", -1);
            String type = parts[0].strip();
            if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
                return !refused(parts);
            }
        }
        return false;
    }

    private static boolean refused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replaceAll("\\s", "");
            if (parameter.matches("q=0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
