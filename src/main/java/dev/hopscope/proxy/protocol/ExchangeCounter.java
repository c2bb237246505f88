package dev.hopscope.proxy.protocol;

/** Counts the exchanges of one connection. Used on the connection's event loop only. */
public final class ExchangeCounter {
    private int used;

    /** 1 for the first. */
    public int next() {
        return ++used;
    }
}
