package dev.hopscope.inspect.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Credentials are opened, and never taken for true. */
class CredentialsTest {
    @Test
    void basicIsOpened() {
        assertThat(Decoding.said("Authorization", "Basic " + base64("anna:pä:ss"), Decoding.request()))
                .contains("user: anna")
                .contains("password: pä:ss");
    }

    @Test
    void basicOverPlainHttpIsWorthALook() {
        Setting plain = Decoding.setting(Direction.REQUEST, "http", Headers.EMPTY, Headers.EMPTY);
        assertThat(Decoding.said("Authorization", "Basic " + base64("a:b"), plain))
                .contains("plain http");
    }

    @Test
    void aTokenIsOpenedWithItsTimesAndNotChecked() {
        String token =
                token("{\"alg\":\"RS256\",\"kid\":\"k1\"}", "{\"sub\":\"42\",\"iat\":1795464000,\"exp\":1795467600}");
        assertThat(Decoding.said("Authorization", "Bearer " + token, Decoding.request()))
                .contains("not checked")
                .contains("alg: RS256")
                .contains("sub: 42")
                .contains("holds until 2026-11-23 21:00:00 UTC, 1 hour after this exchange")
                .contains("issued 2026-11-23 20:00:00 UTC, at the time of this exchange");
    }

    @Test
    void aTokenThatEndedOrIsUnsignedIsAFault() {
        String token = token("{\"alg\":\"none\"}", "{\"exp\":1795463000}");
        assertThat(Decoding.faults("Authorization", "Bearer " + token, Decoding.request()))
                .anyMatch(f -> f.contains("not signed"))
                .anyMatch(f -> f.contains("ended 2026-11-23"));
    }

    @Test
    void aDeeplyNestedTokenIsNotRead() {
        String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(Decoding.said("Authorization", "Bearer " + token("{\"alg\":\"RS256\"}", deep), Decoding.request()))
                .contains("not JSON");
    }

    @Test
    void challengesAreToldApart() {
        assertThat(Decoding.said(
                        "WWW-Authenticate",
                        "Basic realm=\"a, b\", Bearer realm=\"api\", error=\"invalid_token\"",
                        Decoding.response()))
                .contains("Basic: name and password")
                .contains("realm=\"a, b\"")
                .contains("Bearer: a token")
                .contains("taken back");
    }

    private static String token(String head, String claims) {
        return url(head) + "." + url(claims) + ".c2ln";
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
