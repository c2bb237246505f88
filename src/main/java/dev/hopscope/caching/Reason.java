package dev.hopscope.caching;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One step of a decision: a rule and the line that made it apply. Immutable.
 *
 * @param in which head the line stands in, null where no line decides
 * @param line the deciding line, null where none does
 */
public record Reason(
        Rule rule, @Nullable Direction in, @Nullable Header line) {
    static Reason of(Rule rule) {
        return new Reason(rule, null, null);
    }

    /** The first line of this name, if there is one. */
    static Reason request(Rule rule, Headers headers, String name) {
        return line(rule, Direction.REQUEST, headers, name);
    }

    /** The first line of this name, if there is one. */
    static Reason response(Rule rule, Headers headers, String name) {
        return line(rule, Direction.RESPONSE, headers, name);
    }

    /** The Cache-Control line that holds this directive. */
    static Reason directive(Rule rule, Direction in, Headers headers, String directive) {
        for (int at = headers.indexOf(CacheControl.FIELD, 0);
                at >= 0;
                at = headers.indexOf(CacheControl.FIELD, at + 1)) {
            if (CacheControl.parse(headers.value(at)).has(directive)) {
                return new Reason(rule, in, headers.get(at));
            }
        }
        return of(rule);
    }

    /** The line of the field that spoke which holds this directive. */
    static Reason said(Rule rule, CacheControl said, Headers headers, String directive) {
        return said.targeted()
                ? response(rule, headers, said.field())
                : directive(rule, Direction.RESPONSE, headers, directive);
    }

    private static Reason line(Rule rule, Direction in, Headers headers, String name) {
        int at = headers.indexOf(name, 0);
        return at < 0 ? of(rule) : new Reason(rule, in, headers.get(at));
    }
}
