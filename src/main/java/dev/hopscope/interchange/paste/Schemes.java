package dev.hopscope.interchange.paste;

import java.util.regex.Pattern;

/** Which scheme is likely for a host named without one. Pure, any thread; a guess, which a note tells. */
final class Schemes {
    private static final Pattern NEAR = Pattern.compile(
            "(?:localhost|127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+|172\\.(?:1[6-9]|2[0-9]|3[01])\\.[0-9.]+|\\[::1]|[^.:/]+)(?::[0-9]+)?");

    private Schemes() {}

    /** @param text begins with {@code host} or {@code host:port} */
    static String guess(String text) {
        String authority = text.split("[/?#]", 2)[0];
        if (authority.endsWith(":443") || authority.endsWith(":8443")) {
            return "https";
        }
        return authority.endsWith(":80") || NEAR.matcher(authority).matches() ? "http" : "https";
    }
}
