package dev.hopscope.inspect.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.meaning.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an exchange deserves a look, and what does not. */
class ExchangeChecksTest {
    private static final Headers ASKED = Headers.of("Host", "shop.example", "Accept-Encoding", "gzip, br");

    @Test
    void anOrdinaryAnswerHasNoWarning() throws IOException {
        byte[] body = gzip("{\"a\":1}".repeat(500).getBytes(StandardCharsets.UTF_8));
        Headers response = Headers.of(
                "Date", "Mon, 23 Nov 2026 20:00:01 GMT",
                "Content-Type", "application/json",
                "Content-Encoding", "gzip",
                "Vary", "Accept-Encoding",
                "Cache-Control", "max-age=60",
                "Content-Length", Integer.toString(body.length),
                "Set-Cookie", "id=1; Secure; HttpOnly; SameSite=Lax; Path=/");
        assertThat(Finished.get(ASKED, 200, response, body).warnings()).isEmpty();
    }

    @Test
    void jsonThatIsSentAsAFormIsAFault() {
        byte[] json = "{\"sku\":\"A-1\",\"quantity\":2}".getBytes(StandardCharsets.UTF_8);
        assertThat(post("application/x-www-form-urlencoded").sending(json).said())
                .contains("FAULT REQUEST Content-Type Content-Type does not fit the bytes")
                .contains("--json");
        assertThat(post("application/json").sending(json).said()).doesNotContain("REQUEST");
        assertThat(post("application/x-www-form-urlencoded")
                        .sending("sku=A-1&quantity=2".getBytes(StandardCharsets.UTF_8))
                        .said())
                .doesNotContain("REQUEST");
    }

    private static Finished post(String type) {
        Headers request = Headers.of("Host", "shop.example", "Content-Type", type);
        return new Finished("POST", "https", request, 204, Headers.EMPTY, new byte[0]);
    }

    @Test
    void whatGzipWouldSaveIsWhatGzipMakesOfTheBytes() throws IOException {
        byte[] body = "{\"sku\":\"SKU-1001\",\"quantity\":1}\n".repeat(2000).getBytes(StandardCharsets.UTF_8);
        int zipped = gzip(body).length;
        assertThat(Finished.get(ASKED, 200, Headers.of("Content-Type", "application/json"), body)
                        .said())
                .contains(String.format("gzip would save %,d of %,d bytes", body.length - zipped, body.length))
                .contains("measured here");
    }

    @Test
    void ofALargeBodyOnlyTheFirstMebibyteIsMeasuredAndThatIsSaid() {
        byte[] body = "all work and no play\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThat(Finished.get(ASKED, 200, Headers.of("Content-Type", "text/css"), body)
                        .said())
                .contains("of the first 1,048,576 bytes")
                .contains("the whole has 2,100,000 bytes");
    }

    @Test
    void nothingIsMeasuredForAClientThatDoesNotTakeItOrBytesThatDoNotShrink() {
        byte[] text = "all work and no play\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        Headers css = Headers.of("Content-Type", "text/css");
        assertThat(Finished.get(Headers.EMPTY, 200, css, text).said()).doesNotContain("gzip would save");
        assertThat(Finished.get(Headers.of("Accept-Encoding", "gzip;q=0"), 200, css, text)
                        .said())
                .doesNotContain("gzip would save");
        assertThat(Finished.get(ASKED, 200, Headers.of("Content-Type", "font/woff2"), noise)
                        .said())
                .doesNotContain("gzip would save");
    }

    @Test
    void aMissingCharsetIsSaidUnlessThePageSaysItItself() {
        byte[] page = "<!doctype html><title>Käse</title>".getBytes(StandardCharsets.UTF_8);
        byte[] itself = "<!doctype html><meta charset=utf-8><title>Käse</title>".getBytes(StandardCharsets.UTF_8);
        Headers html = Headers.of("Content-Type", "text/html");
        assertThat(Finished.get(ASKED, 200, html, page).said())
                .contains("Charset missing")
                .contains("outside ASCII");
        assertThat(Finished.get(ASKED, 200, html, itself).said()).doesNotContain("Charset");
        assertThat(Finished.get(ASKED, 200, Headers.of("Content-Type", "text/html; charset=utf-8"), page)
                        .said())
                .doesNotContain("Charset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | <!doctype html><p>Not found | HTML",
                "text/javascript | <html><body>Log in | HTML",
                "image/png | GIF89a.... | a GIF picture",
                "text/html | %PDF-1.7 | a PDF",
                "image/jpeg | {\"error\":\"none\"} | JSON",
            })
    void aTypeThatTheBytesContradictIsAFault(String type, String body, String kind) {
        assertThat(Finished.get(ASKED, 200, Headers.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8))
                        .said())
                .contains("FAULT RESPONSE Content-Type Content-Type does not fit the bytes")
                .contains("the bytes are " + kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"a\":1}",
                "text/html | plain words",
                "text/plain | <!doctype html>",
                "image/svg+xml | <svg xmlns='x'/>",
                "application/xhtml+xml | <html xmlns='x'/>",
                "application/octet-stream | %PDF-1.7",
                "text/css | a { color: red }",
                "application/vnd.api+json | []",
            })
    void aTypeThatFitsIsNotDoubted(String type, String body) {
        assertThat(Finished.get(ASKED, 200, Headers.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8))
                        .said())
                .doesNotContain("does not fit");
    }

    @Test
    void bytesThatAreNotInTheirCodingAreAFault() {
        Headers response =
                Headers.of("Content-Type", "text/css", "Content-Encoding", "gzip", "Vary", "Accept-Encoding");
        assertThat(Finished.get(ASKED, 200, response, "a { color: red }".getBytes(StandardCharsets.UTF_8))
                        .said())
                .contains("Content-Encoding does not fit the bytes");
    }

    @Test
    void aScriptOfAnotherOriginIsToldWhyItGetsAnError() {
        Headers request =
                Headers.of("Origin", "https://app.example", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty");
        assertThat(Finished.get(request, 200, Headers.EMPTY, new byte[0]).said())
                .contains("FAULT REQUEST Origin No Access-Control-Allow-Origin");
        assertThat(Finished.get(
                                request,
                                200,
                                Headers.of("Access-Control-Allow-Origin", "https://other.example"),
                                new byte[0])
                        .said())
                .contains("FAULT RESPONSE Access-Control-Allow-Origin")
                .contains("The request came from https://app.example");
        Headers own = Headers.of("Origin", "https://shop.example", "Sec-Fetch-Mode", "cors");
        assertThat(Finished.get(own, 200, Headers.EMPTY, new byte[0]).warnings())
                .isEmpty();
    }

    @Test
    void cookiesToAnotherOriginNeedAWordOfItsOwn() {
        Headers request = Headers.of("Origin", "https://app.example", "Cookie", "id=1");
        assertThat(Finished.get(request, 200, Headers.of("Access-Control-Allow-Origin", "*"), new byte[0])
                        .said())
                .contains("Cookies without Access-Control-Allow-Credentials");
    }

    @Test
    void lengthsThatContradictAreFaults() {
        byte[] five = "12345".getBytes(StandardCharsets.UTF_8);
        Headers plain = Headers.of("Content-Type", "text/css", "Content-Length", "7");
        assertThat(Finished.get(ASKED, 200, plain, five).said()).contains("It promises 7 bytes, and 5 came.");
        assertThat(new Finished("HEAD", "https", ASKED, 200, plain, new byte[0]).warnings())
                .isEmpty();
        assertThat(Finished.get(ASKED, 200, Headers.of("Content-Length", "5", "Transfer-Encoding", "chunked"), five)
                        .said())
                .contains("Content-Length beside Transfer-Encoding");
        assertThat(Finished.get(ASKED, 204, Headers.of("Content-Length", "0"), new byte[0])
                        .said())
                .contains("Content-Length with 204");
    }

    @ParameterizedTest
    @CsvSource({"302, Location", "401, WWW-Authenticate", "405, Allow", "407, Proxy-Authenticate", "206, Content-Range"
    })
    void aStatusWithoutTheFieldItNeedsIsAFault(int status, String field) {
        assertThat(Finished.get(ASKED, status, Headers.EMPTY, new byte[0]).said())
                .contains("FAULT RESPONSE  " + status + " without " + field);
        assertThat(Finished.get(ASKED, status, Headers.of(field, "bytes 0-1/2"), new byte[0])
                        .said())
                .doesNotContain("without " + field);
    }

    @Test
    void aWarningFindsItsLineAndNoOther() {
        Warning warning = Finished.get(
                        ASKED, 200, Headers.of("Set-Cookie", "a=1", "Set-Cookie", "b=1; Secure"), new byte[0])
                .warnings()
                .getFirst();
        assertThat(warning.level()).isEqualTo(Level.ADVICE);
        assertThat(warning.direction()).isEqualTo(Direction.RESPONSE);
        assertThat(warning.about(new Header("set-cookie", "a=1"))).isTrue();
        assertThat(warning.about(new Header("Set-Cookie", "b=1; Secure"))).isFalse();
    }

    @Test
    void theWorstStandsFirstAndTheRestIsCounted() {
        Headers.Builder many = Headers.builder();
        for (int i = 0; i < 100; i++) {
            many.add("Set-Cookie", "c" + i + "=1");
        }
        many.add("Set-Cookie", "d=1; SameSite=None");
        List<Warning> warnings =
                Finished.get(ASKED, 200, many.build(), new byte[0]).warnings();
        assertThat(warnings).hasSize(Warnings.MOST + 1);
        assertThat(warnings.getFirst().level()).isEqualTo(Level.FAULT);
        assertThat(warnings.getLast().title()).isEqualTo("41 more");
    }

    @Test
    void noCheckThrowsOnRandomHeadsAndBytes() {
        Random random = new Random(5);
        String[] names = {
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Transfer-Encoding",
            "Origin",
            "Vary",
            "Cookie",
            "Accept-Encoding",
            "Access-Control-Allow-Origin",
            "Set-Cookie",
            "Location",
            "Content-Range"
        };
        for (int i = 0; i < 1500; i++) {
            Headers.Builder request = Headers.builder();
            Headers.Builder response = Headers.builder();
            for (int k = 0; k < 5; k++) {
                request.add(names[random.nextInt(names.length)], text(random));
                response.add(names[random.nextInt(names.length)], text(random));
            }
            byte[] body = new byte[random.nextInt(3000)];
            random.nextBytes(body);
            Finished exchange = Finished.get(request.build(), 100 + random.nextInt(500), response.build(), body);
            assertThatCode(exchange::warnings).doesNotThrowAnyException();
        }
    }

    private static String text(Random random) {
        String[] known = {
            "gzip", "br, gzip", "text/html", "application/json; charset=\"", "5", "chunked", "*", ";q=0,", "a=b; Secure"
        };
        if (random.nextBoolean()) {
            return known[random.nextInt(known.length)];
        }
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            out.append((char) random.nextInt(256));
        }
        return out.toString();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
