package dev.hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.hopscope.snippet.Snippets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvCommandTest {
    @TempDir
    Path folder;

    private final FakeProgram program = new FakeProgram();

    private int env(String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "env";
        args[1] = "--confdir";
        args[2] = folder.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return program.run(args);
    }

    @Test
    void everyTargetIsListed() {
        assertThat(env("--list", "--json")).isZero();
        assertThat(JsonParser.parseString(program.out).getAsJsonArray()).hasSize(Snippets.ALL.size());
        assertThat(env("--list")).isZero();
        Snippets.ALL.forEach(snippet ->
                assertThat(program.out).contains("  " + snippet.card().id() + " "));
    }

    @Test
    void theTextGoesToStdoutAndWhatToKnowToStderr() {
        assertThat(env("--target", "sh", "--bypass", "10.0.0.0/8")).isZero();
        assertThat(program.out)
                .contains("export http_proxy=http://127.0.0.1:8888\n")
                .contains("10.0.0.0/8");
        assertThat(program.err).contains("10.0.0.0/8: not direct in", "Wget");
    }

    @Test
    void credentialsArePercentEncoded() {
        assertThat(env("--target", "sh", "--user", "a@b", "--password=p:/ü")).isZero();
        assertThat(program.out).contains("http://a%40b:p%3A%2F%C3%BC@127.0.0.1:8888");
    }

    @Test
    void aLineEndInAnInputIsRefusedInWords() {
        for (String bad : new String[] {"a\nb", "a\rb", "a\0b"}) {
            assertThat(env("--target", "sh", "--user", bad)).isEqualTo(ExitStatus.WRONG_USE);
            assertThat(program.out).isEmpty();
            assertThat(program.err).contains("The user holds a ");
            assertThat(env("--target", "sh", "--host", bad)).isEqualTo(ExitStatus.WRONG_USE);
            assertThat(env("--target", "sh", "--bypass", bad + ".test")).isEqualTo(ExitStatus.WRONG_USE);
            assertThat(env("--target", "sh", "--user", "u", "--password=" + bad))
                    .isEqualTo(ExitStatus.WRONG_USE);
        }
    }

    @Test
    void anUnknownTargetIsRefused() {
        assertThat(env("--target", "shell")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(program.err).contains("No target is called 'shell'", "hopscope env --list");
    }

    @Test
    void aHostThatIsNoneIsRefused() {
        assertThat(env("--target", "sh", "--host", "a;b")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(program.err).contains("holds ';', which no host name has");
    }
}
