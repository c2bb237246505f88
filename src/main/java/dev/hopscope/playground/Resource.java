package dev.hopscope.playground;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * One thing to try: its path, and what it answers. Its words are in {@code messages.properties} under its id. Immutable.
 *
 * @param id of its words
 * @param path as the index page links it
 * @param takes which paths are its own
 */
record Resource(String id, String path, Predicate<String> takes, Answer answer) {
    /** Writes the response; on a thread of the connection, may block. */
    @FunctionalInterface
    interface Answer {
        void to(PlayRequest request, Wire wire) throws IOException;
    }

    /** A resource at one path. */
    static Resource at(String id, String path, Answer answer) {
        String place = path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?'));
        return new Resource(id, path, place::equals, answer);
    }

    /** A resource at all paths that begin so. */
    static Resource below(String id, String beginning, String path, Answer answer) {
        return new Resource(id, path, asked -> asked.startsWith(beginning), answer);
    }
}
