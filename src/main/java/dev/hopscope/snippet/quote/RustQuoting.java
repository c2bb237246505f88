package dev.hopscope.snippet.quote;

/** A byte string of Rust without its prefix, and of ASCII a string too; pure. */
public final class RustQuoting {
    private RustQuoting() {}

    /** @param octets one char an octet */
    public static String of(String octets) {
        return "\"" + Escapes.octets(octets, "\\\"", Escapes::hex, false) + "\"";
    }
}
