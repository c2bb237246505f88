package dev.hopscope.snippet.noproxy;

import java.net.IDN;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Host names as text: internationalised forms, and whether a resolver would take one; pure; looks nothing up. */
final class HostNames {
    private HostNames() {}

    /** A literal address, a name of letters, digits, dots, hyphens and underscores, or nothing (this machine). */
    static boolean connectable(String host) {
        return host.isEmpty()
                || Addresses.literal(host) != null
                || (nameCharacters(host) && !host.startsWith(".") && !host.contains("..") && !host.startsWith("-"));
    }

    private static boolean nameCharacters(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!Ascii.letter(c) && !Ascii.digit(c) && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Every label in lower case and in ASCII (RFC 3490, after compatibility folding); null where one cannot be. */
    static @Nullable String toAscii(String host) {
        if (Ascii.pure(host)) {
            return Ascii.lower(host);
        }
        try {
            String folded = Normalizer.normalize(host, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT);
            return Ascii.lower(IDN.toASCII(folded, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException cannotBeEncoded) {
            return null;
        }
    }

    /** The name a C library asks for: ASCII where it can be, and {@code *} is this machine (glibc's getaddrinfo). */
    static String lookedUp(String host) {
        String ascii = toAscii(host);
        return host.equals("*") ? "" : ascii == null ? host : ascii;
    }

    /** Labels that begin with {@code xn--} decoded; the same text where they cannot be. */
    static String toUnicode(String host) {
        return IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED);
    }
}
