package dev.hopscope.snippet.quote;

/** A scalar of YAML 1.2 within double quotes (§7.3.1), of which JSON is a part; pure. */
public final class YamlQuoting {
    private YamlQuoting() {}

    public static String of(String text) {
        return JsonQuoting.of(text);
    }
}
