package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors provoked on threads of their own. */
class ErrorLogTest {
    @TempDir
    Path folder;

    private static void fail(ErrorLog log, String name, Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, name);
        thread.setUncaughtExceptionHandler(log);
        thread.start();
        thread.join();
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("errors.log"));
    }

    @Test
    void anErrorNobodyCatchesIsWrittenWithItsPlaceAndTheCallsThatLedThere() throws Exception {
        ErrorLog log = new ErrorLog(folder);
        List<ErrorLog.Told> told = new ArrayList<>();
        log.onError(told::add);
        List<String> nothing = null;
        fail(log, "proxy-1-1", () -> nothing.clear());
        assertThat(text())
                .contains(", in proxy-1-1\n", "java.lang.NullPointerException: Cannot invoke", "ErrorLogTest");
        assertThat(told)
                .containsExactly(
                        new ErrorLog.Told("proxy", folder.resolve("errors.log").toAbsolutePath()));
    }

    @Test
    void whatAMessageHoldsOfTheTrafficIsNotWritten() throws Exception {
        ErrorLog log = new ErrorLog(folder);
        fail(log, "screen-work-1", () -> {
            throw new IllegalArgumentException(
                    "Authorization: Bearer secret", new IllegalStateException("Cookie: session=secret"));
        });
        assertThat(text())
                .contains("java.lang.IllegalArgumentException\n", "caused by java.lang.IllegalStateException\n")
                .doesNotContain("secret", "Authorization", "Cookie");
    }

    @Test
    void theFileIsReadableByTheUserAlone() throws Exception {
        fail(new ErrorLog(folder), "x", () -> {
            throw new IllegalStateException();
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("errors.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFullFileIsKeptOnceBesideTheNewOne() throws Exception {
        ErrorLog log = new ErrorLog(folder, 4_000);
        for (int i = 0; i < 30; i++) {
            fail(log, "thread-" + i, () -> {
                throw new IllegalStateException();
            });
        }
        assertThat(text()).contains("in thread-29\n").doesNotContain("in thread-0\n");
        assertThat(Files.size(folder.resolve("errors.log"))).isLessThan(5_000);
        assertThat(folder.resolve("errors.log.1")).exists();
        assertThat(folder.resolve("errors.log.2")).doesNotExist();
    }

    @Test
    void theSameErrorIsToldOnce() throws Exception {
        ErrorLog log = new ErrorLog(folder);
        List<ErrorLog.Told> told = new ArrayList<>();
        log.onError(told::add);
        for (int i = 0; i < 3; i++) {
            fail(log, "JavaFX Application Thread", () -> {
                throw new IllegalStateException();
            });
        }
        assertThat(told).extracting(ErrorLog.Told::place).containsExactly("window");
        assertThat(text().lines().filter(line -> line.contains("IllegalStateException")))
                .hasSize(3);
    }

    @Test
    void whatALibraryCatchesAndLogsIsWrittenTooAndAFailedConnectionIsNot() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Logger root = Logger.getLogger("");
        var handlers = List.of(root.getHandlers());
        try {
            ErrorLog.install(folder);
            new LogSetup();
            LogRecord bug = new LogRecord(Level.WARNING, "A task raised an exception");
            bug.setLoggerName("io.netty.util.concurrent.SingleThreadEventExecutor");
            bug.setThrown(new IllegalStateException("of a task"));
            root.log(bug);
            LogRecord usual = new LogRecord(Level.WARNING, "reset");
            usual.setLoggerName("io.netty.channel");
            usual.setThrown(new IOException("Connection reset by peer"));
            root.log(usual);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            for (var handler : root.getHandlers()) {
                if (!handlers.contains(handler)) {
                    root.removeHandler(handler);
                }
            }
        }
        assertThat(text())
                .contains("in io.netty.util.concurrent.SingleThreadEventExecutor\n")
                .doesNotContain("reset");
    }
}
