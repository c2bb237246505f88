package dev.hopscope.snippet.quote;

/** A basic string of TOML 1.0: the escapes are those of JSON; pure. */
public final class TomlQuoting {
    private TomlQuoting() {}

    public static String of(String text) {
        return JsonQuoting.of(text);
    }
}
