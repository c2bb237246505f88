package dev.hopscope.app;

import dev.hopscope.cli.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes unexpected errors of the program itself into {@code errors.log} of its folder: when, where, which, and the calls that led there. Any thread. Sends nothing
 * anywhere, and keeps captured data out: of messages it writes those alone that the Java machine makes, which name classes and numbers.
 */
final class ErrorLog implements Thread.UncaughtExceptionHandler {
    /**
     * An error that was written.
     *
     * @param place which part of the program, as a key of its words
     */
    record Told(String place, Path file) {}

    static final String NAME = "errors.log";
    private static final long MOST_BYTES = 512 * 1024;
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 8;
    private static volatile @Nullable ErrorLog current;

    private final Path file;
    private final long mostBytes;
    private final Set<String> known = new HashSet<>();
    private volatile @Nullable Consumer<Told> listener;

    ErrorLog(Path folder) {
        this(folder, MOST_BYTES);
    }

    ErrorLog(Path folder, long mostBytes) {
        this.file = folder.resolve(NAME).toAbsolutePath();
        this.mostBytes = mostBytes;
    }

    /** Takes what no thread catches from now on, and what is logged of it. */
    static ErrorLog install(Path folder) {
        ErrorLog log = new ErrorLog(folder);
        current = log;
        Thread.setDefaultUncaughtExceptionHandler(log);
        return log;
    }

    /** Takes an error that was caught and logged, if it is one nobody expects. */
    static void logged(String logger, Throwable error) {
        ErrorLog log = current;
        if (log != null && unexpected(error)) {
            log.write(logger, error);
        }
    }

    /** What is wrong with a file or a connection is expected. */
    private static boolean unexpected(Throwable error) {
        return error instanceof RuntimeException || error instanceof Error;
    }

    Path file() {
        return file;
    }

    /** Who is told, once of each error; on the thread it happened on. */
    void onError(Consumer<Told> told) {
        listener = told;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        write(thread.getName(), error);
    }

    private void write(String where, Throwable error) {
        boolean fresh;
        synchronized (this) {
            fresh = known.size() < 200 && known.add(signature(error));
            try {
                append(entry(where, error));
            } catch (IOException e) {
                System.err.println("hopscope: " + file + " cannot be written ("
                        + e.getClass().getSimpleName() + "); an unexpected error: "
                        + error.getClass().getName());
                return;
            }
        }
        Consumer<Told> told = listener;
        if (!fresh) {
            return;
        }
        if (told != null) {
            told.accept(new Told(place(where), file));
        } else {
            System.err.println("hopscope: something went wrong; details are in " + file);
        }
    }

    private static String signature(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        return error.getClass().getName() + (frames.length == 0 ? "" : " " + frames[0]);
    }

    /** The part of the program a thread or a logger belongs to. */
    static String place(String where) {
        if (where.equals("JavaFX Application Thread") || where.startsWith("dev.hopscope.ui")) {
            return "window";
        }
        if (where.startsWith("proxy") || where.startsWith("io.netty") || where.startsWith("dev.hopscope.proxy")) {
            return "proxy";
        }
        if (where.startsWith("recorder") || where.startsWith("dev.hopscope.capture")) {
            return "recording";
        }
        return "program";
    }

    private static String entry(String where, Throwable error) {
        StringBuilder text = new StringBuilder()
                .append(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .append(" Hopscope ")
                .append(Commands.version())
                .append(", Java ")
                .append(Runtime.version())
                .append(", ")
                .append(System.getProperty("os.name"))
                .append(", in ")
                .append(where.replaceAll("[^\\w .$-]", "?"))
                .append('\n');
        Throwable at = error;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : "caused by ")
                    .append(at.getClass().getName())
                    .append(message(at))
                    .append('\n');
            StackTraceElement[] frames = at.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
            if (frames.length > MOST_FRAMES) {
                text.append("    and ").append(frames.length - MOST_FRAMES).append(" more\n");
            }
            at = at.getCause();
        }
        return text.append('\n').toString();
    }

    /** Messages the machine makes; others may hold a value that was captured. */
    private static String message(Throwable error) {
        boolean ours = switch (error) {
            case NullPointerException e -> fromMachine(e);
            case ClassCastException e -> fromMachine(e);
            case ArrayIndexOutOfBoundsException e -> fromMachine(e);
            case ArithmeticException e -> fromMachine(e);
            case LinkageError e -> true;
            case VirtualMachineError e -> true;
            default -> false;
        };
        return ours && error.getMessage() != null ? ": " + error.getMessage() : "";
    }

    private static boolean fromMachine(RuntimeException error) {
        String text = String.valueOf(error.getMessage());
        return text.startsWith("Cannot ")
                || text.startsWith("class ")
                || text.startsWith("Index ")
                || text.equals("/ by zero");
    }

    private void append(String text) throws IOException {
        if (Files.exists(file) && Files.size(file) + text.length() > mostBytes) {
            Files.move(file, file.resolveSibling(NAME + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        make();
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** Readable by the user alone from its first moment. */
    private void make() throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return; // as it should be after the first
        }
    }
}
