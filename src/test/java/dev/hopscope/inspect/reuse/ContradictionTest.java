package dev.hopscope.inspect.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.caching.HttpDate;
import dev.hopscope.inspect.reuse.Contradiction.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {
    private final Rows rows = new Rows();

    private List<Kind> kinds() {
        return rows.across().contradictions().stream().map(Contradiction::kind).toList();
    }

    private Contradiction only() {
        assertThat(rows.across().contradictions()).hasSize(1);
        return rows.across().contradictions().getFirst();
    }

    private static String date(long second) {
        return HttpDate.format(Rows.START.plusSeconds(second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Age: 88, Cache-Control: max-age=60 | AGE_ABOVE_LIFETIME",
                "Age: 88, Cache-Control: s-maxage=300;max-age=60 | STALE_ON_ARRIVAL",
                "X-Cache: HIT from proxy.example, Cache-Control: no-store | HIT_THOUGH_NO_STORE",
                "X-Cache: HIT from proxy.example, Cache-Control: private | HIT_THOUGH_PRIVATE",
                "Cache-Control: no-store;max-age=60 | NO_STORE_WITH_LIFETIME",
                "Cache-Control: public;private;max-age=60 | PUBLIC_AND_PRIVATE"
            })
    void aHeadThatContradictsItselfIsToldWithItsLines(String fields, Kind kind) {
        String[] lines = fields.replace(';', ',').split(", (?=[A-Z])");
        String[] all = new String[2 * lines.length];
        for (int i = 0; i < lines.length; i++) {
            all[2 * i] = lines[i].substring(0, lines[i].indexOf(':'));
            all[2 * i + 1] = lines[i].substring(lines[i].indexOf(':') + 2);
        }
        rows.at(0).gets("a", all);

        assertThat(only().kind()).isEqualTo(kind);
        assertThat(only().proof()).extracting(Contradiction.Proof::line).containsExactlyInAnyOrder(lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Age: 20, Cache-Control: max-age=60",
                "Age: 88, Cache-Control: max-age=60;stale-while-revalidate=60",
                "X-Cache: MISS from proxy.example, Cache-Control: no-store",
                "Cache-Control: no-store;max-age=0",
                "Cache-Control: private;max-age=60",
            })
    void whatAgreesIsNotToldOf(String fields) {
        String[] lines = fields.replace(';', ',').split(", (?=[A-Z])");
        String[] all = new String[2 * lines.length];
        for (int i = 0; i < lines.length; i++) {
            all[2 * i] = lines[i].substring(0, lines[i].indexOf(':'));
            all[2 * i + 1] = lines[i].substring(lines[i].indexOf(':') + 2);
        }
        rows.at(0).gets("a", all);

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aNotModifiedWithoutAConditionHasNothingToConfirm() {
        rows.at(0).status(304).gets("");

        assertThat(only().kind()).isEqualTo(Kind.NOT_MODIFIED_UNASKED);
        assertThat(only().proof().getFirst().line()).startsWith("HTTP/1.1 304");
    }

    @Test
    void aNotModifiedAboutAnotherTagIsTold() {
        rows.at(0).asks("If-None-Match", "\"1\", W/\"2\"").status(304).gets("", "ETag", "\"3\"");
        assertThat(kinds()).containsExactly(Kind.NOT_MODIFIED_OTHER_TAG);

        rows.at(1).asks("If-None-Match", "\"1\", W/\"3\"").status(304).gets("", "ETag", "\"3\"");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void datesThatCannotAllBeTrueAreTold() {
        rows.at(0).gets("a", "Last-Modified", date(10));
        assertThat(only().kind()).isEqualTo(Kind.LAST_MODIFIED_AFTER_DATE);

        rows.at(100).gets("a", "Expires", date(0), "Cache-Control", "max-age=60");
        assertThat(only().kind()).isEqualTo(Kind.EXPIRES_BEFORE_DATE);

        rows.at(200).undated().gets("a", "Date", date(500));
        assertThat(only().kind()).isEqualTo(Kind.DATE_IN_THE_FUTURE);
    }

    @Test
    void aConditionThatWasNotLookedAtIsTold() {
        rows.at(0).asks("If-None-Match", "W/\"1\"").gets("a", "ETag", "\"1\"");

        assertThat(only().kind()).isEqualTo(Kind.CONDITION_IGNORED);
    }

    @Test
    void anEtagThatChangesWhileTheContentDoesNotIsToldWithBothRows() {
        rows.at(0).gets("a", "ETag", "\"1\"");
        rows.at(1).gets("a", "ETag", "\"2\"");

        assertThat(only().kind()).isEqualTo(Kind.ETAG_CHANGES_CONTENT_DOES_NOT);
        assertThat(only().proof())
                .extracting(proof -> proof.row() + " " + proof.line())
                .containsExactly("#1 ETag: \"1\"", "#2 ETag: \"2\"");
    }

    @Test
    void aContentThatChangesUnderOneStrongEtagIsTold() {
        rows.at(0).gets("a", "ETag", "\"1\"");
        rows.at(1).gets("b", "ETag", "\"1\"");
        assertThat(only().kind()).isEqualTo(Kind.CONTENT_CHANGES_ETAG_DOES_NOT);
    }

    @Test
    void aWeakEtagMayStandForMoreThanOneContent() {
        rows.at(0).gets("a", "ETag", "W/\"1\"");
        rows.at(1).gets("b", "ETag", "W/\"1\"");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void anotherContentCodingIsAnotherContent() {
        rows.at(0).gets("a", "ETag", "\"1\"", "Content-Encoding", "gzip");
        rows.at(1).gets("b", "ETag", "\"1\"");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aVaryThatNeverVariesIsToldWithTheValues() {
        rows.at(0).asks("Accept", "text/html").gets("a", "Vary", "Accept, Origin");
        rows.at(1).asks("Accept", "*/*").gets("a", "Vary", "Accept, Origin");

        assertThat(only().kind()).isEqualTo(Kind.VARY_NEVER_VARIES);
        assertThat(only().values()).containsExactly("Accept", "2");
        assertThat(only().proof())
                .extracting(Contradiction.Proof::line)
                .containsExactly("Accept: text/html", "Accept: */*", "Vary: Accept, Origin");
    }

    @Test
    void aVaryThatVariesIsNot() {
        rows.at(0).asks("Accept", "text/html").gets("a", "Vary", "Accept");
        rows.at(1).asks("Accept", "*/*").gets("b", "Vary", "Accept");

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aContentThatChangedWhileItsCopyWasFreshIsTold() {
        rows.at(0).gets("a", "Cache-Control", "max-age=300");
        rows.at(100).gets("b", "Cache-Control", "max-age=300");

        assertThat(only().kind()).isEqualTo(Kind.CHANGED_WHILE_FRESH);
        assertThat(only().values()).containsExactly("200");
    }
}
