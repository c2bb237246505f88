package dev.hopscope.snippet;

import java.util.Locale;

/** How the names of variables are spelled; immutable. Go and a few others read upper case first, curl lower case only. */
public enum LetterCase {
    LOWER,
    UPPER,
    BOTH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The case of this word.
     *
     * @throws IllegalArgumentException in words
     */
    public static LetterCase of(String word) {
        for (LetterCase letters : values()) {
            if (letters.word().equals(word)) {
                return letters;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no case: lower, upper or both.");
    }
}
