package dev.hopscope.snippet.quote;

/** A string of Perl within double quotes, octet by octet, good without {@code use utf8}; pure. */
public final class PerlQuoting {
    private PerlQuoting() {}

    /** @param octets one char an octet */
    public static String of(String octets) {
        return "\"" + Escapes.octets(octets, "\\\"$@", Escapes::hex, true) + "\"";
    }
}
