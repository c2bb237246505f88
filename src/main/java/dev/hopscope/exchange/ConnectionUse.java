package dev.hopscope.exchange;

/**
 * An exchange's use of a connection.
 *
 * @param nth 1 for the first exchange on the connection; above 1 it was re-used
 */
public record ConnectionUse(ConnectionInfo connection, int nth) {
    public boolean reused() {
        return nth > 1;
    }
}
