package dev.hopscope.inspect.cache;

/**
 * A line of the message and the words in it that prove a mark. Immutable, any thread.
 *
 * @param field the name as on the wire; empty for the status line
 * @param value the whole value of the line
 * @param from where the words begin in {@code value}
 * @param to behind their last character
 * @param line the number of the field line in its head, from 0; -1 for the status line
 */
public record Evidence(Source source, String field, String value, int from, int to, int line) {
    /** Where the line stands. */
    public enum Source {
        STATUS,
        REQUEST,
        RESPONSE
    }

    public Evidence {
        if (from < 0 || to < from || to > value.length()) {
            throw new IllegalArgumentException("no words from " + from + " to " + to + " in " + value.length());
        }
    }

    /** The words. */
    public String words() {
        return value.substring(from, to);
    }

    /** The same line, with other words in it, {@code start} to {@code end} of {@link #words}. */
    Evidence part(int start, int end) {
        return new Evidence(source, field, value, from + start, from + end, line);
    }
}
