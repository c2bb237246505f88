package dev.hopscope.exchange;

/**
 * Names one exchange within a session. Increasing: the order of ids is the order of arrival. Any thread. Not unique across session files.
 *
 * @param value 1 or more
 */
public record ExchangeId(long value) implements Comparable<ExchangeId> {
    public ExchangeId {
        if (value < 1) {
            throw new IllegalArgumentException("exchange id " + value);
        }
    }

    @Override
    public int compareTo(ExchangeId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "#" + value;
    }
}
