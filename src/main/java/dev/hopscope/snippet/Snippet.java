package dev.hopscope.snippet;

/**
 * One target: how a client, a tool or a system is told to use the proxy, and how that is taken back. Implementations are
 * stateless and may be called from any thread; they read and write no file and run nothing.
 */
public interface Snippet {
    /** The target in words. */
    SnippetCard card();

    /**
     * The text that sets it up.
     *
     * @throws IllegalArgumentException in words, where the target cannot say it or the file that is there cannot be read
     */
    Rendered apply(Environment environment, Given given);

    /**
     * The text that brings back what was there before.
     *
     * @throws IllegalArgumentException in words, where the file that is there cannot be read
     */
    Rendered undo(Environment environment, Given given);
}
