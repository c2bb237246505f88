package dev.hopscope.exchange;

/**
 * Where the recorded bytes of a body are and how many; never the bytes. A body is named by its exchange and direction. Sizes count content octets, transfer
 * coding removed, content coding kept (RFC 9110 §6.4).
 *
 * @param length octets that passed
 * @param recorded octets that are on disk, at most {@code length}
 */
public record BodyRef(ExchangeId exchange, Direction direction, long length, long recorded) {
    public BodyRef {
        if (recorded < 0 || recorded > length) {
            throw new IllegalArgumentException(recorded + " of " + length + " octets recorded");
        }
    }

    /** Whether only the beginning was recorded. */
    public boolean cutShort() {
        return recorded < length;
    }
}
