package dev.hopscope.snippet.quote;

/** A value of the ini files of npm and pnpm: anything unusual as a JSON string, whose dollar signs name no variable; pure. */
public final class IniQuoting {
    private IniQuoting() {}

    public static String of(String text) {
        return Plain.word(text) ? text : JsonQuoting.of(text.replace("${", "\\${"));
    }
}
