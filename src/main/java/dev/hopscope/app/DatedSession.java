package dev.hopscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of automatic sessions: the moment of the start, readable and sortable. Any thread. Creates nothing. */
final class DatedSession {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH-mm-ss", Locale.ROOT);

    private DatedSession() {}

    /** A file that is not there yet, {@code 2026-11-24 10-44-05.hops}. */
    static Path in(Path folder) {
        String name = NAME.format(LocalDateTime.now());
        Path file = folder.resolve(name + ".hops");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + " " + i + ".hops");
        }
        return file;
    }
}
