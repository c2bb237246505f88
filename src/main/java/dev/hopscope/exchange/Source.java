package dev.hopscope.exchange;

import org.jspecify.annotations.Nullable;

/** Where an exchange comes from. */
public sealed interface Source {
    Source CAPTURED = new Captured();

    /** A client sent it through the proxy. */
    record Captured() implements Source {}

    /** Hopscope sent it again. */
    record Replayed(ExchangeId original) implements Source {}

    /**
     * Hopscope sent it, as the user wrote it or where a response led.
     *
     * @param original what it was made from: the exchange that was edited, or the one whose response redirects here; null for none
     */
    record Sent(@Nullable ExchangeId original) implements Source {}

    /** Hopscope's cache asked whether what it stored is still current, having answered this exchange with it. */
    record Validated(ExchangeId original) implements Source {}

    /** Read from a file of another program. */
    record Imported(String from) implements Source {}
}
