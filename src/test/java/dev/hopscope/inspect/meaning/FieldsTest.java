package dev.hopscope.inspect.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The words for fields, methods and codes are there, complete, and not copied from one another. */
class FieldsTest {
    @Test
    void atLeast120StandardFieldsHaveWords() {
        assertThat(Fields.ALL.stream().filter(FieldMeaning::standard)).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void everyFieldHasWordsAPlaceAndASpecification() {
        assertThat(Fields.ALL).allSatisfy(field -> {
            assertThat(field.name()).matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
            assertThat(field.words()).as(field.name()).hasSizeBetween(15, 260).endsWith(".");
            assertThat(sentences(field.words())).as(field.name()).isBetween(1, 3);
            assertThat(field.where()).isNotNull();
            assertThat(field.specification())
                    .as(field.name())
                    .matches("not registered|RFC \\d{4,5}( §[A-Z\\d.]+)?|(W3C|IETF"
                            + " draft|Fetch|HTML|ECMA|OASIS|SOAP|CTA).*");
        });
    }

    @Test
    void noFieldStandsTwiceAndNoWordsAreSharedByUnlikeOnes() {
        Set<String> names = new HashSet<>();
        assertThat(Fields.ALL).allMatch(f -> names.add(f.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void everyFieldOfADecoderHasWords() {
        assertThat(FieldDecoders.ALL.stream().flatMap(d -> d.names().stream()))
                .allSatisfy(name -> assertThat(Fields.of(name)).as(name).isNotNull());
    }

    @Test
    void noFieldHasTwoDecoders() {
        Set<String> names = new HashSet<>();
        assertThat(FieldDecoders.ALL.stream().flatMap(d -> d.names().stream())).allMatch(names::add);
    }

    @Test
    void everyMethodOfHttpAndOfWebDavHasWords() {
        for (String method :
                ("GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH QUERY PRI ACL BASELINE-CONTROL BIND CHECKIN"
                    + " CHECKOUT COPY LABEL LINK LOCK MERGE MKACTIVITY MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE"
                    + " ORDERPATCH PROPFIND PROPPATCH REBIND REPORT SEARCH UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE"
                    + " UPDATEREDIRECTREF VERSION-CONTROL")
                        .split(" ")) {
            MethodMeaning meaning = MethodMeaning.of(method);
            assertThat(meaning).as(method).isNotNull();
            assertThat(meaning.words()).endsWith(".");
            assertThat(meaning.specification()).startsWith(method.equals("QUERY") ? "IETF" : "RFC");
        }
        assertThat(MethodMeaning.of("get")).isNull();
    }

    @Test
    void everyRegisteredStatusCodeHasWords() {
        int[] registered = IntStream.of(
                        100, 101, 102, 103, 104, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303,
                        304, 305, 306, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413,
                        414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503,
                        504, 505, 506, 507, 508, 510, 511)
                .toArray();
        for (int code : registered) {
            StatusMeaning meaning = StatusMeaning.of(code);
            assertThat(meaning).as(Integer.toString(code)).isNotNull();
            assertThat(meaning.words()).endsWith(".");
            assertThat(meaning.specification()).matches("RFC \\d{4} §[\\d.]+|IETF draft .*");
        }
    }

    private static int sentences(String words) {
        return words.split("[.:] ", -1).length;
    }
}
