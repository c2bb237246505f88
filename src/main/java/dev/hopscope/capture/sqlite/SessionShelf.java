package dev.hopscope.capture.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the sessions that Hopscope begins by itself, one each start: names new ones and removes old ones. Any thread; blocks on the disk. Touches no file
 * that is not named as it names them, and none that is being recorded.
 */
public final class SessionShelf {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss", Locale.ROOT);
    private static final String SUFFIX = ".hops";
    private static final Pattern OURS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d(?:-\\d+)?\\.hops");

    private final Path folder;

    /** @param folder created, for its owner only, by the first {@link #newFile} */
    public SessionShelf(Path folder) {
        this.folder = folder;
    }

    /** @return a file that does not exist yet, named by date and time */
    public Path newFile(LocalDateTime now) throws IOException {
        createFolder();
        String name = NAME.format(now);
        Path file = folder.resolve(name + SUFFIX);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + SUFFIX);
        }
        return file;
    }

    private void createFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Removes the oldest sessions until at most {@code starts} remain and all together take at most {@code octets}; those being recorded count but stay.
     *
     * @return the files removed, oldest first, for the caller to name
     * @throws IOException where a file cannot be removed; those before it are
     */
    public List<Path> tidy(int starts, long octets) throws IOException {
        List<Path> sessions = sessions();
        long size = 0;
        for (Path session : sessions) {
            size += SessionFiles.sizeOnDisk(session);
        }
        int count = sessions.size();
        List<Path> removed = new ArrayList<>();
        for (Path session : sessions) {
            if (count <= starts && size <= octets) {
                break;
            }
            long its = SessionFiles.sizeOnDisk(session);
            if (!WriterLock.held(session)) {
                remove(session);
                removed.add(session);
                count--;
                size -= its;
            }
        }
        return removed;
    }

    /** Oldest first. */
    private List<Path> sessions() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> OURS.matcher(f.getFileName().toString()).matches() && Files.isRegularFile(f))
                    .sorted(Comparator.comparing(SessionShelf::order))
                    .toList();
        }
    }

    /** By name, {@code -10} after {@code -9}. */
    private static String order(Path session) {
        String name = session.getFileName().toString().replace(SUFFIX, "");
        int dash = name.indexOf('-', name.indexOf('_') + 9);
        String stem = dash < 0 ? name : name.substring(0, dash);
        int number = dash < 0 ? 1 : Integer.parseInt(name.substring(dash + 1));
        return String.format(Locale.ROOT, "%s-%010d", stem, number);
    }

    private static void remove(Path session) throws IOException {
        for (String beside : List.of("-wal", "-shm", "-lock", "")) {
            Files.deleteIfExists(session.resolveSibling(session.getFileName() + beside));
        }
    }
}
