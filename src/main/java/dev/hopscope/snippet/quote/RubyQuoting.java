package dev.hopscope.snippet.quote;

/** A string of Ruby within double quotes, octet by octet; pure. */
public final class RubyQuoting {
    private RubyQuoting() {}

    /** @param octets one char an octet */
    public static String of(String octets) {
        return "\"" + Escapes.octets(octets, "\\\"#", Escapes::hex, true) + "\"";
    }
}
