package dev.hopscope.snippet;

import org.jspecify.annotations.Nullable;

/**
 * A target in words; immutable.
 *
 * @param id stable: {@code docker-config}
 * @param place where the text belongs: a file, or where it is run
 * @param named what the target needs a name for; null where it needs none
 */
public record SnippetCard(
        String id,
        String title,
        SnippetGroup group,
        SnippetUse use,
        String place,
        @Nullable Named named) {
    /**
     * A name of the user's own.
     *
     * @param what {@code unit}, {@code image}
     * @param usual the name taken where none is given
     */
    public record Named(String what, String usual) {}

    static SnippetCard run(String id, String title, SnippetGroup group, String place) {
        return new SnippetCard(id, title, group, SnippetUse.RUN, place, null);
    }

    static SnippetCard file(String id, String title, SnippetGroup group, String place) {
        return new SnippetCard(id, title, group, SnippetUse.FILE, place, null);
    }

    static SnippetCard paste(String id, String title, SnippetGroup group, String place) {
        return new SnippetCard(id, title, group, SnippetUse.PASTE, place, null);
    }

    SnippetCard named(String what, String usual) {
        return new SnippetCard(id, title, group, use, place, new Named(what, usual));
    }
}
