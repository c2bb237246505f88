package dev.hopscope.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.proxy.ReplayRequest;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    private static Draft draft(String body, String... headers) {
        return Draft.of(new RequestDraft(
                new Origin("http", "shop.example", 80),
                "POST",
                "/a?b=%7e&c",
                HttpVersion.HTTP_1_1,
                Headers.of(headers),
                Content.of(body.getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void aDraftThatIsNotTouchedIsTheRequestItWasMadeFrom() throws IOException {
        String[] lines = {"hOST", "shop.example", "X-a", "1", "x-A", "2", "content-length", "3"};
        Draft draft = draft("{ }", lines);
        ReplayRequest request = Drafting.request(draft, null);
        assertThat(request.head().target()).isEqualTo("/a?b=%7e&c");
        assertThat(request.head().headers()).isEqualTo(Headers.of(lines));
        assertThat(draft.body().content().text()).isEqualTo("{ }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1}\r\n",
                "a\r\nb\nc",
                "\u00ef\u00bb\u00bfbom",
                "\0\u00ff",
                "tab\tand\nline",
                "x=1&y",
                "caf\u00c3\u00a9",
                "\r"
            })
    void everyBodyComesBackOctetForOctet(String octets) {
        assertThat(draft(octets, "Host", "shop.example").body().content().latin1())
                .isEqualTo(octets);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\": 1}', application/json, JSON",
        "'{\"a\": 1}', application/problem+json, JSON",
        "a=b&c=d, application/x-www-form-urlencoded, FORM",
        "hello, text/plain, TEXT",
        "'{\"a\": 1}', text/plain, TEXT"
    })
    void theKindOfABodyIsThatOfItsMediaType(String body, String type, DraftBody.Kind kind) {
        assertThat(draft(body, "Content-Type", type).body().kind()).isEqualTo(kind);
    }

    @Test
    void aBodyThatIsCompressedStaysAsItWasRecorded() {
        assertThat(draft("abc", "Content-Encoding", "gzip").body().kind()).isEqualTo(DraftBody.Kind.RECORDED);
    }

    @Test
    void anotherBodyHasAnotherLength() {
        Draft draft = draft("abc", "Host", "shop.example", "Content-Length", "3");
        Draft edited = draft.withBody(draft.body().withText("häßlich"));
        assertThat(edited.headers().first("Content-Length")).isEqualTo("9");
    }

    @Test
    void aKindBringsItsMediaTypeAndTakesItAwayAgain() {
        Draft blank = Draft.BLANK.withUrl("shop.example");
        Draft json = blank.withKind(DraftBody.Kind.JSON);
        assertThat(json.headers().first("Content-Type")).isEqualTo("application/json");
        Draft form = json.withKind(DraftBody.Kind.FORM);
        assertThat(form.headers().all("Content-Type")).containsExactly("application/x-www-form-urlencoded");
        assertThat(form.withKind(DraftBody.Kind.NONE).headers().has("Content-Type"))
                .isFalse();
    }

    @Test
    void aMediaTypeTheUserNamedStays() {
        Draft draft = draft("{}", "Content-Type", "application/vnd.shop+json").withKind(DraftBody.Kind.TEXT);
        assertThat(draft.headers().first("Content-Type")).isEqualTo("application/vnd.shop+json");
    }

    @Test
    void aNewHostInTheUrlMovesTheHostLineAndKeepsTheRest() {
        Draft draft = draft("", "Host", "shop.example").withOrigin(new Origin("http", "localhost", 3000));
        assertThat(draft.url()).isEqualTo("http://localhost:3000/a?b=%7e&c");
        assertThat(draft.headers().first("Host")).isEqualTo("localhost:3000");
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/, 'X Y: 1', X Y",
        "http://shop.example/, 'NoColon', NoColon",
        "http://shop.example/, 'Host: a', one Host",
        "http://shop.example/, 'A: \u20ac', A",
        "http://u:p@shop.example/, 'A: b', Auth",
        "ftp://shop.example/, 'A: b', http"
    })
    void whatCannotBeSentIsSaidInWords(String url, String line, String named) {
        Draft draft = Draft.BLANK.withUrl("shop.example").withUrl(url);
        Draft flawed = draft.withFields(lines -> {
            var more = new java.util.ArrayList<>(lines);
            more.addAll(FieldLines.parse(line, lines));
            return more;
        });
        assertThat(Flaws.first(flawed, false)).contains(named);
    }

    @Test
    void throughAnUpstreamProxyAPlainRequestCannotNameAnotherHost() {
        Draft draft = Draft.BLANK.withUrl("http://localhost:3000/");
        Draft other = draft.withFields(FieldLines.put(draft.fields(), "Host", "shop.example"));
        assertThat(Flaws.first(other, false)).isNull();
        assertThat(Flaws.first(other, true)).contains("shop.example");
        assertThat(Flaws.first(other.withDirect(true), true)).isNull();
    }

    @Test
    void whatWasChangedIsSaidInAFewWords() {
        Draft draft = draft("", "Host", "shop.example", "A", "1");
        assertThat(DraftChanges.words(draft, draft)).isEmpty();
        Draft edited =
                draft.withUrl("http://localhost:3000/a?b=%7e&c=1").withFields(lines -> FieldLines.put(lines, "A", "2"));
        assertThat(DraftChanges.words(draft, edited)).isEqualTo("to localhost:3000, c, A");
    }
}
