package dev.hopscope.inspect.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines mean: a value of each kind, taken apart. */
class MeaningsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | max-age=5400, private | fresh for 1 hour 30 minutes",
                "Cache-Control | max-age=0 | stale at once",
                "Cache-Control | max-age=1h | FAULT max-age=1h: Not a number",
                "Cache-Control | maxage=60 | max-age may be meant",
                "Cache-Control | no-store, max-age=60 | no-store wins",
                "Cache-Control | max-age=1, max-age=2 | Stands here twice",
                "Pragma | no-cache | Means nothing in a response",
                "Strict-Transport-Security | max-age=31536000; includeSubDomains | remembered for 1 year",
                "Strict-Transport-Security | includeSubDomains | FAULT : max-age is missing",
                "Strict-Transport-Security | max-age=0 | forget it",
                "Content-Security-Policy | script-src self | without its quotes",
                "Content-Security-Policy | script-src 'self' 'unsafe-inline' | ADVICE 'unsafe-inline'",
                "Content-Security-Policy | script-scr 'self' | FAULT script-scr 'self': Not a directive",
                "Content-Security-Policy | default-src 'none'; default-src * | follow the first",
                "Content-Security-Policy | img-src https: | It says nothing of scripts",
                "ETag | W/\"abc\" | weak",
                "ETag | abc | FAULT abc: Not in double quotes",
                "Content-Disposition | attachment; filename*=UTF-8''%e2%82%ac%20rates.pdf | called “€ rates.pdf”",
                "Content-Disposition | attachment; filename=\"../../x\" | ADVICE filename=\"../../x\": It holds a path",
                "Link | <https://a.example/2?x,y>; rel=\"next\" | the next page",
                "Link | </a.css>; rel=preload | FAULT </a.css>; rel=preload: preload without as",
                "Server-Timing | db;dur=53, app;dur=47.2;desc=\"all else\" | 100 ms in all",
                "Content-Type | text/html; charset=utf-9 | FAULT charset=utf-9",
                "Content-Type | multipart/form-data | boundary is missing",
                "Content-Range | bytes 0-499/1234 | 500 bytes from byte 0 on, of 1234",
                "Content-Range | bytes 5-2/10 | ends before it begins",
                "Alt-Svc | h3=\":443\"; ma=86400 | HTTP/3 at this host, port 443, to be remembered for 1 day",
                "Permissions-Policy | camera=(), geolocation=(self) | the camera: nobody",
                "Permissions-Policy | camera 'none' | FAULT camera 'none'",
                "Referrer-Policy | no-referrer, strict-origin | nothing is told; overruled",
                "Vary | * | no cache can use it",
                "Via | 1.1 a, 1.0 b, 1.1 a | a stands here twice",
                "Expires | 0 | stale at once",
                "Expires | Mon, 23 Nov 2026 21:00:00 GMT | 1 hour after this exchange began",
                "Date | Mon, 23 Nov 2026 21:00:00 GMT | 1 hour ahead of this machine",
                "Age | 30 | 30 seconds before this answer",
                "Retry-After | 120 | in 2 minutes",
                "Cache-Status | Squid;hit;ttl=-30 | stale for 30 seconds",
                "Clear-Site-Data | cookies | FAULT cookies: Without its quotes",
                "X-Frame-Options | ALLOW-FROM https://a.example | no longer know ALLOW-FROM",
                "Content-Length | 18332 | 18332 bytes, 18 KB",
                "Transfer-Encoding | chunked, gzip | chunked is not the last",
                "Location | http://shop.example/x | back to plain http",
                "Content-Digest | sha-256=:YQ==: | It has 1 bytes",
                "Allow | GET, PUT | Puts the body",
            })
    void aValueOfAResponseIsTakenApart(String name, String value, String expected) {
        assertThat(Decoding.said(name, value, Decoding.response())).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | max-stale | however old",
                "Cache-Control | public | Belongs in responses",
                "Accept-Encoding | gzip, br;q=0 | not at all: Brotli",
                "Accept-Language | de-AT, en;q=0.5 | German (Austria)",
                "Accept | a/b;q=2 | FAULT a/b;q=2: The weight",
                "Forwarded | for=192.0.2.43;proto=http, for=\"[2001:db8::1]\" | nearest to the client",
                "X-Forwarded-For | 203.0.113.7, 10.0.0.1 | an address of a private network",
                "Range | bytes=500-999,-5 | the last 5 bytes",
                "Sec-Fetch-Site | cross-site | another site",
                "Sec-Fetch-Dest | empty | fetch, XMLHttpRequest",
                "Sec-CH-UA | \"Chromium\";v=\"130\", \"Not?A_Brand\";v=\"99\" | made up",
                "If-Match | W/\"x\" | never matches",
                "Priority | u=1, i | urgency 1, before others",
                "traceparent | 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 | recorded by the sender",
                "Host | other.example | Another host than the request goes to",
            })
    void aValueOfARequestIsTakenApart(String name, String value, String expected) {
        assertThat(Decoding.said(name, value, Decoding.request())).contains(expected);
    }

    @Test
    void acceptIsOrderedByWeightThenBySpecificity() {
        assertThat(Decoding.of("Accept", "*/*;q=0.8, text/*, text/html, image/webp;q=0.9", Decoding.request()))
                .extracting(Part::text)
                .containsExactly("text/html", "text/*", "image/webp;q=0.9", "*/*;q=0.8");
    }

    @Test
    void corsIsSetAgainstTheOriginOfTheRequest() {
        Headers request = Headers.of("Origin", "https://app.example");
        Headers response = Headers.of("Access-Control-Allow-Credentials", "true");
        Setting setting = Decoding.setting(Direction.RESPONSE, "https", request, response);
        assertThat(Decoding.faults("Access-Control-Allow-Origin", "https://other.example", setting))
                .anyMatch(f -> f.contains("came from https://app.example"));
        assertThat(Decoding.faults("Access-Control-Allow-Origin", "*", setting)).anyMatch(f -> f.contains("star"));
        assertThat(Decoding.faults("Access-Control-Allow-Origin", "https://app.example", setting))
                .isEmpty();
        assertThat(Decoding.said("Access-Control-Allow-Origin", "https://app.example", setting))
                .contains("Vary does not say so");
    }

    @Test
    void aPreflightThatIsNotAllowedIsSaid() {
        Headers request = Headers.of(
                "Access-Control-Request-Method", "DELETE", "Access-Control-Request-Headers", "x-a, authorization");
        Setting setting = Decoding.setting(Direction.RESPONSE, "https", request, Headers.EMPTY);
        assertThat(Decoding.faults("Access-Control-Allow-Methods", "GET, PUT", setting))
                .anyMatch(f -> f.contains("DELETE"));
        assertThat(Decoding.faults("Access-Control-Allow-Headers", "*", setting))
                .singleElement()
                .asString()
                .contains("authorization");
    }

    @Test
    void ageIsSetAgainstTheLifetime() {
        Setting setting = Decoding.setting(
                Direction.RESPONSE, "https", Headers.EMPTY, Headers.of("Cache-Control", "public, max-age=60"));
        assertThat(Decoding.said("Age", "30", setting)).contains("30 seconds left");
        assertThat(Decoding.said("Age", "90", setting)).contains("over by 30 seconds");
    }

    @Test
    void aFieldInTheWrongMessageIsSaidToSayNothing() {
        assertThat(Meanings.of(new Header("Set-Cookie", "a=1"), Decoding.request())
                        .where())
                .contains("in a request it says nothing");
    }

    @Test
    void anUnknownFieldHasWordsTooAndIsCut() {
        Meaning meaning = Meanings.of(new Header("X-" + "y".repeat(5000), "1"), Decoding.request());
        assertThat(meaning.title()).hasSizeLessThan(400).contains("5002 characters");
        assertThat(meaning.words()).isNotEmpty();
    }

    @Test
    void startLinesAreExplained() {
        RequestHead request = new RequestHead("get", "http://a.example/", HttpVersion.HTTP_1_1, Headers.EMPTY);
        assertThat(Meanings.ofStartLine(request, Decoding.request()).parts())
                .anyMatch(p -> p.words().contains("Case matters"))
                .anyMatch(p -> p.words().contains("absolute form"));
        ResponseHead response = new ResponseHead(HttpVersion.HTTP_2, 429, "", Headers.EMPTY);
        Meaning meaning = Meanings.ofStartLine(response, Decoding.response());
        assertThat(meaning.title()).isEqualTo("429 Too Many Requests");
        assertThat(meaning.specification()).isEqualTo("RFC 6585 §4");
        assertThat(Meanings.ofStartLine(
                                new ResponseHead(HttpVersion.HTTP_1_1, 299, "Odd", Headers.EMPTY), Decoding.response())
                        .words())
                .contains("like 200");
    }
}
