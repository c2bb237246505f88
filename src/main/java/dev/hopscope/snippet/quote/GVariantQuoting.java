package dev.hopscope.snippet.quote;

/** A string of GVariant text, as gsettings takes it; pure. */
public final class GVariantQuoting {
    private GVariantQuoting() {}

    public static String of(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
