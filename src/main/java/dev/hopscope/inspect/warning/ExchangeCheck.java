package dev.hopscope.inspect.warning;

/**
 * Looks at an exchange for one kind of thing that deserves a look. A new one is one file and one line in {@link ExchangeChecks#ALL}. Any thread, without
 * state. Must not throw, whatever the exchange is.
 */
public interface ExchangeCheck {
    void check(Evidence evidence, Warnings out);
}
