package dev.hopscope.inspect.diff;

import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A message without its content, at one place on its way. Immutable.
 *
 * @param head null where the message did not come this far
 */
public record Message(@Nullable Head head, Headers trailers) {
    public static final Message NONE = new Message(null, Headers.EMPTY);

    public boolean present() {
        return head != null;
    }
}
