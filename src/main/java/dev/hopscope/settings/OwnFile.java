package dev.hopscope.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A small text file in the user's folder, such as the settings: replaced in one step, readable by the user alone, set aside where it is damaged. Any thread; blocks on the
 * disk. Knows nothing of what it holds.
 */
public record OwnFile(Path path) {
    /** Replaces the file. Of two programs that write at once the later one wins. */
    public void write(String text) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, path.getFileName().toString(), ".new"); // mode 0600
        try {
            Files.writeString(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Renames the file to {@code NAME.bad}, in place of an earlier one, and tells where it is. */
    public Path setAside() throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".bad");
        return Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What made a file unreadable, in one line: what a constructor of a record says comes wrapped. */
    public static String words(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
