package dev.hopscope.inspect.compare;

import static dev.hopscope.inspect.compare.Told.changes;
import static dev.hopscope.inspect.compare.Told.compare;
import static dev.hopscope.inspect.compare.Told.facts;
import static dev.hopscope.inspect.compare.Told.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.inspect.compare.Section.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadComparisonTest {
    private static final CompareOptions ORDERED = CompareOptions.DEFAULT.withIgnoreOrder(false);

    @Test
    void theSameExchangeTwiceHasNoChange() {
        Pairs a =
                Pairs.get("/cart?x=1").asks("Accept", "*/*", "Cookie", "sid=1").gets("text/plain", "hello");
        Pairs b =
                Pairs.get("/cart?x=1").asks("Accept", "*/*", "Cookie", "sid=1").gets("text/plain", "hello");
        assertThat(compare(a, b).changes()).isZero();
    }

    @Test
    void startLinesDifferPartByPart() {
        assertThat(changes(section(
                        compare(
                                Pairs.get("/a?x=1"),
                                Pairs.get("/b?x=1").method("POST").status(404)),
                        Part.START_LINES)))
                .containsExactly(
                        "CHANGED method: GET | POST",
                        "CHANGED path: /a | /b",
                        "CHANGED status: 200 | 404",
                        "CHANGED reason: OK | Other");
    }

    @Test
    void aTargetInAbsoluteFormHasTheSamePath() {
        assertThat(compare(Pairs.get("http://shop.example/a?x"), Pairs.get("/a?x"))
                        .changes())
                .isZero();
    }

    @Test
    void queryParametersAreComparedByName() {
        assertThat(changes(section(compare(Pairs.get("/?a=1&b=2&c=3"), Pairs.get("/?c=3&a=9&d")), Part.QUERY)))
                .containsExactly("CHANGED a: 1 | 9", "ADDED d: - | ", "REMOVED b: 2 | -");
    }

    @Test
    void theOrderOfParametersCountsWhenAskedFor() {
        assertThat(changes(section(compare(Pairs.get("/?a=1&b=2"), Pairs.get("/?b=2&a=1"), ORDERED), Part.QUERY)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("MOVED");
    }

    @Test
    void theOrderOfParametersOfOneNameAlwaysCounts() {
        assertThat(changes(section(compare(Pairs.get("/?a=1&a=2"), Pairs.get("/?a=2&a=1")), Part.QUERY)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("MOVED a");
    }

    @Test
    void aParameterEscapedOtherwiseIsSaidToBeTheSame() {
        Section query = section(compare(Pairs.get("/?q=a%20b"), Pairs.get("/?q=a+b")), Part.QUERY);
        assertThat(query.lines().getFirst().remark()).isEqualTo(Fact.of("sameDecoded"));
        assertThat(query.changes()).isOne();
    }

    @Test
    void theOrderOfHeadersIsIgnoredAtFirst() {
        Comparison comparison =
                compare(Pairs.get("/").asks("A", "1", "B", "2"), Pairs.get("/").asks("B", "2", "A", "1"));
        assertThat(comparison.changes()).isZero();
        assertThat(facts(section(comparison, Part.REQUEST_HEADERS))).containsExactly("orderIgnored");
    }

    @Test
    void aMovedHeaderIsToldApartWhenOrderCounts() {
        assertThat(changes(section(
                        compare(
                                Pairs.get("/").asks("A", "1", "B", "2", "C", "3"),
                                Pairs.get("/").asks("B", "2", "C", "3", "A", "1"),
                                ORDERED),
                        Part.REQUEST_HEADERS)))
                .containsExactly("MOVED A: 1 | 1");
    }

    @Test
    void twoFieldsOfOneNameThatSwapAreMovedEvenSo() {
        assertThat(changes(section(
                        compare(
                                Pairs.get("/").asks("Via", "x", "Via", "y"),
                                Pairs.get("/").asks("Via", "y", "Via", "x")),
                        Part.REQUEST_HEADERS)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("MOVED Via");
    }

    @Test
    void aNameInOtherCaseIsToldApart() {
        assertThat(changes(section(
                        compare(
                                Pairs.get("/").answers("Etag", "\"d\""),
                                Pairs.get("/").answers("ETag", "\"d\"")),
                        Part.RESPONSE_HEADERS)))
                .containsExactly("CASE_ONLY Etag \u2192 ETag: \"d\" | \"d\"");
    }

    @Test
    void ignoredFieldsDifferWithoutCounting() {
        Section section = section(
                compare(Pairs.get("/").answers("Date", "Mon"), Pairs.get("/").answers("date", "Tue")),
                Part.RESPONSE_HEADERS);
        assertThat(section.changes()).isZero();
        assertThat(section.lines().getFirst().remark()).isEqualTo(Fact.of("ignored"));
        assertThat(facts(section)).containsExactly("fieldsIgnored");
    }

    @Test
    void anEmptyListIgnoresNothing() {
        assertThat(compare(
                                Pairs.get("/").answers("Date", "Mon"),
                                Pairs.get("/").answers("Date", "Tue"),
                                CompareOptions.DEFAULT.withIgnoredFields(List.of()))
                        .changes())
                .isOne();
    }

    @Test
    void namesAreReadAsAUserWritesThem() {
        assertThat(CompareOptions.names(" Date,age  X-Request-Id:\n date"))
                .containsExactly("Date", "age", "X-Request-Id");
    }

    @Test
    void cookiesAreComparedByNameAndLeaveTheHeaders() {
        Comparison comparison = compare(
                Pairs.get("/").asks("Cookie", "sid=1; lang=en"), Pairs.get("/").asks("Cookie", "lang=en; sid=2; x=y"));
        assertThat(changes(section(comparison, Part.COOKIES)))
                .containsExactly("CHANGED sid sent: 1 | 2", "ADDED x sent: - | y");
        assertThat(section(comparison, Part.REQUEST_HEADERS).changes()).isZero();
    }

    @Test
    void cookiesThatAreSetAreComparedByAttribute() {
        assertThat(changes(section(
                        compare(
                                Pairs.get("/")
                                        .answers(
                                                "Set-Cookie", "session=a; Max-Age=3600; Path=/", "Set-Cookie", "old=1"),
                                Pairs.get("/")
                                        .answers(
                                                "Set-Cookie",
                                                "hint=b7; Secure",
                                                "Set-Cookie",
                                                "session=a; path=/; Max-Age=1800")),
                        Part.COOKIES)))
                .containsExactly(
                        "CHANGED session Max-Age: 3600 | 1800",
                        "REMOVED old set: 1 | -",
                        "ADDED hint set: - | b7; Secure");
    }

    @Test
    void timesDoNotCount() {
        Comparison comparison = compare(Pairs.get("/").took(50), Pairs.get("/").took(10));
        assertThat(comparison.changes()).isZero();
        assertThat(section(comparison, Part.TIMING).lines()).hasSize(2);
    }

    @Test
    void theUnifiedTextHasAHunkForEachSectionThatDiffers() {
        Comparison comparison = compare(
                Pairs.get("/a").asks("A", "1", "B", "2").gets("text/plain", "one\ntwo\nthree\n"),
                Pairs.get("/a").asks("A", "1", "B", "3").gets("text/plain", "one\n2\nthree\n"));
        assertThat(ComparisonText.of(comparison, "A", "B", Part::name, Line.Label::name, "cut"))
                .isEqualTo("""
                    --- A
                    +++ B
                    @@ -1,3 +1,3 @@ REQUEST_HEADERS
                     Host: shop.example
                     A: 1
                    -B: 2
                    +B: 3
                    @@ -1,4 +1,4 @@ RESPONSE_BODY
                     one
                    -two
                    +2
                     three
                    \s
                    """);
    }
}
