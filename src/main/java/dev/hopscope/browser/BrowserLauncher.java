package dev.hopscope.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Opens browsers and keeps in mind which are open. Any thread; opening blocks for a moment. Never ends one: the user does. Traffic of a browser is nothing it
 * knows of.
 */
public final class BrowserLauncher {
    /** What happened. */
    public enum Told {
        /** It is open, and trusts the authority. */
        OPENED,
        /** It is open without its sandbox, since this process runs as root. */
        WITHOUT_SANDBOX,
        /** It is open and does not trust the authority: {@code certutil} is missing. */
        UNTRUSTED
    }

    /**
     * A browser that ended as soon as it was started.
     *
     * @param status its exit status
     * @param said the last lines it wrote
     * @param command to start it by hand
     */
    public record Failed(Browser browser, int status, String said, String command) {}

    private static final Duration TOO_SOON = Duration.ofSeconds(15);
    private static final String OUTPUT = "hopscope-output.txt";

    private final ProfileFolders folders;
    private final Consumer<Failed> failed;
    private final boolean root;
    private final List<Process> open = new ArrayList<>();

    /** @param failed is told on a thread of its own */
    public BrowserLauncher(ProfileFolders folders, Consumer<Failed> failed) {
        this(folders, failed, "root".equals(System.getProperty("user.name")));
    }

    BrowserLauncher(ProfileFolders folders, Consumer<Failed> failed, boolean root) {
        this.folders = folders;
        this.failed = failed;
        this.root = root;
    }

    /**
     * Opens a browser, or a window more of one that is open with the same profile.
     *
     * @throws IOException where it cannot be started; the message holds the command to start it by hand
     */
    public Told open(Browser browser, Way way, String url) throws IOException {
        Path profile = folders.of(browser);
        boolean trusted = true;
        List<String> command;
        if (browser.kind().gecko()) {
            FirefoxProfile.write(profile, way);
            trusted = FirefoxProfile.trust(profile, way.authority());
            command = FirefoxProfile.command(browser, profile, url);
        } else {
            command = ChromiumProfile.command(browser, profile, way, url, root);
        }
        start(browser, profile, command);
        return !trusted ? Told.UNTRUSTED : root && !browser.kind().gecko() ? Told.WITHOUT_SANDBOX : Told.OPENED;
    }

    private void start(Browser browser, Path profile, List<String> command) throws IOException {
        Path output = profile.resolve(OUTPUT);
        long begun = System.nanoTime();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(e.getMessage() + ". " + typed(command), e);
        }
        synchronized (open) {
            open.add(process);
        }
        var unused = process.onExit().thenAccept(ended -> {
            synchronized (open) {
                open.remove(ended);
            }
            boolean soon = System.nanoTime() - begun < TOO_SOON.toNanos();
            if (ended.exitValue() != 0 && soon) {
                failed.accept(new Failed(browser, ended.exitValue(), lastLines(output), typed(command)));
            }
        });
    }

    /** Processes that were started and have not ended. */
    public int running() {
        synchronized (open) {
            return open.size();
        }
    }

    private static String lastLines(Path output) {
        try {
            List<String> lines = Files.readString(output, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException e) {
            return "its output cannot be read: " + e.getMessage();
        }
    }

    /** As it is typed into a shell. */
    static String typed(List<String> command) {
        return command.stream()
                .map(word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
