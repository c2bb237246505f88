package dev.hopscope.snippet.quote;

/** A string of Python whose characters are octets, and with the prefix b the bytes themselves; pure. */
public final class PythonQuoting {
    private PythonQuoting() {}

    /** @param octets one char an octet */
    public static String of(String octets) {
        return "\"" + Escapes.octets(octets, "\\\"", Escapes::hex, false) + "\"";
    }
}
