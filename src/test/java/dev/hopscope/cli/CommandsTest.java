package dev.hopscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.interchange.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    Path folder;

    private final FakeProgram program = new FakeProgram();
    private final Samples samples = new Samples();
    private String file = "";

    @BeforeEach
    void session() throws IOException {
        file = Files.createFile(folder.resolve("s.hops")).toString();
        program.bodies = samples;
        Headers response = Headers.of("Content-Type", "text/plain", "X-Evil", "\u001b[31m\u009b");
        program.exchanges.add(Samples.completed(
                1,
                "GET",
                "https://a.test/p?" + "q".repeat(400),
                Headers.of("Host", "b.test", "host", "c.test"),
                response,
                null,
                samples.body(1, Direction.RESPONSE, Samples.utf8("grün\u202e"))));
        program.exchanges.add(Samples.tunnel(2));
        program.exchanges.add(Samples.handshake(3));
        program.exchanges.add(Samples.failed(4));
    }

    private List<JsonObject> lines() {
        return program.out
                .lines()
                .map(l -> JsonParser.parseString(l).getAsJsonObject())
                .toList();
    }

    static List<String> names() {
        return List.copyOf(Commands.ALL.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandHasHelp(String name) {
        assertThat(program.run(name, "--help")).isZero();
        assertThat(program.out).contains("Usage: hopscope " + name);
    }

    @Test
    void theHelpNamesEveryCommand() {
        assertThat(program.run("--help")).isZero();
        assertThat(program.out).contains(Commands.ALL.keySet()).contains("--listen-port", "Usage: hopscope");
    }

    @Test
    void theVersionIsShown() {
        assertThat(program.run("--version")).isZero();
        assertThat(program.out).startsWith("Hopscope ");
    }

    @Test
    void aSessionFileAloneIsOpened() {
        assertThat(program.run(file)).isZero();
        assertThat(program.opened).isEqualTo(Path.of(file));
    }

    @Test
    void eachRowIsALineOfJson() {
        assertThat(program.run("list", file, "--json")).isZero();
        assertThat(lines()).hasSize(4);
        assertThat(lines())
                .extracting(o -> String.join(" ", o.keySet()))
                .containsOnly(
                        "id time client method url protocol status requestBytes responseBytes durationMs outcome kind"
                                + " parent");
        JsonObject first = lines().getFirst();
        assertThat(first.get("id").getAsLong()).isEqualTo(1);
        assertThat(first.get("time").getAsString()).isEqualTo("2026-11-24T10:00:00.123Z");
        assertThat(first.get("url").getAsString()).isEqualTo("https://a.test/p?" + "q".repeat(400));
        assertThat(first.get("protocol").getAsString()).isEqualTo("HTTP/1.1");
        assertThat(first.get("durationMs").getAsDouble()).isEqualTo(17);
        assertThat(first.get("outcome").getAsString()).isEqualTo("completed");
        assertThat(first.get("parent").isJsonNull()).isTrue();
        assertThat(lines())
                .extracting(o -> o.get("kind").getAsString())
                .containsExactly("http", "tunnel", "handshake", "http");
        assertThat(lines().get(3).get("status").isJsonNull()).isTrue();
    }

    @Test
    void eachRowIsALineForPeople() {
        assertThat(program.run("list", file)).isZero();
        assertThat(program.out.lines()).hasSize(4);
        assertThat(program.out.lines().toList().get(3)).contains("GET", "ERR", "https://a.test/");
    }

    @Test
    void rowsAreCounted() {
        assertThat(program.run("list", file, "--count")).isZero();
        assertThat(program.out).isEqualTo("4\n");
    }

    @Test
    void anEmptySessionIsNothingFound() {
        program.exchanges.clear();
        assertThat(program.run("list", file)).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(program.run("list", file, "--json")).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(program.out).isEmpty();
        assertThat(program.run("list", file, "--count")).isZero();
        assertThat(program.out).isEqualTo("0\n");
    }

    @Test
    void whatIsDamagedIsSaidOnStderr() {
        program.damage.add("7 rows cannot be read");
        assertThat(program.run("list", file)).isZero();
        assertThat(program.err).contains("7 rows cannot be read");
    }

    @Test
    void oneExchangeIsShownWhole() {
        assertThat(program.run("show", file, "1", "--json")).isZero();
        JsonObject shown = lines().getFirst();
        assertThat(shown.keySet()).contains("id", "url", "heads", "changes", "connections", "timings", "bodies");
        JsonObject received = shown.getAsJsonObject("heads").getAsJsonObject("requestReceived");
        assertThat(received.get("headers").toString())
                .isEqualTo("[{\"name\":\"Host\",\"value\":\"b.test\"},{\"name\":\"host\",\"value\":\"c.test\"}]");
        assertThat(shown.getAsJsonObject("heads").keySet())
                .containsExactly("requestReceived", "requestForwarded", "responseReceived", "responseReturned");
        JsonObject change = shown.getAsJsonArray("changes").get(0).getAsJsonObject();
        assertThat(change.keySet()).contains("leg", "kind", "name", "before", "after", "reason", "rfc");
        assertThat(change.get("reason").getAsString()).isEqualTo("target-form");
        assertThat(shown.getAsJsonObject("connections")
                        .getAsJsonObject("origin")
                        .getAsJsonObject("tls")
                        .get("version")
                        .getAsString())
                .isEqualTo("TLSv1.3");
        assertThat(shown.getAsJsonObject("timings").get("connectEnd").getAsDouble())
                .isEqualTo(4);
        JsonObject body = shown.getAsJsonObject("bodies").getAsJsonObject("response");
        assertThat(body.get("content").getAsString()).isEqualTo("grün\u202e");
        assertThat(body.get("encoding").getAsString()).isEqualTo("text");
        assertThat(shown.getAsJsonObject("bodies").get("request").isJsonNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "#1"})
    void everyKindIsShown(String id) {
        assertThat(program.run("show", file, id)).isZero();
        assertThat(program.out).contains("a.test");
        assertThat(program.run("show", file, id, "--json")).isZero();
        assertThat(lines().getFirst().keySet()).contains("heads", "changes", "connections", "timings", "bodies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void whatTheWireCarriedIsEscapedInATerminal(String option) {
        List<String> args = option.isEmpty() ? List.of("show", file, "1") : List.of("show", file, "1", option);
        program.run(args.toArray(String[]::new));
        assertThat(program.out).doesNotContain("\u001b", "\u009b", "\u202e").contains("grün");
    }

    @Test
    void aBodyThatIsNoTextIsBase64() {
        program.exchanges.set(
                0,
                Samples.completed(
                        1,
                        "GET",
                        "/",
                        Headers.EMPTY,
                        Headers.EMPTY,
                        null,
                        samples.body(1, Direction.RESPONSE, new byte[] {0, -1})));
        program.run("show", file, "1", "--json");
        JsonObject body = lines().getFirst().getAsJsonObject("bodies").getAsJsonObject("response");
        assertThat(body.get("encoding").getAsString()).isEqualTo("base64");
        assertThat(body.get("content").getAsString()).isEqualTo("AP8=");
    }

    @Test
    void anUnknownRowIsNothingFound() {
        assertThat(program.run("show", file, "99")).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(program.out).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-3", "1.5", "99999999999999999999"})
    void whatIsNoNumberOfARowIsWrongUse(String id) {
        assertThat(program.run("show", file, id)).isEqualTo(ExitStatus.WRONG_USE);
    }

    @Test
    void aMissingFileIsAFailure() {
        for (String[] args : new String[][] {
            {"list", "/no/such"}, {"show", "/no/such", "1"}, {"export", "/no/such", "--har", "x"}, {"open", "/no/such"}
        }) {
            assertThat(program.run(args)).isEqualTo(ExitStatus.FAILURE);
            assertThat(program.err).contains("There is no file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "export", "ca", "open", "list a b", "ca --pem --der", "record x"})
    void missingOrSurplusArgumentsAreWrongUse(String args) {
        assertThat(program.run(args.split(" "))).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(program.err).contains("--help");
    }

    @Test
    void aSessionIsExported() throws IOException {
        Path har = folder.resolve("x.har");
        assertThat(program.run("export", file, "--har", har.toString())).isZero();
        assertThat(JsonParser.parseString(Files.readString(har))
                        .getAsJsonObject()
                        .getAsJsonObject("log")
                        .getAsJsonArray("entries"))
                .hasSize(2);
        assertThat(program.err).contains("2 exchanges were written. 2 tunnels and failed handshakes");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anExportThatFailsLeavesTheOldFile() throws IOException {
        Path har = Files.writeString(folder.resolve("x.har"), "old");
        program.bodies = ref -> {
            throw new IOException("the disk is gone");
        };
        assertThat(program.run("export", file, "--har", har.toString())).isEqualTo(ExitStatus.FAILURE);
        assertThat(har).content().isEqualTo("old");
        assertThat(program.err).contains("the disk is gone");
    }

    @Test
    void anExportIntoALinkReplacesWhatTheLinkLeadsTo() throws IOException {
        Path har = Files.writeString(folder.resolve("real.har"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.har"), har.getFileName());
        assertThat(program.run("export", file, "--har", link.toString())).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(har)).startsWith("{");
    }

    @Test
    void anExportIntoAPipeGoesThroughThePipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(made.waitFor() == 0, "no named pipes here");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(program.run("export", file, "--har", pipe.toString())).isZero();
        assertThat(read.get(20, TimeUnit.SECONDS)).startsWith("{");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void anExportGoesToStdout() {
        assertThat(program.run("export", file, "--har", "-")).isZero();
        assertThat(JsonParser.parseString(program.out).isJsonObject()).isTrue();
    }

    @Test
    void aFailureToStartIsSaidInWords() {
        assertThat(program.run("record")).isEqualTo(ExitStatus.FAILURE);
        assertThat(program.err).isEqualTo("hopscope: There is no proxy here.\n");
        assertThat(program.run("ca", "--pem")).isEqualTo(ExitStatus.FAILURE);
    }

    @Test
    void aPasswordFileThatCannotBeReadIsNamed() throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});
        for (Path unread : new Path[] {folder, binary, folder.resolve("nowhere")}) {
            assertThat(program.run("ca", "--import", file, "--password-file", unread.toString()))
                    .isEqualTo(ExitStatus.FAILURE);
            assertThat(program.err).contains("The password was not read", unread.toString());
        }
    }

    @Test
    void aSessionIsOpenedInTheWindow() {
        assertThat(program.run("open", file)).isZero();
        assertThat(program.opened).isEqualTo(Path.of(file));
    }
}
