package dev.hopscope.inspect.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a value is, no decoder throws, and none says more than its caps allow. */
class DecoderPropertiesTest {
    /** Values as they come, to be damaged. */
    private static final List<String> SAMPLES = List.of(
            "max-age=3600, s-maxage=60, private=\"set-cookie\", no-cache",
            "id=a; Max-Age=10; Domain=.shop.example; Path=/; Secure; HttpOnly; SameSite=None; Expires=Wed, 21 Oct 2026"
                    + " 07:28:00 GMT",
            "default-src 'self'; script-src 'nonce-abc' https: *; report-uri /r",
            "Basic dXNlcjpwYXNzd29yZA==",
            "Bearer eyJhbGciOiJub25lIn0.eyJleHAiOjF9.",
            "text/html;q=0.8, */*;q=0.1, a/b;x=\"\\\"\"",
            "for=\"[2001:db8::1]:47\";proto=https;by=_x, for=unknown",
            "attachment; filename=\"a\\\"b.txt\"; filename*=UTF-8''%e2%82%ac%20rates",
            "bytes 0-499/1234",
            "bytes=0-499,-5,7-",
            "<https://a.example/x?a,b>; rel=\"next preload\"; as=style",
            "db;dur=53.2;desc=\"a, b\", total;dur=1e9",
            "h3=\":443\"; ma=2592000, h2=\"x:1\"",
            "camera=(), geolocation=(self \"https://x\")",
            "Digest realm=\"a, b\", nonce=\"x\", Basic realm=\"y\"",
            "Wed, 21 Oct 2026 07:28:00 GMT",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");

    static Stream<FieldDecoder> decoders() {
        return FieldDecoders.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void noDecoderThrowsOnRandomBytes(FieldDecoder decoder) {
        Random random = new Random(decoder.getClass().getSimpleName().hashCode());
        for (String name : decoder.names()) {
            for (int i = 0; i < 300; i++) {
                check(name, bytes(random, random.nextInt(120)), random);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void noDecoderThrowsOnDamagedValues(FieldDecoder decoder) {
        Random random = new Random(decoder.getClass().getSimpleName().hashCode());
        for (String name : decoder.names()) {
            for (String sample : SAMPLES) {
                for (int i = 0; i < 25; i++) {
                    check(name, damaged(sample, random), random);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void aHugeValueIsCutAndSaidToBe(FieldDecoder decoder) {
        Random random = new Random(7);
        for (String name : decoder.names()) {
            for (String unit : List.of("a", "a,", ";", "\"", "\\", "(", "<a>;", "9", "a=b;", "a b ", "%41", "eyJ.")) {
                String value = unit.repeat(60_000);
                check(name, value, random);
                assertThat(said(name, value))
                        .as("%s of %s", name, unit)
                        .anyMatch(w -> w.contains("characters are taken apart"));
            }
        }
    }

    private static List<String> said(String name, String value) {
        return Decoding.of(name, value, Decoding.response()).stream()
                .flatMap(p -> Stream.of(p.text(), p.words()))
                .toList();
    }

    private static void check(String name, String value, Random random) {
        Headers headers =
                Headers.of(name, value, "Origin", "https://a.example", "Cache-Control", "max-age=5", "Date", value);
        Setting setting = Decoding.setting(
                random.nextBoolean() ? Direction.REQUEST : Direction.RESPONSE,
                random.nextBoolean() ? "http" : "https",
                headers,
                headers);
        assertThatCode(() -> {
                    List<Part> parts =
                            Meanings.of(new Header(name, value), setting).parts();
                    assertThat(parts).hasSizeLessThanOrEqualTo(2 * Parts.MOST + 2);
                    assertThat(parts).allMatch(p -> p.text().length() <= Parts.LONGEST + 40);
                    assertThat(parts).allMatch(p -> p.words().length() <= 4 * Parts.LONGEST + 40);
                })
                .as("%s: %s", name, value.length() > 300 ? value.length() + " characters" : value)
                .doesNotThrowAnyException();
    }

    private static String bytes(Random random, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            boolean mark = random.nextInt(3) == 0;
            out.append(mark ? ",;=\"\\ '()<>:/*%-.".charAt(random.nextInt(17)) : (char) random.nextInt(256));
        }
        return out.toString();
    }

    private static String damaged(String sample, Random random) {
        StringBuilder out = new StringBuilder(sample);
        for (int i = random.nextInt(4); i >= 0 && !out.isEmpty(); i--) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(3)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, (char) random.nextInt(256));
                default -> out.setLength(at);
            }
        }
        return out.toString();
    }
}
