package dev.hopscope.inspect.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HeaderChange.Part;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderDiffTest {
    private static final ChangeReason VIA = new ChangeReason.ViaAdded();
    private static final ChangeReason HOP = new ChangeReason.HopByHop("X-Debug");

    /** Two field sections, and the lines they make: a mark, what came in, what went on. */
    record Case(String what, Headers before, Headers after, String... lines) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("nothing differs", h("A", "1", "B", "2"), h("A", "1", "B", "2"), "  A: 1", "  B: 2"),
                new Case("an end is added", h("A", "1"), h("A", "1", "Via", "x"), "  A: 1", "+ Via: x"),
                new Case("a beginning is added", h("A", "1"), h("Host", "x", "A", "1"), "+ Host: x", "  A: 1"),
                new Case(
                        "the middle is removed",
                        h("A", "1", "X", "1", "B", "2"),
                        h("A", "1", "B", "2"),
                        "  A: 1",
                        "- X: 1",
                        "  B: 2"),
                new Case(
                        "removed lines stand before added ones",
                        h("A", "1", "X", "1"),
                        h("A", "1", "Via", "x"),
                        "  A: 1",
                        "- X: 1",
                        "+ Via: x"),
                new Case("a value differs", h("A", "1", "B", "2"), h("A", "3", "B", "2"), "~ A: 1|A: 3", "  B: 2"),
                new Case("letters differ in case", h("etag", "1"), h("ETag", "1"), "c etag: 1|ETag: 1"),
                new Case(
                        "a line stands elsewhere",
                        h("A", "1", "B", "2", "C", "3"),
                        h("B", "2", "C", "3", "A", "1"),
                        "  B: 2",
                        "  C: 3",
                        "m A: 1|A: 1"),
                new Case(
                        "of lines alike each has one partner",
                        h("Set-Cookie", "a", "Set-Cookie", "b"),
                        h("Set-Cookie", "b"),
                        "- Set-Cookie: a",
                        "  Set-Cookie: b"),
                new Case("all is removed", h("A", "1"), h(), "- A: 1"),
                new Case("all is added", h(), h("A", "1"), "+ A: 1"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fieldsAreAlignedByWhatTheySay(Case c) {
        HeaderDiff diff = HeaderDiff.of(message(c.before()), message(c.after()), List.of());

        assertThat(diff.lines().stream().skip(1).map(HeaderDiffTest::text)).containsExactly(c.lines());
        assertThat(diff.explained()).isEqualTo(diff.changes() == 0);
    }

    @Test
    void aRecordPlacesItsLineAndExplainsIt() {
        List<HeaderChange> recorded = List.of(
                HeaderChange.removed(Direction.REQUEST, Part.HEADERS, "X-Debug", "1", 0, HOP),
                HeaderChange.added(Direction.REQUEST, Part.HEADERS, "Via", "x", 1, VIA));
        HeaderDiff diff =
                HeaderDiff.of(message(h("X-Debug", "1", "A", "1")), message(h("A", "1", "Via", "x")), recorded);

        assertThat(diff.lines().stream().skip(1).map(HeaderDiffTest::text))
                .containsExactly("- X-Debug: 1", "  A: 1", "+ Via: x");
        assertThat(diff.lines().get(1).changes().getFirst().reason()).isEqualTo(HOP);
        assertThat(diff.explained()).isTrue();
        assertThat(diff.changes()).isEqualTo(2);
    }

    @Test
    void ofTwoLinesAlikeTheRecordedOneIsMarked() {
        HeaderDiff diff = HeaderDiff.of(
                message(h("Connection", "close", "Connection", "close")),
                message(h("Connection", "close")),
                List.of(HeaderChange.removed(Direction.REQUEST, Part.HEADERS, "Connection", "close", 1, HOP)));

        assertThat(diff.lines().stream().skip(1).map(HeaderDiffTest::text))
                .containsExactly("  Connection: close", "- Connection: close");
        assertThat(diff.explained()).isTrue();
    }

    @Test
    void aDifferenceWithoutARecordIsUnexplained() {
        HeaderDiff diff = HeaderDiff.of(
                message(h("A", "1", "B", "1")),
                message(h("A", "1", "B", "2", "Via", "x")),
                List.of(HeaderChange.added(Direction.REQUEST, Part.HEADERS, "Via", "x", 2, VIA)));

        assertThat(diff.lines().stream().filter(l -> !l.explained()).map(HeaderDiffTest::text))
                .containsExactly("~ B: 1|B: 2");
    }

    @Test
    void aRecordThatTheHeadsBelieExplainsNothing() {
        HeaderDiff diff = HeaderDiff.of(
                message(h("A", "1")),
                message(h("A", "2")),
                List.of(
                        HeaderChange.changed(Direction.REQUEST, Part.HEADERS, "A", "1", "3", 0, 0, VIA),
                        HeaderChange.removed(Direction.REQUEST, Part.HEADERS, "Z", "1", 17, HOP)));

        assertThat(diff.explained()).isFalse();
    }

    @Test
    void theStartLineTakesPart() {
        Message before = new Message(
                new RequestHead("GET", "http://a.test/x", HttpVersion.HTTP_1_0, Headers.EMPTY), Headers.EMPTY);
        Message after = new Message(new RequestHead("GET", "/x", HttpVersion.HTTP_1_1, Headers.EMPTY), Headers.EMPTY);
        HeaderChange target = HeaderChange.startLine(
                Direction.REQUEST, ":target", "http://a.test/x", "/x", new ChangeReason.TargetForm());
        HeaderChange version = HeaderChange.startLine(
                Direction.REQUEST, ":version", "HTTP/1.0", "HTTP/1.1", new ChangeReason.VersionOfHop());

        DiffLine line =
                HeaderDiff.of(before, after, List.of(target, version)).lines().getFirst();
        assertThat(line.kind()).isEqualTo(DiffKind.CHANGED);
        assertThat(line.changes()).containsExactly(target, version);
        assertThat(line.explained()).isTrue();
        assertThat(HeaderDiff.of(before, after, List.of(target)).explained()).isFalse();
    }

    @Test
    void statusAndReasonTakePart() {
        Message before = new Message(new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", Headers.EMPTY), Headers.EMPTY);
        Message after =
                new Message(new ResponseHead(HttpVersion.HTTP_1_1, 304, "Not Modified", Headers.EMPTY), Headers.EMPTY);

        assertThat(HeaderDiff.of(before, after, List.of()).explained()).isFalse();
    }

    @Test
    void trailersTakePart() {
        Message before = new Message(message(h()).head(), h("Authorization", "x", "Server-Timing", "db"));
        Message after = new Message(message(h()).head(), h("Server-Timing", "db"));
        HeaderDiff diff = HeaderDiff.of(
                before,
                after,
                List.of(HeaderChange.removed(Direction.REQUEST, Part.TRAILERS, "Authorization", "x", 0, HOP)));

        assertThat(diff.lines().stream().skip(1).map(HeaderDiffTest::text))
                .containsExactly("- Authorization: x", "  Server-Timing: db");
        assertThat(diff.lines().getLast().part()).isEqualTo(Part.TRAILERS);
        assertThat(diff.explained()).isTrue();
    }

    @Test
    void aMessageThatWentNoFurtherStandsAlone() {
        HeaderDiff diff = HeaderDiff.of(message(h("A", "1")), Message.NONE, List.of());

        assertThat(diff.lines()).hasSize(2).allMatch(l -> l.after() == null && !l.changed() && l.explained());
    }

    @Test
    void theWordsThatDifferAreKnown() {
        assertThat(words("gzip, br, zstd, dcb", "gzip, br, zstd")).isEqualTo("gzip, br, zstd[, dcb] > gzip, br, zstd");
        assertThat(words("1.1 edge", "1.1 edge, 1.1 hopscope")).isEqualTo("1.1 edge > 1.1 edge[, 1.1 hopscope]");
        assertThat(words("GET http://a.test/x HTTP/1.1", "GET /x HTTP/1.1"))
                .isEqualTo("GET [http://a.test]/x HTTP/1.1 > GET /x HTTP/1.1");
        assertThat(words("", "x")).isEqualTo(" > [x]");
        assertThat(words("a=1; b=2; c=3", "a=1; b=9; c=4")).isEqualTo("a=1; b=[2]; c=[3] > a=1; b=[9]; c=[4]");
    }

    @Test
    void valuesOfManyWordsAreComparedAtTheirEndsOnly() {
        String before = "start " + "a b ".repeat(3000) + "end";
        String after = "start " + "b c ".repeat(3000) + "end";
        WordDiff diff = WordDiff.of(before, after);

        assertThat(diff.before()).hasSize(1);
        assertThat(diff.after().getFirst().from()).isEqualTo("start ".length());
    }

    @Test
    void aUnifiedDiffCanBeCopied() {
        HeaderDiff diff = HeaderDiff.of(
                message(h("A", "1", "X-Debug", "1")),
                message(h("A", "1", "Via", "x")),
                List.of(HeaderChange.removed(Direction.REQUEST, Part.HEADERS, "X-Debug", "1", 1, HOP)));

        assertThat(UnifiedText.of(diff, "received", "sent", l -> l.explained() ? "hop by hop" : ""))
                .isEqualTo("""
                    --- received
                    +++ sent
                    @@ -1,3 +1,3 @@
                     GET / HTTP/1.1
                     A: 1
                    # hop by hop
                    -X-Debug: 1
                    +Via: x
                    """);
    }

    private static String words(String before, String after) {
        WordDiff diff = WordDiff.of(before, after);
        return marked(before, diff.before()) + " > " + marked(after, diff.after());
    }

    private static String marked(String text, List<Span> spans) {
        StringBuilder out = new StringBuilder(text);
        for (Span span : spans.reversed()) {
            out.insert(span.to(), ']').insert(span.from(), '[');
        }
        return out.toString();
    }

    private static String text(DiffLine line) {
        String before = line.before() == null ? "" : line.before().text();
        String after = line.after() == null ? "" : line.after().text();
        return switch (line.kind()) {
            case KEPT -> "  " + before;
            case ADDED -> "+ " + after;
            case REMOVED -> "- " + before;
            case CHANGED -> "~ " + before + "|" + after;
            case MOVED -> "m " + before + "|" + after;
            case CASE_ONLY -> "c " + before + "|" + after;
        };
    }

    private static Message message(Headers headers) {
        return new Message(new RequestHead("GET", "/", HttpVersion.HTTP_1_1, headers), Headers.EMPTY);
    }

    private static Headers h(String... lines) {
        return Headers.of(lines);
    }
}
