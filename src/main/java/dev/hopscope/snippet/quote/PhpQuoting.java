package dev.hopscope.snippet.quote;

/** A string of PHP within double quotes, octet by octet; pure. */
public final class PhpQuoting {
    private PhpQuoting() {}

    /** @param octets one char an octet */
    public static String of(String octets) {
        return "\"" + Escapes.octets(octets, "\\\"$", Escapes::hex, true) + "\"";
    }
}
