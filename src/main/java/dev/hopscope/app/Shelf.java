package dev.hopscope.app;

import dev.hopscope.capture.sqlite.SessionShelf;
import dev.hopscope.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps automatic sessions within the settings, and says what it removed. Any thread; blocks on the disk. */
final class Shelf {
    private Shelf() {}

    /** @return what was removed or could not be, in words; null if nothing */
    static @Nullable String tidy(SessionShelf shelf, Settings.Recording limits) {
        try {
            List<Path> removed = shelf.tidy(limits.keepSessions(), limits.keepBytes());
            return removed.isEmpty() ? null : words(removed, limits);
        } catch (IOException e) {
            return "Old sessions could not be removed: " + e.getMessage();
        }
    }

    private static String words(List<Path> removed, Settings.Recording limits) {
        String names = removed.stream().map(f -> f.getFileName().toString()).collect(Collectors.joining(", "));
        return "Removed to keep " + limits.keepSessions() + " sessions and " + (limits.keepBytes() >> 20)
                + " MiB at most: " + names;
    }
}
