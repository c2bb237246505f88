package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the guide, pasted into a real shell. */
class FirstStepsOfTest {
    @TempDir
    Path folder;

    @Test
    void aShellWithTheLinesOfTheGuideTrustsWhatIsOpened() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "needs curl");
        try (LiveHopscope live = new LiveHopscope(folder)) {
            String lines = FirstStepsOf.shellLines(live.proxy(), live.authorities());
            Process shell = new ProcessBuilder("/bin/sh")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var typed = shell.outputWriter()) {
                typed.write(lines + "\n/usr/bin/curl -s -o " + folder.resolve("page")
                        + " -w '%{http_code} %{url_effective}'" + " https://playground.hopscope.test/json\n");
            }
            assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("200 https://playground.hopscope.test/json");
            assertThat(live.exchanges()).isNotEmpty();
        }
    }
}
