package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A program of this machine, run in a folder of the test's own with an environment of the test's own. */
final class RealTool {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    RealTool(Path folder) {
        this.folder = folder;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** Skips the test, saying so, where a program is missing. */
    static void needs(String... programs) {
        for (String program : programs) {
            assumeTrue(
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                            .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
                    program + " is not installed here");
        }
    }

    RealTool with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    RealTool with(Map<String, String> values) {
        environment.putAll(values);
        return this;
    }

    Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** Runs a command that must succeed; gives what it wrote to stdout. */
    String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int status = builder.redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        String written = Files.readString(out);
        assertThat(status)
                .as("status of %s, which wrote %s%s", List.of(command), written, Files.readString(err))
                .isZero();
        return written;
    }

    /** What {@code env -0} wrote, without what shells set for themselves. */
    Map<String, String> variables(String file) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        String text = new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
        for (String one : text.split("\0")) {
            int equals = one.indexOf('=');
            variables.put(one.substring(0, equals), one.substring(equals + 1));
        }
        List<String> ofShells = new ArrayList<>(List.of("_", "SHLVL", "PWD", "OLDPWD", "HOSTTYPE", "MACHTYPE"));
        ofShells.forEach(variables::remove);
        return variables;
    }
}
