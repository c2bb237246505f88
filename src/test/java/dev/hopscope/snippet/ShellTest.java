package dev.hopscope.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.snippet.quote.CshQuoting;
import dev.hopscope.snippet.quote.FishQuoting;
import dev.hopscope.snippet.quote.ShQuoting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts for shells, run in the shells. */
class ShellTest {
    @TempDir
    Path folder;

    /** A shell, its snippet and its quoting; {@code keep} are its arguments before a file. */
    record Shell(List<String> command, String id, UnaryOperator<String> quoting) {
        @Override
        public String toString() {
            return command.getFirst();
        }
    }

    static Stream<Shell> shells() {
        return Stream.of(
                new Shell(List.of("bash", "--norc"), "sh", ShQuoting::of),
                new Shell(List.of("dash"), "sh", ShQuoting::of),
                new Shell(List.of("zsh", "-f"), "sh", ShQuoting::of),
                new Shell(List.of("fish", "--no-config"), "fish", FishQuoting::of),
                new Shell(List.of("tcsh", "-f"), "csh", CshQuoting::of));
    }

    private void run(Shell shell, Map<String, String> before, String script) throws IOException, InterruptedException {
        RealTool tool = new RealTool(folder).with(before);
        tool.write("script", script);
        String[] command =
                Stream.concat(shell.command().stream(), Stream.of("script")).toArray(String[]::new);
        tool.run(command);
    }

    private static Snippet snippet(Shell shell) {
        return Snippets.byId(shell.id()).orElseThrow();
    }

    private static String session(Shell shell, String... texts) {
        StringBuilder script = new StringBuilder("env -0 > 0\n");
        for (int i = 0; i < texts.length; i++) {
            script.append(texts[i]).append("env -0 > ").append(i + 1).append('\n');
        }
        return script.toString();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aShellReadsBackExactlyWhatIsSet(Shell shell) throws IOException, InterruptedException {
        RealTool.needs(shell.toString());
        Environment wanted = Samples.hostile();
        run(
                shell,
                Map.of(),
                session(shell, snippet(shell).apply(wanted, Given.NOTHING).text()));
        assertThat(new RealTool(folder).variables("1")).containsAllEntriesOf(Samples.values(wanted));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void undoBringsBackEveryEarlierValueAlsoAfterSettingTwice(Shell shell) throws IOException, InterruptedException {
        RealTool.needs(shell.toString());
        Snippet snippet = snippet(shell);
        String apply = snippet.apply(Samples.hostile(), Given.NOTHING).text();
        String again = snippet.apply(Samples.plain(), Given.NOTHING).text();
        String undo = snippet.undo(Samples.plain(), Given.NOTHING).text();
        for (int i = 0; i < Samples.HOSTILE.size(); i++) {
            Map<String, String> before = new TreeMap<>();
            String other = Samples.HOSTILE.get((i + 1) % Samples.HOSTILE.size());
            before.put("http_proxy", Samples.HOSTILE.get(i));
            before.put("NO_PROXY", other);
            before.put("all_proxy", "unrelated " + other);
            run(shell, before, session(shell, apply, again, undo));
            RealTool tool = new RealTool(folder);
            assertThat(tool.variables("2")).containsEntry("http_proxy", "http://127.0.0.1:8888");
            assertThat(tool.variables("3")).as("after undo, with %s", before).isEqualTo(tool.variables("0"));
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void undoWithoutASetChangesNothing(Shell shell) throws IOException, InterruptedException {
        RealTool.needs(shell.toString());
        String undo = snippet(shell).undo(Samples.plain(), Given.NOTHING).text();
        run(shell, Map.of("http_proxy", "http://earlier.example:1"), session(shell, undo));
        RealTool tool = new RealTool(folder);
        assertThat(tool.variables("1")).isEqualTo(tool.variables("0"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void trustIsSetAndUndoBringsBackWhatWasThere(Shell shell) throws IOException, InterruptedException {
        RealTool.needs(shell.toString());
        Snippet snippet = snippet(shell);
        Environment wanted = Samples.trusting();
        String apply = snippet.apply(wanted, Given.NOTHING).text();
        String undo = snippet.undo(Samples.plain(), Given.NOTHING).text();
        Map<String, String> before =
                Map.of("SSL_CERT_FILE", "/mine it's", "NODE_EXTRA_CA_CERTS", "", "JAVA_TOOL_OPTIONS", "-Dmine='a b'");
        run(shell, before, session(shell, apply, apply, undo));
        RealTool tool = new RealTool(folder);
        Map<String, String> expected = new TreeMap<>();
        wanted.everything().forEach(one -> expected.put(one.name(), one.value()));
        if (shell.id().equals("sh")) {
            expected.computeIfPresent("JAVA_TOOL_OPTIONS", (name, value) -> "-Dmine='a b' " + value);
        }
        assertThat(tool.variables("1")).containsAllEntriesOf(expected);
        assertThat(tool.variables("2")).containsAllEntriesOf(expected);
        assertThat(tool.variables("3")).isEqualTo(tool.variables("0"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aQuotedWordIsReadAsItself(Shell shell) throws IOException, InterruptedException {
        RealTool.needs(shell.toString());
        StringBuilder script = new StringBuilder();
        for (String value : Samples.HOSTILE) {
            script.append("printf '%s\\n' ")
                    .append(shell.quoting().apply(value))
                    .append(" >> words\n");
        }
        run(shell, Map.of(), script.toString());
        assertThat(java.nio.file.Files.readString(folder.resolve("words")))
                .isEqualTo(String.join("\n", Samples.HOSTILE) + "\n");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aVariableThatWasNotExportedIsNotAfterwards(Shell shell) throws IOException, InterruptedException {
        if (shell.id().equals("csh")) {
            return; // setenv knows no other kind
        }
        RealTool.needs(shell.toString());
        String set = shell.id().equals("fish") ? "set -g http_proxy 'of the shell'\n" : "http_proxy='of the shell'\n";
        Snippet snippet = snippet(shell);
        String script = set
                + session(
                        shell,
                        snippet.apply(Samples.plain(), Given.NOTHING).text(),
                        snippet.undo(Samples.plain(), Given.NOTHING).text())
                + "printf %s \"$http_proxy\" > value\n";
        run(shell, Map.of(), script);
        assertThat(new RealTool(folder).variables("2")).doesNotContainKey("http_proxy");
        assertThat(java.nio.file.Files.readString(folder.resolve("value"))).isEqualTo("of the shell");
    }
}
