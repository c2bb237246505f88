package dev.hopscope.interchange.paste;

/**
 * What a user should know of a request that was read from text; immutable.
 *
 * @param words a sentence
 */
public record Note(Kind kind, String words) {
    /** How much it matters; the first is the gravest. */
    public enum Kind {
        /** The request is not whole without something that the text only names, such as a file. */
        MISSING,
        /** Something in the text was not understood or has no place in a request, and was left out. */
        LEFT_OUT,
        /** The text does not say it; this was assumed. */
        ASSUMED
    }
}
