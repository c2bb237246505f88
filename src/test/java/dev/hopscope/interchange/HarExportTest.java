package dev.hopscope.interchange;

import static dev.hopscope.interchange.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.hopscope.exchange.BodyRef;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarExportTest {
    private final Samples samples = new Samples();

    private String har(Exchange... exchanges) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HarExport export = new HarExport(out, samples, "1.0", Decoding.JDK);
        for (Exchange exchange : exchanges) {
            export.add(exchange);
        }
        export.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonObject entry(Exchange exchange) throws IOException {
        JsonArray entries = log(har(exchange)).getAsJsonArray("entries");
        assertThat(entries).hasSize(1);
        return entries.get(0).getAsJsonObject();
    }

    private static JsonObject log(String har) {
        return JsonParser.parseString(har).getAsJsonObject().getAsJsonObject("log");
    }

    private Exchange get(String target, Headers request, Headers response, byte @Nullable [] body) {
        BodyRef ref = body == null ? null : samples.body(1, Direction.RESPONSE, body);
        return Samples.completed(1, "GET", target, request, response, null, ref);
    }

    private Exchange post(String type, byte[] body) {
        return Samples.completed(
                1,
                "POST",
                "/",
                Headers.of("Content-Type", type),
                Headers.EMPTY,
                samples.body(1, Direction.REQUEST, body),
                null);
    }

    private JsonObject content(Headers response, byte[] body) throws IOException {
        return entry(get("/", Headers.EMPTY, response, body))
                .getAsJsonObject("response")
                .getAsJsonObject("content");
    }

    @Test
    void theLogHasAVersionACreatorAndAPage() throws IOException {
        JsonObject log = log(har(get("/", Headers.EMPTY, Headers.EMPTY, null)));
        assertThat(log.get("version").getAsString()).isEqualTo("1.2");
        assertThat(log.getAsJsonObject("creator").get("name").getAsString()).isEqualTo("Hopscope");
        String page =
                log.getAsJsonArray("pages").get(0).getAsJsonObject().get("id").getAsString();
        assertThat(log.getAsJsonArray("entries")
                        .get(0)
                        .getAsJsonObject()
                        .get("pageref")
                        .getAsString())
                .isEqualTo(page);
    }

    @Test
    void anEmptySessionIsAFileAllTheSame() throws IOException {
        JsonObject log = log(har());
        assertThat(log.getAsJsonArray("entries")).isEmpty();
        assertThat(log.getAsJsonArray("pages")).hasSize(1);
    }

    @Test
    void theTimeOfAnEntryIsTheSumOfItsPhasesAndConnectHoldsTls() throws IOException {
        JsonObject entry = entry(get("/", Headers.EMPTY, Headers.EMPTY, null));
        JsonObject timings = entry.getAsJsonObject("timings");
        assertThat(timings.toString())
                .isEqualTo(
                        "{\"blocked\":1.000,\"dns\":1.000,\"connect\":5.000,\"ssl\":3.000,\"send\":1.000,\"wait\":5.000,\"receive\":4.000}");
        assertThat(entry.get("time").getAsDouble()).isEqualTo(17.0);
        assertThat(entry.get("startedDateTime").getAsString()).isEqualTo("2026-11-24T10:00:00.123Z");
    }

    @Test
    void anExchangeWithoutResponseHasStatusZeroAndAnError() throws IOException {
        JsonObject entry = entry(Samples.failed(1));
        JsonObject response = entry.getAsJsonObject("response");
        assertThat(response.get("status").getAsInt()).isZero();
        assertThat(response.get("_error").getAsString()).startsWith("connection-refused");
        assertThat(entry.getAsJsonObject("timings").get("dns").getAsInt()).isEqualTo(-1);
        assertThat(entry.getAsJsonObject("timings").get("wait").getAsInt()).isZero();
    }

    @Test
    void tunnelsAndHandshakesAreLeftOutAndCounted() throws IOException {
        JsonObject log = log(har(Samples.tunnel(1), Samples.failed(2), Samples.handshake(3)));
        assertThat(log.getAsJsonArray("entries")).hasSize(1);
        assertThat(log.get("comment").getAsString()).startsWith("2 tunnels and failed handshakes");
    }

    @Test
    void textIsText() throws IOException {
        JsonObject content = content(
                Headers.of("Content-Type", "text/plain"), utf8("grün \u2028\u0000".replace("\u0000", "\"\\\n")));
        assertThat(content.get("text").getAsString()).isEqualTo("grün \u2028\"\\\n");
        assertThat(content.has("encoding")).isFalse();
    }

    @Test
    void binaryIsBase64() throws IOException {
        byte[] octets = {(byte) 0x89, 'P', 0, (byte) 0xff};
        JsonObject content = content(Headers.of("Content-Type", "image/png"), octets);
        assertThat(content.get("encoding").getAsString()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(content.get("text").getAsString()))
                .isEqualTo(octets);
    }

    @Test
    void aBodyWithAContentCodingIsDecoded() throws IOException {
        byte[] packed = gzip(utf8("hello hello hello hello hello"));
        JsonObject entry = entry(get("/", Headers.EMPTY, Headers.of("Content-Encoding", "gzip"), packed));
        JsonObject response = entry.getAsJsonObject("response");
        JsonObject content = response.getAsJsonObject("content");
        assertThat(content.get("text").getAsString()).isEqualTo("hello hello hello hello hello");
        assertThat(content.get("size").getAsInt()).isEqualTo(29);
        assertThat(response.get("bodySize").getAsInt()).isEqualTo(packed.length);
        assertThat(content.get("compression").getAsInt()).isEqualTo(29 - packed.length);
    }

    @Test
    void aCodingThatCannotBeUndoneIsKeptAndSaid() throws IOException {
        for (String coding : new String[] {"br", "gzip"}) {
            JsonObject content = content(Headers.of("Content-Encoding", coding), new byte[] {1, 2, 3});
            assertThat(Base64.getDecoder().decode(content.get("text").getAsString()))
                    .containsExactly(1, 2, 3);
            assertThat(content.get("comment").getAsString()).contains("content coding is kept");
        }
    }

    @Test
    void aBodyThatUnpacksWithoutEndIsKeptAsItPassed() throws IOException {
        Decoding endless = (name, in) -> new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] octets, int from, int length) {
                return length;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HarExport export = new HarExport(out, samples, "1.0", endless);
        export.add(get("/", Headers.EMPTY, Headers.of("Content-Encoding", "x"), new byte[] {1}));
        export.finish();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("unpacks to more than 256 MiB");
    }

    @Test
    void aBodyCutShortSaysSo() throws IOException {
        BodyRef cut = samples.body(1, Direction.RESPONSE, utf8("abc"), 10);
        JsonObject content = entry(Samples.completed(1, "GET", "/", Headers.EMPTY, Headers.EMPTY, null, cut))
                .getAsJsonObject("response")
                .getAsJsonObject("content");
        assertThat(content.get("text").getAsString()).isEqualTo("abc");
        assertThat(content.get("comment").getAsString()).contains("first 3 of 10 octets");
    }

    @Test
    void theQueryIsTakenApart() throws IOException {
        JsonObject request = entry(get("/p?a=1&b=%C3%BC+x&c&d=%zz", Headers.EMPTY, Headers.EMPTY, null))
                .getAsJsonObject("request");
        assertThat(request.get("url").getAsString()).isEqualTo("https://a.test/p?a=1&b=%C3%BC+x&c&d=%zz");
        assertThat(request.get("queryString").toString())
                .isEqualTo("[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"ü x\"},"
                        + "{\"name\":\"c\",\"value\":\"\"},{\"name\":\"d\",\"value\":\"%zz\"}]");
    }

    @Test
    void octetsThatNoUriMayHoldArePercentEncoded() throws IOException {
        JsonObject request =
                entry(get("/\u00e4\u00a0", Headers.EMPTY, Headers.EMPTY, null)).getAsJsonObject("request");
        assertThat(request.get("url").getAsString()).isEqualTo("https://a.test/%E4%A0");
    }

    @Test
    void cookiesAreTakenApart() throws IOException {
        JsonObject entry = entry(get(
                "/",
                Headers.of("Cookie", "a=1; b=x=y"),
                Headers.of(
                        "Set-Cookie",
                        "s=1; Path=/; Domain=a.test; Expires=Wed, 25-Nov-2026 10:00:00 GMT; HttpOnly; Secure;"
                                + " SameSite=Lax"),
                null));
        assertThat(entry.getAsJsonObject("request").get("cookies").toString())
                .isEqualTo("[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"x=y\"}]");
        assertThat(entry.getAsJsonObject("response").get("cookies").toString())
                .isEqualTo(
                        "[{\"name\":\"s\",\"value\":\"1\",\"path\":\"/\",\"domain\":\"a.test\",\"expires\":\"2026-11-25T10:00:00.000Z\","
                            + "\"httpOnly\":true,\"secure\":true,\"sameSite\":\"Lax\"}]");
    }

    @Test
    void aFormHasParams() throws IOException {
        JsonObject data = entry(post("application/x-www-form-urlencoded", utf8("a=1&b=2")))
                .getAsJsonObject("request")
                .getAsJsonObject("postData");
        assertThat(data.get("params").toString())
                .isEqualTo("[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"2\"}]");
        assertThat(data.get("text").getAsString()).isEqualTo("a=1&b=2");
    }

    @Test
    void aFormOfPartsNamesItsFiles() throws IOException {
        String body = "--x\r\n"
                + "Content-Disposition: form-data; name=\"a\"\r\n\r\n"
                + "1\r\n"
                + "--x\r\n"
                + "Content-Disposition: form-data; name=\"f\"; filename=\"n.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n"
                + "abc\r\n"
                + "--x--\r\n";
        JsonObject data = entry(post("multipart/form-data; boundary=x", utf8(body)))
                .getAsJsonObject("request")
                .getAsJsonObject("postData");
        assertThat(data.get("params").toString())
                .isEqualTo(
                        "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"f\",\"fileName\":\"n.txt\",\"contentType\":\"text/plain\"}]");
    }

    @Test
    void theConnectionAndItsAddressAreNamed() throws IOException {
        JsonObject entry = entry(get("/", Headers.EMPTY, Headers.EMPTY, null));
        assertThat(entry.get("serverIPAddress").getAsString()).isEqualTo("127.0.0.2");
        assertThat(entry.get("connection").getAsString()).isEqualTo("2");
    }

    @Test
    void sizesCountHeadAndBody() throws IOException {
        JsonObject response = entry(get("/", Headers.EMPTY, Headers.of("A", "b"), utf8("abc")))
                .getAsJsonObject("response");
        assertThat(response.get("headersSize").getAsInt()).isEqualTo("HTTP/1.1 200 OK\r\nA: b\r\n\r\n".length());
        assertThat(response.get("_transferSize").getAsInt()).isEqualTo("HTTP/1.1 200 OK\r\nA: b\r\n\r\nabc".length());
    }

    @Test
    void theFileIsValidByTheSchema(@TempDir Path folder) throws Exception {
        Path validator = schemaTools();
        Path file = folder.resolve("all.har");
        Exchange plain = get(
                "/p?a=1",
                Headers.of("Cookie", "a=b"),
                Headers.of("Set-Cookie", "a=b; Expires=never", "Location", "/x"),
                utf8("text"));
        Exchange form = Samples.completed(
                2,
                "POST",
                "https://a.test/",
                Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                Headers.of("Content-Encoding", "gzip"),
                samples.body(2, Direction.REQUEST, utf8("a=1")),
                samples.body(2, Direction.RESPONSE, gzip(utf8("x"))));
        Exchange pending = Samples.started(3, new RequestHead("GET", "*", HttpVersion.HTTP_1_0, Headers.EMPTY));
        Files.writeString(file, har(plain, form, pending, Samples.failed(4), Samples.tunnel(5)));
        assertThat(run(validator, file)).contains(" VALID Hopscope 1.0 4 ");
    }

    private static String run(Path validator, Path file) throws Exception {
        Path output = file.resolveSibling("output");
        ProcessBuilder builder = new ProcessBuilder("node", validator.toString(), file.toString());
        builder.environment().put("NODE_PATH", System.getProperty("hopscope.har.modules", "node_modules"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output);
        assumeTrue(
                !text.contains("Cannot find module"),
                "skipped: har-validator is not installed (set hopscope.har.modules to its node_modules)");
        return text;
    }

    private static Path schemaTools() {
        Path validator = Path.of(System.getProperty("hopscope.shared", "../shared"), "har", "validate.cjs");
        assumeTrue(Files.exists(validator), "skipped: the shared folder with har/validate.cjs is missing");
        boolean node = Path.of("/usr/bin/node").toFile().canExecute();
        assumeTrue(node, "skipped: node is missing");
        return validator;
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(octets);
        }
        return out.toByteArray();
    }
}
