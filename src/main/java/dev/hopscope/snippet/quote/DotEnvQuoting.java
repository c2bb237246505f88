package dev.hopscope.snippet.quote;

/** A value of a .env file: as it is where no reader takes it for more, else within single quotes; pure. */
public final class DotEnvQuoting {
    private DotEnvQuoting() {}

    /** @throws IllegalArgumentException in words, for a quote, which readers of such files do not agree on */
    public static String of(String text) {
        if (text.isEmpty() || Plain.word(text)) {
            return text;
        }
        if (text.indexOf('\'') >= 0) {
            throw new IllegalArgumentException("Readers of .env files do not agree on a quote in a value: " + text);
        }
        return "'" + text + "'";
    }
}
