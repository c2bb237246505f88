package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, as a user starts it. One thread. Is ended at the latest by {@link #close}. */
final class ChildHopscope implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;

    private ChildHopscope(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param jvm more arguments of the JVM */
    static ChildHopscope start(Path folder, List<String> jvm, String... args) throws IOException {
        return start(folder, command(jvm, args));
    }

    /** Starts it with a signal ignored. */
    static ChildHopscope startIgnoring(String signal, Path folder, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' " + signal + "; exec \"$@\"", "sh"));
        command.addAll(command(List.of(), args));
        return start(folder, command);
    }

    private static List<String> command(List<String> jvm, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Xmx256m"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.hopscope.app.Main"));
        command.addAll(List.of(args));
        return command;
    }

    private static ChildHopscope start(Path folder, List<String> command) throws IOException {
        Path errors = Files.createTempFile(folder, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("JDK_JAVA_OPTIONS") || name.startsWith("JAVA_TOOL_OPTIONS"));
        return new ChildHopscope(builder.start(), errors);
    }

    /** Starts it, reads all it says, and waits for its end. */
    static Result run(Path folder, String... args) throws Exception {
        try (ChildHopscope child = start(folder, List.of(), args)) {
            String out = child.out.lines().reduce("", (a, b) -> a + b + "\n");
            return new Result(child.await(), out, child.stderr());
        }
    }

    record Result(int status, String out, String err) {}

    /** The next line of stdout; null at its end. */
    @org.jspecify.annotations.Nullable
    String line() throws IOException {
        return out.readLine();
    }

    /** Waits for the line that says it is ready, and gives the port. */
    int port() throws IOException {
        String line = line();
        assertThat(line).as(stderr()).matches("listening on http://[0-9.]+:[0-9]+");
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Waits for the end; its exit status. */
    int await() throws InterruptedException, IOException {
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                .as("it ends; stderr: " + stderr())
                .isTrue();
        return process.exitValue();
    }

    /** Waits for the first whole line of stderr. */
    String firstMessage() throws IOException {
        String text = stderr();
        while (!text.contains("\n")) {
            assertThat(alive()).as("it runs").isTrue();
            Thread.onSpinWait();
            text = stderr();
        }
        return text.lines().findFirst().orElseThrow();
    }

    boolean alive() {
        return process.isAlive();
    }

    String stderr() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
