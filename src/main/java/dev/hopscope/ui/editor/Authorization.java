package dev.hopscope.ui.editor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What an Authorization line says, as fields to fill in. Immutable. */
sealed interface Authorization {
    /** There is no such line. */
    record None() implements Authorization {}

    /** RFC 7617; in UTF-8. */
    record Basic(String user, String password) implements Authorization {}

    /** RFC 6750 §2.1. */
    record Bearer(String token) implements Authorization {}

    /** Another scheme, edited among the headers. */
    record Other(String scheme) implements Authorization {}

    static Authorization of(@Nullable String value) {
        if (value == null) {
            return new None();
        }
        int blank = value.indexOf(' ');
        String scheme = blank < 0 ? value : value.substring(0, blank);
        String rest = blank < 0 ? "" : value.substring(blank + 1).strip();
        if (scheme.equalsIgnoreCase("Bearer")) {
            return new Bearer(rest);
        }
        if (scheme.equalsIgnoreCase("Basic")) {
            return basic(rest);
        }
        return new Other(scheme);
    }

    private static Authorization basic(String rest) {
        try {
            String pair = new String(Base64.getDecoder().decode(rest), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? new Basic(pair, "") : new Basic(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return new Other("Basic");
        }
    }

    /** The value of the line; null for no line. */
    default @Nullable String value() {
        return switch (this) {
            case None n -> null;
            case Basic b ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((b.user() + ":" + b.password()).getBytes(StandardCharsets.UTF_8));
            case Bearer b -> "Bearer " + b.token();
            case Other o -> null;
        };
    }
}
