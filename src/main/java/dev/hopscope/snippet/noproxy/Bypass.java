package dev.hopscope.snippet.noproxy;

/** What a list of exceptions says of one URL; immutable data; which list counts is the client's affair. */
sealed interface Bypass {
    /** No entry matches. */
    record None() implements Bypass {}

    /**
     * The proxy is passed by.
     *
     * @param entry the entry as the client reads it
     */
    record By(String entry, String why) implements Bypass {}

    /** The client fails on the list or on the URL. */
    record Fails(String why) implements Bypass {}

    Bypass NONE = new None();

    static Bypass by(String entry) {
        return new By(entry, "The entry " + entry + " matches.");
    }

    static Bypass builtIn(String rule) {
        return new By(rule, "Never through a proxy: " + rule + ".");
    }

    default boolean decides() {
        return !(this instanceof None);
    }
}
