package dev.hopscope.snippet.quote;

/** An interpreted string of Go, octet by octet; pure. */
public final class GoQuoting {
    private GoQuoting() {}

    /** @param octets one char an octet */
    public static String of(String octets) {
        return "\"" + Escapes.octets(octets, "\\\"", Escapes::hex, true) + "\"";
    }
}
