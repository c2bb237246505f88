package dev.hopscope.caching;

import static dev.hopscope.caching.Cases.NOW;
import static dev.hopscope.caching.Cases.after;
import static dev.hopscope.caching.Cases.date;
import static dev.hopscope.caching.Cases.get;
import static dev.hopscope.caching.Cases.response;
import static dev.hopscope.caching.Cases.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Headers;
import org.junit.jupiter.api.Test;

class ValidationTest {
    @Test
    void bothValidatorsAreSentAsTheyCame() {
        Headers lines = Validation.conditions(stored("ETag", "W/\"a\"", "Last-Modified", date(-9)));

        assertThat(lines).isEqualTo(Headers.of("If-None-Match", "W/\"a\"", "If-Modified-Since", date(-9)));
        assertThat(Validation.conditions(stored("Last-Modified", "yesterday"))).isEmpty();
    }

    @Test
    void aNotModifiedReplacesItsFieldsAndNotTheLength() {
        Stored old = stored(
                "ETag", "\"a\"", "Content-Length", "5", "X", "1", "X", "2", "Y", "1", "Age", "9", "Date", date(-50));

        Stored now = Validation.updated(
                old,
                response(304, "X", "3", "Content-Length", "0", "ETag", "\"a\"", "Connection", "close"),
                NOW,
                after(1),
                CachingOptions.SHARED);

        assertThat(now.response().headers())
                .isEqualTo(Headers.of("Content-Length", "5", "Y", "1", "X", "3", "ETag", "\"a\"", "Date", date(1)));
        assertThat(now.response().status()).isEqualTo(200);
        assertThat(now.received()).isEqualTo(after(1));
    }

    @Test
    void aNotModifiedDoesNotSayAnewWhatTheStoredOctetsAre() {
        Stored old = stored("ETag", "\"a\"", "Content-Range", "bytes 0-4/10", "Content-Encoding", "br");

        Stored now = Validation.updated(
                old,
                response(304, "Content-Range", "bytes 5-9/10", "Content-Encoding", "gzip", "Date", date(1)),
                NOW,
                after(1),
                CachingOptions.SHARED);

        assertThat(now.response().headers().all("Content-Range")).containsExactly("bytes 0-4/10");
        assertThat(now.response().headers().all("Content-Encoding")).containsExactly("br");
    }

    @Test
    void aNotModifiedWithAnotherEntityTagIsAboutAnotherResponse() {
        assertThat(Validation.selects(stored("ETag", "\"a\""), response(304, "ETag", "\"b\""))
                        .rule())
                .isEqualTo(Rule.OTHER_VALIDATOR);
        assertThat(Validation.selects(stored("ETag", "W/\"a\""), response(304, "ETag", "\"a\""))
                        .rule())
                .isEqualTo(Rule.NOT_MODIFIED);
        assertThat(Validation.selects(stored("ETag", "\"a\""), response(304)).rule())
                .isEqualTo(Rule.NOT_MODIFIED);
    }

    @Test
    void aHeadTellsThatTheStoredResponseChanged() {
        Stored old = stored("ETag", "\"a\"", "Content-Length", "5");

        assertThat(Validation.headSelects(old, response(200, "Content-Length", "6"))
                        .rule())
                .isEqualTo(Rule.HEAD_DIFFERS);
        assertThat(Validation.headSelects(old, response(200, "ETag", "\"a\"")).rule())
                .isEqualTo(Rule.HEAD_FRESHENS);
    }

    @Test
    void aClientThatHasTheResponseIsToldSo() {
        Stored stored = stored("ETag", "\"a,b\"", "Last-Modified", date(-100));

        assertThat(Validation.alreadyHas(get("If-None-Match", "\"x\", W/\"a,b\""), stored))
                .isNotNull();
        assertThat(Validation.alreadyHas(get("If-None-Match", "*"), stored)).isNotNull();
        assertThat(Validation.alreadyHas(get("If-None-Match", "\"a\"", "If-Modified-Since", date(0)), stored))
                .isNull();
        assertThat(Validation.alreadyHas(get("If-Modified-Since", date(-100)), stored))
                .isNotNull();
        assertThat(Validation.alreadyHas(get("If-Modified-Since", date(-101)), stored))
                .isNull();
        assertThat(Validation.alreadyHas(get("If-Modified-Since", "never"), stored))
                .isNull();
        assertThat(Validation.alreadyHas(get(), stored)).isNull();
    }
}
