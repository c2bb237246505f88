package dev.hopscope.interchange.paste;

/** One format of text that holds a request. Implementations are stateless; any thread. They run nothing and open nothing. */
interface PasteFormat {
    /** Whether a text looks like it; quick. */
    boolean claims(String text);

    /**
     * Reads a text that it claims.
     *
     * @param scheme for a text that names a host without one; null where it is to be guessed
     * @throws UnreadableText in words
     */
    PasteResult.Read read(String text, @org.jspecify.annotations.Nullable String scheme) throws UnreadableText;
}
