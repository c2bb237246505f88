package dev.hopscope.snippet.quote;

/** A word of sh, bash, zsh, dash and ksh: within single quotes nothing is special (POSIX.1-2024 XCU §2.2.2); pure. */
public final class ShQuoting {
    private ShQuoting() {}

    public static String of(String text) {
        return Plain.word(text) ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
