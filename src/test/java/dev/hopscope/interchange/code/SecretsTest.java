package dev.hopscope.interchange.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.replay.Content;
import dev.hopscope.replay.RequestDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is masked and what stays, on what browsers and clients send. */
class SecretsTest {
    private static RequestDraft draft(String target, Headers headers, String body) {
        return new RequestDraft(
                new Origin("https", "a.example", 443),
                "POST",
                target,
                HttpVersion.HTTP_1_1,
                headers,
                Content.ofText(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization | Bearer abc | Bearer ***",
                "Authorization | Basic dTpw | Basic ***",
                "Authorization | abc | ***",
                "Cookie | sid=1; theme=dark | sid=***; theme=***",
                "X-Api-Key | abc | ***",
                "api-key | abc | ***",
                "Ocp-Apim-Subscription-Key | abc | ***",
                "X-CSRF-Token | abc | ***",
                "X-XSRF-TOKEN | abc | ***",
                "PRIVATE-TOKEN | abc | ***",
                "X-Amz-Security-Token | abc | ***",
                "X-Hub-Signature-256 | sha256=1 | ***",
                "X-Session-Id | abc | ***",
                "DPoP | eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiIx.c2ln | ***",
                "Referer | https://b.example/?access_token=abc&page=2 | https://b.example/?access_token=***&page=2",
                "Cookie | SECRET | ***",
                "Cookie | a=1; SECRET; c2VjcmV0== | a=***; ***; ***",
                "Authorization | SEC RET | ***",
                "X-Auth | abc | ***",
                "X-Cookies | sid=1 | ***",
                "X-Authkey | abc | ***",
                "X-Auth-User | abc | ***",
                "Basic-Auth | abc | ***",
                "X-Db-Pass | abc | ***",
                "Origin | http://u:S@h | http://***@h",
                "Referer | http://u:S@h/x?page=2 | http://***@h/x?page=2",
                "Referer | https://b.example/#access_token=S;T U&page=2 | https://b.example/#access_token=***&page=2",
                "X-Forwarded-Access | Bearer S T | Bearer ***",
                "X-Note | Basic dTpw | Basic ***",
                "X-Data | {\"token\":\"S\"} | {\"token\":\"***\"}",
                "X-Note | see ghp_abcdefghijklmnopqrstuvwxyz0123456789 | see ***"
            })
    void aFieldThatHoldsASecretIsMasked(String name, String value, String masked) {
        assertThat(Secrets.masked(draft("/", Headers.of(name, value), "")).headers())
                .containsExactly(new Header(name, masked));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host | a.example",
                "Accept | text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
                "Accept-Language | de-DE,de;q=0.9",
                "Cache-Control | max-age=0",
                "If-None-Match | W/\"abc-123\"",
                "sec-ch-ua | \"Chromium\";v=\"130\", \"Not?A_Brand\";v=\"99\"",
                "Sec-Fetch-Site | same-origin",
                "Sec-WebSocket-Key | dGhlIHNhbXBsZSBub25jZQ==",
                "Idempotency-Key | 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "Surrogate-Key | page-1",
                "X-Author | Ann",
                "authority | a.example",
                "X-Token-Type | bearer",
                "X-Max-Tokens | 100",
                "Signature-Input | sig1=(\"@method\");created=1",
                "X-Request-Id | 7f3c2a",
                "traceparent | 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "User-Agent | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
                "Content-Type | multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
                "Origin | https://a.example",
                "X-Auth-Type | saml",
                "X-Plan | Basic plan",
                "X-Mail | https://a.example/?mail=a@b",
                "Access-Control-Request-Headers | authorization,x-csrf-token"
            })
    void aFieldThatHoldsNoneStays(String name, String value) {
        assertThat(Secrets.masked(draft("/", Headers.of(name, value), "")).headers())
                .containsExactly(new Header(name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "/?token=a&page=2&sort=code, /?token=***&page=2&sort=code",
        "/cb?code=4%2F0AX4XfWh1234567890&state=xyz&scope=a, /cb?code=***&state=xyz&scope=a",
        "/?code=404&key=name&country_code=DE&author=x, /?code=404&key=name&country_code=DE&author=x",
        "/maps?key=AIzaSyA1234567890abcdefghijklmnopqrstuv, /maps?key=***",
        "/?X-Amz-Algorithm=AWS4&X-Amz-Credential=AKIA&X-Amz-Signature=ab&X-Amz-SignedHeaders=host,"
                + " /?X-Amz-Algorithm=AWS4&X-Amz-Credential=***&X-Amz-Signature=***&X-Amz-SignedHeaders=host",
        "/?user[password]=x&grant_type=password&max_tokens=5, /?user[password]=***&grant_type=password&max_tokens=5",
        "/?password=a;tailSECRET&b=c, /?password=***&b=c",
        "/?token=a#SECRET b&c=d, /?token=***&c=d",
        "/?code=4/0AX4XfWh1234567890;tail&b=c, /?code=***&b=c",
        "/?pass%77ord=x&b=%zz, /?pass%77ord=***&b=%zz",
        "/?a=1;token=S T&b=c, /?a=1;token=***&b=c",
        "/x;jsessionid=S/y;v=1?b=c, /x;jsessionid=***/y;v=1?b=c",
        "/?url=http://u:S@h/&b=c, /?url=http://***@h/&b=c",
        "/?url=http%3A%2F%2Fu%3AS%40h%2F%C3%A9&b=c, /?url=http%3A%2F%2F***%40h%2F%C3%A9&b=c",
        "/?next=%2Fcb%3Ftoken%3DS&b=%2Fcb, /?next=%2Fcb%3Ftoken%3D***&b=%2Fcb",
        "/u/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx.c2ln/x, /u/***/x"
    })
    void inATargetOnlySecretsAreMasked(String target, String masked) {
        assertThat(Secrets.masked(draft(target, Headers.EMPTY, "")).target()).isEqualTo(masked);
    }

    @Test
    void inJsonOnlySecretsAreMasked() {
        String json = "{\"user\": \"ann\", \"password\": \"p\\\"w\", \"max_tokens\": 100, \"token_type\": \"bearer\","
                + " \"accessToken\": \"x\", \"author\": {\"key\": \"a\", \"code\": 200}, \"otp\": 123456,"
                + " \"passwordRequired\": true, \"session\": null, \"apiKey\": \"k\"}";
        assertThat(Secrets.masked(draft("/", Headers.of("Content-Type", "application/json"), json))
                        .body()
                        .text())
                .isEqualTo("{\"user\": \"ann\", \"password\": \"***\", \"max_tokens\": 100, \"token_type\": \"bearer\","
                        + " \"accessToken\": \"***\", \"author\": {\"key\": \"a\", \"code\": 200}, \"otp\":"
                        + " \"***\", \"passwordRequired\": true, \"session\": null, \"apiKey\": \"***\"}");
    }

    @Test
    void inAFormOnlySecretsAreMasked() {
        String form =
                "username=ann&password=pw&csrfmiddlewaretoken=x&next=%2F&grant_type=password&client_secret=s&code_verifier=v";
        assertThat(Secrets.masked(draft("/", Headers.of("Content-Type", "application/x-www-form-urlencoded"), form))
                        .body()
                        .text())
                .isEqualTo(
                        "username=ann&password=***&csrfmiddlewaretoken=***&next=%2F&grant_type=password&client_secret=***&code_verifier=***");
    }

    private static String json(String text) {
        return String.valueOf(Secrets.masked(draft("/", Headers.of("Content-Type", "application/json"), text))
                .body()
                .text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"pass\\u0077ord\": \"S\"} | {\"pass\\u0077ord\": \"***\"}",
                "{\"secret\":[\"S\", 12, null]} | {\"secret\":[\"***\", \"***\", null]}",
                "{\"token\":{\"value\":\"S\",\"in\":[{\"x\":\"T\"}]},\"a\":\"b\"}"
                        + " | {\"token\":{\"value\":\"***\",\"in\":[{\"x\":\"***\"}]},\"a\":\"b\"}",
                "{\"secrets\":{\"a\":\"S\"},\"passwords\":[\"S\"],\"cookie\":\"S\"}"
                        + " | {\"secrets\":{\"a\":\"***\"},\"passwords\":[\"***\"],\"cookie\":\"***\"}",
                "{\"h\":\"Bearer S\"} | {\"h\":\"Bearer ***\"}",
                "{\"h\":[\"Bearer S\"]} | {\"h\":[\"Bearer ***\"]}",
                "{\"u\":\"http://u:S@h\\/é\\n\"} | {\"u\":\"http://***@h/é\\u000a\"}",
                "{\"p\":\"{\\\"password\\\":\\\"S\\\"}\"} | {\"p\":\"{\\\"password\\\":\\\"***\\\"}\"}",
                "{'password':'S', token: S | {'password':\"***\", token: \"***\"",
                "{\"password\":\"S | {\"password\":\"***\"",
                "[{\"a\":\"\\u00e9\\/\"}, 1.5e3 ,[]] | [{\"a\":\"\\u00e9\\/\"}, 1.5e3 ,[]]"
            })
    void inJsonNamesReadWithoutEscapesAndAllWithinASecretIsMasked(String text, String masked) {
        assertThat(json(text)).isEqualTo(masked);
    }

    @Test
    void whatIsNestedDeeplyIsReadToo() {
        assertThat(json("[".repeat(100_000) + "{\"token\":\"S\"}")).endsWith("{\"token\":\"***\"}");
        String encoded = "/?a=%" + "25".repeat(50_000);
        assertThat(Secrets.masked(draft(encoded, Headers.EMPTY, "")).target()).isEqualTo(encoded);
    }
}
