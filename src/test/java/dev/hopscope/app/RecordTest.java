package dev.hopscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code record} and the commands that read, each as a process of its own, on real sockets. */
class RecordTest {
    @TempDir
    Path folder;

    private HttpServer origin;
    private String url;

    @BeforeEach
    void origin() throws IOException {
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin.createContext("/", exchange -> {
            byte[] body = ("hello " + exchange.getRequestURI()).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        origin.start();
        url = "http://127.0.0.1:" + origin.getAddress().getPort();
    }

    @AfterEach
    void endOrigin() {
        origin.stop(0);
    }

    private String config() {
        return folder.resolve("config").toString();
    }

    private ChildHopscope record(String... more) throws IOException {
        String[] args = Stream.concat(Stream.of("record", "-p", "0", "--confdir", config()), Stream.of(more))
                .toArray(String[]::new);
        return ChildHopscope.start(folder, List.of(), args);
    }

    /** Sends one request through the proxy; the whole answer. */
    private static String get(int proxy, String target) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy)) {
            String host = target.replaceAll("http://([^/]*)/.*", "$1");
            String request = "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private List<JsonObject> list(Path session) throws Exception {
        ChildHopscope.Result result = ChildHopscope.run(folder, "list", session.toString(), "--json");
        assertThat(result.status()).as(result.err()).isZero();
        return result.out()
                .lines()
                .map(l -> JsonParser.parseString(l).getAsJsonObject())
                .toList();
    }

    private Path session() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(config(), "sessions"))) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".hops")).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSignalEndsItWithEverythingWritten(String signal) throws Exception {
        try (ChildHopscope hopscope = record()) {
            assertThat(get(hopscope.port(), url + "/a")).endsWith("hello /a");
            hopscope.signal(signal);
            assertThat(hopscope.await()).isZero();
            assertThat(hopscope.line()).isNull();
            assertThat(hopscope.stderr()).isEmpty();
        }
        List<JsonObject> rows = list(session());
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get("url").getAsString()).isEqualTo(url + "/a");
        assertThat(rows.getFirst().get("outcome").getAsString()).isEqualTo("completed");
        assertThat(rows.getFirst().get("responseBytes").getAsInt()).isEqualTo(8);
    }

    /** As a script without job control does it with a trailing ampersand. */
    @Test
    void aSignalEndsItAlsoWhereItWasStartedWithTheSignalIgnored() throws Exception {
        try (ChildHopscope hopscope =
                ChildHopscope.startIgnoring("INT", folder, "record", "-p", "0", "--confdir", config())) {
            hopscope.port();
            hopscope.signal("INT");
            assertThat(hopscope.await()).isZero();
        }
    }

    @Test
    void aSessionIsReadWhileItIsRecorded() throws Exception {
        Path file = folder.resolve("mine.hops");
        try (ChildHopscope hopscope = record("--session", file.toString())) {
            int port = hopscope.port();
            assertThat(ChildHopscope.run(folder, "list", file.toString()).status())
                    .isEqualTo(1);
            get(port, url + "/a");
            // the answer can be there before its row is; then it is a matter of milliseconds
            while (!ChildHopscope.run(folder, "list", file.toString(), "--count")
                    .out()
                    .equals("1\n")) {
                assertThat(hopscope.stderr()).isEmpty();
            }
            ChildHopscope.Result shown = ChildHopscope.run(folder, "show", file.toString(), "1", "--json");
            JsonObject exchange = JsonParser.parseString(shown.out()).getAsJsonObject();
            assertThat(exchange.getAsJsonObject("bodies")
                            .getAsJsonObject("response")
                            .get("content")
                            .getAsString())
                    .isEqualTo("hello /a");
            assertThat(exchange.getAsJsonArray("changes").toString())
                    .contains("\"reason\":\"via\"", "\"reason\":\"target-form\"");
            assertThat(ChildHopscope.run(folder, "show", file.toString(), "2").status())
                    .isEqualTo(1);
            Path har = folder.resolve("x.har");
            assertThat(ChildHopscope.run(folder, "export", file.toString(), "--har", har.toString())
                            .status())
                    .isZero();
            assertThat(har).content().contains("hello /a");
        }
    }

    @Test
    void curlIsRecorded() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "skipped: curl is missing");
        try (ChildHopscope hopscope = record()) {
            Process curl = new ProcessBuilder(
                            "/usr/bin/curl", "-sS", "-x", "http://127.0.0.1:" + hopscope.port(), url + "/from/curl")
                    .start();
            assertThat(new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("hello /from/curl");
            hopscope.signal("TERM");
            assertThat(hopscope.await()).isZero();
        }
        assertThat(list(session()).getFirst().get("client").getAsString()).isIn("curl", "127.0.0.1");
    }

    @Test
    void aPortThatIsTakenIsAFailureThatSaysWhatToDo() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(holder.getLocalPort());
            ChildHopscope.Result result = ChildHopscope.run(folder, "record", "-p", port, "--confdir", config());
            assertThat(result.status()).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains(port, "--listen-port").doesNotContain("Exception");
            assertThat(result.err())
                    .contains("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aSessionHasOneWriter() throws Exception {
        String file = folder.resolve("one.hops").toString();
        try (ChildHopscope first = record("--session", file)) {
            first.port();
            ChildHopscope.Result second =
                    ChildHopscope.run(folder, "record", "-p", "0", "--confdir", config(), "--session", file);
            assertThat(second.status()).isEqualTo(3);
            assertThat(second.err()).contains("one.hops");
        }
    }

    @Test
    void listeningBeyondLoopbackIsWarnedOf() throws Exception {
        try (ChildHopscope hopscope = record("--listen-host", "0.0.0.0")) {
            hopscope.port();
            hopscope.signal("TERM");
            assertThat(hopscope.await()).isZero();
            assertThat(hopscope.stderr()).isNotEmpty();
        }
    }

    @Test
    void recordingLoadsNothingOfTheScreen() throws Exception {
        Path classes = folder.resolve("classes.txt");
        List<String> jvm = List.of("-Xlog:class+load:file=" + classes);
        try (ChildHopscope hopscope = ChildHopscope.start(folder, jvm, "record", "-p", "0", "--confdir", config())) {
            get(hopscope.port(), url + "/a");
            hopscope.signal("TERM");
            assertThat(hopscope.await()).isZero();
        }
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains("dev.hopscope.cli.RecordCommand"));
        assertThat(loaded.stream()
                        .filter(line ->
                                line.matches(".*\\] (javafx|com\\.sun\\.javafx|dev\\.hopscope\\.ui|atlantafx)\\..*")))
                .isEmpty();
    }

    @Test
    void filesAreTheUsersAlone() throws Exception {
        try (ChildHopscope hopscope = record()) {
            hopscope.port();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(config()))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(session())))
                .isEqualTo("rw-------");
    }

    @Test
    void oldSessionsMakeRoomAndAreNamed() throws Exception {
        Path sessions = Files.createDirectories(Path.of(config(), "sessions"));
        Files.writeString(Path.of(config(), "settings.json"), "{\"recording\": {\"keepSessions\": 1}}");
        Path old = Files.writeString(sessions.resolve("2026-01-01_00-00-00.hops"), "old");
        Path mine = Files.writeString(sessions.resolve("mine.hops"), "mine");
        try (ChildHopscope hopscope = record()) {
            hopscope.port();
            assertThat(hopscope.firstMessage()).contains("2026-01-01_00-00-00.hops");
        }
        assertThat(old).doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void aDamagedSettingsFileIsSaidAndKeptAside() throws Exception {
        Files.createDirectories(Path.of(config()));
        Files.writeString(Path.of(config(), "settings.json"), "{");
        try (ChildHopscope hopscope = record()) {
            hopscope.port();
            hopscope.signal("TERM");
            assertThat(hopscope.await()).isZero();
            assertThat(hopscope.stderr()).contains("settings.json.bad");
        }
    }

    @Test
    void aBadPatternInTheSettingsIsAFailureThatNamesIt() throws Exception {
        Files.createDirectories(Path.of(config()));
        Files.writeString(Path.of(config(), "settings.json"), "{\"interception\": {\"ignoreHosts\": [\"(\"]}}");
        ChildHopscope.Result result = ChildHopscope.run(folder, "record", "-p", "0", "--confdir", config());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("settings.json", "'('").doesNotContain("\tat ");
    }

    @Test
    void anAuthorityThatCannotBeReadEndsIt() throws Exception {
        Files.createDirectories(Path.of(config()));
        Files.writeString(Path.of(config(), "hopscope-ca.p12"), "no key store");
        ChildHopscope.Result result = ChildHopscope.run(folder, "record", "-p", "0", "--confdir", config());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("hopscope-ca.p12").doesNotContain("\tat ");
    }

    @Test
    void theCertificateIsGivenOutWithoutItsKey() throws Exception {
        ChildHopscope.Result pem = ChildHopscope.run(folder, "ca", "--pem", "--confdir", config());
        assertThat(pem.status()).isZero();
        assertThat(pem.out()).startsWith("-----BEGIN CERTIFICATE-----").doesNotContain("PRIVATE");
        assertThat(pem.err()).contains("SHA-256 fingerprint");
        Path file = folder.resolve("ca.cer");
        assertThat(ChildHopscope.run(folder, "ca", "--der", file.toString(), "--confdir", config())
                        .status())
                .isZero();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        assertThat(factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file))))
                .isEqualTo(factory.generateCertificate(
                        new ByteArrayInputStream(pem.out().getBytes(StandardCharsets.US_ASCII))));
        try (ChildHopscope hopscope = record()) {
            assertThat(get(hopscope.port(), "http://hopscope.test/hopscope-ca-cert.pem"))
                    .endsWith(pem.out());
        }
    }
}
