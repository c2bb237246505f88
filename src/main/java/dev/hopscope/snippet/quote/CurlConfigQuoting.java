package dev.hopscope.snippet.quote;

/** A value in a curl config file: within double quotes backslash and quote are escaped (curl(1), --config); pure. */
public final class CurlConfigQuoting {
    private CurlConfigQuoting() {}

    public static String of(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
