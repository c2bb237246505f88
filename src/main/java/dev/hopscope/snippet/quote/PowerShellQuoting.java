package dev.hopscope.snippet.quote;

/** A string of PowerShell: within single quotes only a quote is special, and typographic quotes count as one; pure. */
public final class PowerShellQuoting {
    private PowerShellQuoting() {}

    public static String of(String text) {
        return "'" + text.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
    }
}
