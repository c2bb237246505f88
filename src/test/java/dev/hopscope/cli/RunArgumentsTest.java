package dev.hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunArgumentsTest {
    private final FakeProgram program = new FakeProgram();

    private Settings settings(String... args) {
        assertThat(program.run(args)).as(program.err).isZero();
        return request().options().apply(Settings.DEFAULT);
    }

    private RunRequest request() {
        return Objects.requireNonNull(program.asked);
    }

    @Test
    void withoutOptionsTheSettingsHold() {
        assertThat(settings()).isEqualTo(Settings.DEFAULT);
        assertThat(request().session()).isNull();
        assertThat(request().insecure()).isFalse();
        assertThat(request().folder().path()).endsWithRaw(Path.of(".hopscope"));
    }

    @Test
    void theCacheIsTurnedOnWithItsSizeAndOffWithNone() {
        assertThat(settings("--cache", "2m", "--cache-private", "--cache-target", "CDN-Cache-Control")
                        .cache())
                .isEqualTo(new Settings.Cache(true, 2 << 20, true, List.of("CDN-Cache-Control")));
        assertThat(settings("--cache", "0").cache()).isEqualTo(Settings.Cache.DEFAULT);
    }

    @Test
    void optionsChangeTheSettingsOfThisRun(@TempDir Path folder) {
        Settings settings = settings(
                "-p",
                "0",
                "--listen-host",
                "::1",
                "--confdir",
                folder.toString(),
                "--session",
                "a.hops",
                "--no-intercept",
                "--ignore-hosts",
                "bank",
                "--ignore-hosts",
                "x$",
                "--allow-hosts",
                "[.]test",
                "-k",
                "--upstream",
                "http://ann:s%20x@p.test:3128",
                "--max-body",
                "2k");
        assertThat(settings.proxy().host()).isEqualTo("::1");
        assertThat(settings.proxy().port()).isZero();
        assertThat(settings.proxy().upstream()).isEqualTo(new Settings.Upstream("p.test", 3128, "ann", "s x"));
        assertThat(settings.interception())
                .isEqualTo(new Settings.Interception(false, List.of("bank", "x$"), List.of("[.]test")));
        assertThat(settings.recording().maxBodyBytes()).isEqualTo(2048);
        assertThat(request().insecure()).isTrue();
        assertThat(request().session()).isEqualTo(Path.of("a.hops").toAbsolutePath());
        assertThat(request().folder().path()).isEqualTo(folder);
    }

    @Test
    void interceptionCanBeAskedForOverTheSettings() {
        settings("--intercept");
        Settings off = Settings.DEFAULT.withInterception(i -> i.withOn(false));
        assertThat(request().options().apply(off).interception().on()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"http://p.test:1, p.test, 1", "p.test:3128, p.test, 3128", "http://[::1]:8080/, ::1, 8080"})
    void anUpstreamIsHostAndPort(String text, String host, int port) {
        assertThat(RunArguments.upstream(text)).isEqualTo(new Settings.Upstream(host, port, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-p 65536",
                "-p -1",
                "-p x",
                "--listen-host=",
                "--ignore-hosts (",
                "--ignore-hosts *a",
                "--allow-hosts (?=a)b",
                "--upstream https://p.test:1",
                "--upstream http://p.test",
                "--upstream http://p.test:1/path",
                "--upstream http://:1",
                "--max-body 1x",
                "--max-body -1",
                "--upstream-ca /does/not/exist",
                "--no-such-option",
                "surplus",
                "-p 1 record"
            })
    void whatCannotBeIsWrongUse(String args) {
        assertThat(program.run(args.split(" "))).as(program.err).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(program.err).startsWith("hopscope: ").doesNotContain("\tat ");
        assertThat(program.out).isEmpty();
        assertThat(program.asked).isNull();
    }

    @Test
    void aPasswordIsNotRepeatedInAMessage() {
        program.run("--upstream", "http://ann:secret@p.test");
        assertThat(program.err).doesNotContain("secret");
    }

    @Test
    void aFileWithoutCertificatesIsWrongUse(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.pem"), "no certificate");
        assertThat(program.run("--upstream-ca", file.toString())).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(program.err).contains("certificate", "x.pem");
    }

    @Test
    void wrongArgumentsAreShownEscaped() {
        program.run("--x\u001b[31m\u202e");
        assertThat(program.err).contains("\\x1b[31m\\u{202e}").doesNotContain("\u001b", "\u202e");
    }
}
