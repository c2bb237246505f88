package dev.hopscope.inspect.compare;

import static dev.hopscope.inspect.compare.Told.changes;
import static dev.hopscope.inspect.compare.Told.compare;
import static dev.hopscope.inspect.compare.Told.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopscope.inspect.compare.Section.Part;
import dev.hopscope.inspect.diff.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BodyComparisonTest {
    private static Section bodies(String type, String a, String b) {
        return section(Pairs.get("/").gets(type, a), Pairs.get("/").gets(type, b), CompareOptions.DEFAULT);
    }

    private static Section section(Pairs a, Pairs b, CompareOptions options) {
        return Told.section(compare(a, b, options), Part.RESPONSE_BODY);
    }

    private static Section json(String a, String b) {
        return bodies("application/json", a, b);
    }

    private static CompareOptions as(BodyMode mode) {
        return CompareOptions.DEFAULT.withBody(Part.RESPONSE_BODY, mode);
    }

    @Test
    void theOrderOfKeysCountsForNothing() {
        Section section = json("{\"a\":1,\"b\":[1,{\"x\":2,\"y\":3}]}", "{\"b\":[1,{\"y\":3,\"x\":2}],\"a\":1}");
        assertThat(section.changes()).isZero();
        assertThat(facts(section)).contains("sameValue");
    }

    @Test
    void jsonDiffersPathByPath() {
        Section section = json(
                "{\"total\":74.30,\"lines\":[{\"q\":1},{\"q\":1,\"price\":{\"net\":18.4}}],\"voucher\":{\"code\":\"WELCOME\"}}",
                "{\"total\":91.10,\"lines\":[{\"q\":1},{\"q\":2,\"price\":{\"net\":17.9}},{\"sku\":\"b\"}]}");
        assertThat(changes(section))
                .containsExactly(
                        "CHANGED $.total: 74.30 | 91.10",
                        "CHANGED q: 1 | 2",
                        "CHANGED price.net: 18.4 | 17.9",
                        "ADDED [2]: - | { \"sku\": \"b\" }",
                        "REMOVED $.voucher: { \"code\": \"WELCOME\" } | -");
        assertThat(section.lines().stream()
                        .filter(Line::group)
                        .map(l -> l.label().name()))
                .containsExactly("$.lines", "[1]");
        assertThat(section.changes()).isEqualTo(5);
    }

    @Test
    void anItemInsertedBeforeOthersIsOneChange() {
        assertThat(changes(json("[\"b\",\"c\",\"d\"]", "[\"a\",\"b\",\"c\",\"d\"]")))
                .containsExactly("ADDED $[0]: - | \"a\"");
    }

    @Test
    void aNumberWrittenOtherwiseIsSaidToBeTheSame() {
        Section section = json("{\"n\":1.0}", "{\"n\":1}");
        assertThat(changes(section)).containsExactly("CHANGED $.n: 1.0 | 1");
        assertThat(section.lines().getFirst().remark()).isEqualTo(Fact.of("sameNumber"));
    }

    @Test
    void aKeyThatComesTwiceIsNotLost() {
        assertThat(changes(json("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}"))).containsExactly("CHANGED $.a: 2 | 3");
    }

    @Test
    void aStringAndANumberOfTheSameLettersDiffer() {
        assertThat(changes(json("{\"a\":\"1\"}", "{\"a\":1}"))).containsExactly("CHANGED $.a: \"1\" | 1");
    }

    @Test
    void whatIsNoJsonIsComparedAsText() {
        Section section = json("{\"a\":1}", "{\"a\":");
        assertThat(section.body().mode()).isEqualTo(BodyMode.TEXT);
        assertThat(section.body().modes()).doesNotContain(BodyMode.STRUCTURE);
        assertThat(facts(section)).contains("notJsonB");
        assertThat(section.changes()).isOne();
    }

    @Test
    void jsonNestedTooDeepIsComparedAsText() {
        Section section = json("[".repeat(5000) + "]".repeat(5000), "[".repeat(5001) + "]".repeat(5001));
        assertThat(facts(section)).contains("notJsonBoth");
        assertThat(section.changes()).isPositive();
    }

    @Test
    void structureCanBeLookedAtAsText() {
        Section section = section(
                Pairs.get("/").gets("application/json", "{\"a\":1}"),
                Pairs.get("/").gets("application/json", "{\"a\":2}"),
                as(BodyMode.TEXT));
        assertThat(changes(section)).containsExactly("CHANGED 1: {\"a\":1} | {\"a\":2}");
        assertThat(section.body().modes()).containsExactly(BodyMode.STRUCTURE, BodyMode.TEXT, BodyMode.HEX);
    }

    @Test
    void manyDifferencesAreListedUpToALimitThatIsSaid() {
        StringBuilder a = new StringBuilder("[0");
        StringBuilder b = new StringBuilder("[1");
        for (int i = 0; i < JsonLines.MOST + 10; i++) {
            a.append(",{\"a\":").append(i).append('}');
            b.append(",{\"b\":").append(i).append('}');
        }
        Section section = json(a.append(']').toString(), b.append(']').toString());
        assertThat(section.lines()).hasSizeLessThanOrEqualTo(2 * JsonLines.MOST);
        assertThat(facts(section)).contains("unlisted");
        assertThat(section.changes()).isEqualTo(2 * (JsonLines.MOST + 10) + 1);
    }

    @Test
    void textDiffersByLineWithItsWords() {
        Section section = bodies("text/plain", "one\nthe red fox\nthree\n", "one\nthe blue fox\nthree\nfour\n");
        assertThat(changes(section)).containsExactly("CHANGED 2: the red fox | the blue fox", "ADDED 4: - | four");
        Line fox = section.lines().get(1);
        assertThat(fox.words().before()).containsExactly(new Span(4, 7));
        assertThat(fox.words().after()).containsExactly(new Span(4, 8));
        assertThat(section.changes()).isEqualTo(2);
    }

    @Test
    void linesThatFollowEachOtherAreOneChange() {
        assertThat(bodies("text/plain", "a\nb\nc\nd\ne", "a\nB\nC\nd\nE").changes())
                .isEqualTo(2);
    }

    @Test
    void aLineEndAloneIsADifference() {
        assertThat(bodies("text/plain", "a\nb", "a\r\nb").changes()).isOne();
        assertThat(bodies("text/plain", "a\n", "a").changes()).isOne();
    }

    @Test
    void aVeryLongLineIsComparedInPieces() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("function f").append(i).append("(){return ").append(i).append("};");
        }
        String a = text.toString();
        String b = a.replace("f17777(", "renamed(");
        Section section = bodies("text/javascript", a, b);
        assertThat(section.changes()).isOne();
        assertThat(facts(section)).contains("folded");
        assertThat(changes(section)).hasSize(1).first().asString().contains("renamed(");
    }

    @Test
    void bytesDifferFromAnOffsetOn() {
        byte[] a = new byte[4096];
        Arrays.fill(a, (byte) 0x91);
        byte[] b = a.clone();
        b[1000] = 0x41;
        Section section = section(
                Pairs.get("/").gets("application/octet-stream", a),
                Pairs.get("/").gets("application/octet-stream", b),
                CompareOptions.DEFAULT);
        assertThat(section.body().mode()).isEqualTo(BodyMode.HEX);
        assertThat(section.facts()).containsExactly(Fact.of("bytes", 1000L, 1L, 4096L, 4096L));
        assertThat(section.lines()).hasSize(5);
        Line row = section.lines().get(2);
        assertThat(row.label().name()).isEqualTo("000003E0");
        assertThat(row.words().before()).containsExactly(new Span(24, 26));
        assertThat(row.b().text()).startsWith("91 91 91 91 91 91 91 91 41 91").endsWith("  ........A.......");
    }

    @Test
    void bytesThatOneSideLacksAreSaid() {
        byte[] a = {0, 1, 2};
        byte[] b = new byte[40];
        b[1] = 1;
        b[2] = 2;
        Section section = section(
                Pairs.get("/").gets("application/octet-stream", a),
                Pairs.get("/").gets("application/octet-stream", b),
                CompareOptions.DEFAULT);
        assertThat(section.facts()).containsExactly(Fact.of("bytes", 3L, 37L, 3L, 40L));
        assertThat(changes(section)).hasSize(3);
        assertThat(section.changes()).isOne();
    }

    @Test
    void manyRowsAreListedUpToALimitThatIsSaid() {
        byte[] a = new byte[1 << 20];
        byte[] b = new byte[1 << 20];
        Arrays.fill(b, (byte) 1);
        Section section = section(
                Pairs.get("/").gets("application/octet-stream", a),
                Pairs.get("/").gets("application/octet-stream", b),
                CompareOptions.DEFAULT);
        assertThat(section.lines()).hasSize(ByteLines.MOST);
        assertThat(section.facts()).contains(Fact.of("rowsUnlisted", 65536L - ByteLines.MOST, ByteLines.MOST));
    }

    @Test
    void aBodyCodedOtherwiseIsTheSame() throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        }
        Section section = section(
                Pairs.get("/").gets("application/json", "{\"a\":1}"),
                Pairs.get("/").answers("Content-Encoding", "gzip").gets("application/json", coded.toByteArray()),
                CompareOptions.DEFAULT);
        assertThat(section.changes()).isZero();
        assertThat(facts(section)).containsExactly("sameBytes");
    }

    @Test
    void formsAreComparedByField() {
        Pairs a = Pairs.get("/").sends("application/x-www-form-urlencoded", "user=ada&x=1");
        Pairs b = Pairs.get("/").sends("application/x-www-form-urlencoded", "x=1&user=bob");
        assertThat(changes(Told.section(compare(a, b), Part.REQUEST_BODY))).containsExactly("CHANGED user: ada | bob");
    }

    @Test
    void aBodyThatOneSideLacksIsOneChange() {
        Section section = section(Pairs.get("/").gets("text/plain", "x"), Pairs.get("/"), CompareOptions.DEFAULT);
        assertThat(section.changes()).isOne();
        assertThat(facts(section)).containsExactly("onlyA");
    }

    @Test
    void imagesAreComparedByWhatTheirHeadsSay() {
        Section section = section(
                Pairs.get("/").gets("image/gif", gif(3, 4)),
                Pairs.get("/").gets("image/gif", gif(30_000, 30_000)),
                CompareOptions.DEFAULT);
        assertThat(changes(section)).contains("CHANGED dimensions: 3 \u00D7 4 | 30000 \u00D7 30000");
        assertThat(section.body().images().a().drawable()).isTrue();
        assertThat(section.body().images().b().drawable())
                .as("too many pixels to unpack")
                .isFalse();
    }

    private static byte[] gif(int width, int height) {
        byte[] bytes = "GIF89a..........;".getBytes(StandardCharsets.ISO_8859_1);
        bytes[6] = (byte) width;
        bytes[7] = (byte) (width >> 8);
        bytes[8] = (byte) height;
        bytes[9] = (byte) (height >> 8);
        bytes[10] = 0;
        return bytes;
    }

    @Test
    void aLargeTextIsReadWholeAndShownAroundTheFirstDifference() {
        byte[] a = large();
        byte[] b = a.clone();
        b[9_000_010] = '#';
        b[9_500_000] = '#';
        Section section = section(
                Pairs.get("/").gets("text/plain", a), Pairs.get("/").gets("text/plain", b), CompareOptions.DEFAULT);
        assertThat(facts(section)).contains("large", "excerpt", "bytes");
        assertThat(section.facts()).contains(Fact.of("bytes", 9_000_010L, 2L, (long) a.length, (long) b.length));
        assertThat(changes(section)).hasSize(1).first().asString().startsWith("CHANGED 900002: ");
        assertThat(section.body().modes()).containsExactly(BodyMode.TEXT, BodyMode.HEX);
    }

    @Test
    void aLargeBodyThatIsEqualIsReadToItsEnd() {
        Section section = section(
                Pairs.get("/").gets("text/plain", large()),
                Pairs.get("/").gets("text/plain", large()),
                CompareOptions.DEFAULT);
        assertThat(section.changes()).isZero();
        assertThat(section.facts()).containsExactly(Fact.of("sameBytes", 10_000_000L));
    }

    /** A million lines of ten bytes, each its number. */
    private static byte[] large() {
        StringBuilder text = new StringBuilder(10_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            text.append(String.format("%09d", i)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aComparisonThatIsNoLongerWantedEnds() {
        Pairs a = Pairs.get("/").gets("text/plain", "a");
        Pairs b = Pairs.get("/").gets("text/plain", "b");
        assertThatThrownBy(() -> Comparison.of(a.subject(), b.subject(), CompareOptions.DEFAULT, share -> share < 0.5))
                .isInstanceOf(CancellationException.class);
    }
}
