package dev.hopscope.inspect.reuse;

import dev.hopscope.exchange.HttpExchange;
import org.jspecify.annotations.Nullable;

/** Gives what is equal for equal content of responses. Called on one thread. Given from outside, since this package reads no files. */
@FunctionalInterface
public interface BodyPrints {
    /** Knows no content. */
    BodyPrints NONE = x -> null;

    /** Null where there is no content, or it is not known whole. */
    @Nullable
    String of(HttpExchange exchange);
}
