package dev.hopscope.inspect.body;

import java.util.List;

/**
 * Something to say beside a rendering.
 *
 * @param key names its text in the resource bundle, below {@code body.note.}
 * @param arguments numbers and names to fill in
 */
public record Note(String key, List<Object> arguments) {
    public static Note of(String key, Object... arguments) {
        return new Note(key, List.of(arguments));
    }
}
