package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.inspect.meaning.Level;

/**
 * Something of a message that deserves a look. Immutable.
 *
 * @param direction of the message it is about
 * @param field the name of the line it is about; empty for the start line
 * @param value of that line, where only one of several of its name is meant; empty for all of them
 * @param level {@link Level#FAULT} or {@link Level#ADVICE}
 * @param title what, in a few words
 * @param words why, and what to do
 * @param specification {@code RFC 9110 §8.3}; empty where no standard speaks
 */
public record Warning(
        Direction direction,
        String field,
        String value,
        Level level,
        String title,
        String words,
        String specification) {
    /** Whether it is about this line of a message of its direction. */
    public boolean about(Header line) {
        return !field.isEmpty() && line.is(field) && (value.isEmpty() || value.equals(line.value()));
    }

    /** Whether it is about the start line. */
    public boolean aboutStartLine() {
        return field.isEmpty();
    }
}
