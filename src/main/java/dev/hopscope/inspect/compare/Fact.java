package dev.hopscope.inspect.compare;

import java.util.List;

/**
 * Something to say of a line or of a section. Immutable.
 *
 * @param key names its text in the resource bundle, below {@code compare.fact.}
 * @param arguments numbers and names to fill in
 */
public record Fact(String key, List<Object> arguments) {
    public static Fact of(String key, Object... arguments) {
        return new Fact(key, List.of(arguments));
    }
}
