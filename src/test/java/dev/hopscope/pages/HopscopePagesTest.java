package dev.hopscope.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Phase;
import dev.hopscope.proxy.LocalPages.Page;
import dev.hopscope.trust.TrustRecipe;
import dev.hopscope.trust.TrustRecipes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HopscopePagesTest {
    private static final CertificateFiles FILES =
            new CertificateFiles("AA:BB", "pem".getBytes(StandardCharsets.US_ASCII), new byte[] {1, 2}, new byte[] {3});
    private static final Failure REFUSED =
            new Failure(Phase.CONNECT, "connection-refused", "no connection to a.test:80");
    private static final Origin ORIGIN = new Origin("http", "a.test", 80);

    private String bound = "127.0.0.1";
    private final HopscopePages pages = new HopscopePages(() -> CompletableFuture.completedFuture(FILES), () -> bound);

    private Page get(String path) {
        return pages.page("GET", path, "127.0.0.1:8888");
    }

    private static String text(Page page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    @Test
    void theStartPageTellsTheAddressAndTheFingerprint() {
        assertThat(get("/").status()).isEqualTo(200);
        assertThat(text(get("/?x=1"))).contains("curl -x http://127.0.0.1:8888 ", "AA:BB", "<code>8888</code>");
    }

    @Test
    void aPhoneGetsACodeWhereItReachesTheProxyAndTheReasonWhereNot() {
        assertThat(text(get("/")))
                .contains("listens on 127.0.0.1 for this machine alone")
                .doesNotContain("<figure>");
        bound = "192.168.1.4";
        assertThat(text(get("/")))
                .contains("aria-label=\"http://192.168.1.4:8888/\"", "<path fill=\"#000\" d=\"M4 4h7v1h-7z");
        bound = "2001:db8::1";
        assertThat(text(get("/"))).contains(">http://[2001:db8::1]:8888/<");
    }

    @ParameterizedTest
    @CsvSource({
        "/hopscope-ca-cert.pem, application/x-pem-file, 3",
        "/hopscope-ca-cert.cer, application/pkix-cert, 2",
        "/hopscope-ca-cert.p12, application/x-pkcs12, 1"
    })
    void theCertificateIsADownload(String path, String mediaType, int length) {
        Page page = get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().first("Content-Type")).isEqualTo(mediaType);
        assertThat(page.headers().first("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + path.substring(1) + "\"");
        assertThat(page.body()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tls-closed",
                "tls-reset",
                "tls-alert",
                "tls-failed",
                "tls-bad-signature",
                "tls-unrecognized-name",
                "tls-no-application-protocol"
            })
    void aHandshakeThatFailsWithoutABadCertificateAdvisesNoTrustInOne(String code) {
        Failure failure = new Failure(Phase.TLS, code, "a.test:443 ended it");
        assertThat(text(pages.failure(502, failure, ORIGIN, null))).doesNotContain("trust this one certificate");
    }

    @Test
    void anAuthorityInTheMakingIsNoDownloadYet() {
        HopscopePages early = new HopscopePages(CompletableFuture::new, () -> bound);
        assertThat(early.page("GET", "/hopscope-ca-cert.pem", "h:1").status()).isEqualTo(503);
        assertThat(text(early.page("GET", "/", "h:1"))).contains("being made");
    }

    @Test
    void anAuthorityThatFailedIsNoDownload() {
        HopscopePages failed =
                new HopscopePages(() -> CompletableFuture.failedFuture(new IllegalStateException()), () -> bound);
        assertThat(failed.page("GET", "/hopscope-ca-cert.pem", "h:1").status()).isEqualTo(503);
        assertThat(failed.page("GET", "/", "h:1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/hopscope-ca.p12", "/../hopscope-ca.p12", "/settings.json", "/x", "*", "/hopscope-ca-cert.pem/"
            })
    void nothingElseIsServed(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void whatTheClientSentIsEscaped() {
        String page = text(get("/<script>alert('x')</script>\"&\u202e"));
        assertThat(page)
                .contains("/&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;[U+202E]")
                .doesNotContain("<script");
        Failure hostile = new Failure(Phase.TLS, "x<u>", "<img src=x onerror=y>\u001b[31m");
        Origin origin = new Origin("https", "<i>.test", 443);
        assertThat(text(pages.failure(502, hostile, origin, "text/html")))
                .doesNotContain("<img", "<i>", "<u>", "\u001b");
        assertThat(text(pages.failure(502, hostile, origin, null)))
                .doesNotContain("\u001b")
                .contains("<img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hopscope-ca-cert.pem", "/nothing", "failure", "failure-text"})
    void everyPageForbidsWhatItDoesNotNeed(String path) {
        Page page = path.startsWith("failure")
                ? pages.failure(502, REFUSED, ORIGIN, path.equals("failure") ? "text/html" : null)
                : get(path);
        assertThat(page.headers().first("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().first("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.headers().first("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.headers().first("Cache-Control")).isEqualTo("no-store");
        assertThat(page.headers().first("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().stream().map(h -> h.name().toLowerCase(java.util.Locale.ROOT)))
                .noneMatch(name -> name.startsWith("access-control"));
        assertThat(page.headers().has("Content-Length")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "failure"})
    void thePolicyAllowsTheOneStyleSheetThatStandsInThePage(String path) throws Exception {
        Page page = path.equals("failure") ? pages.failure(502, REFUSED, ORIGIN, "text/html") : get(path);
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(text(page));
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page.headers().first("Content-Security-Policy"))
                .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "failure"})
    void noPageHoldsAScriptOrAnythingFromOutside(String path) {
        String page = text(path.equals("failure") ? pages.failure(502, REFUSED, ORIGIN, "text/html") : get(path));
        assertThat(page)
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("src=")
                .doesNotContain("<link", "@import", "url(", "style=");
        assertThat(page).doesNotContainPattern("href=\"(?!/)").doesNotContainPattern("\\bon[a-z]+=");
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseHasWordsOfItsOwn(Phase phase) {
        Failure failure = new Failure(phase, "some-code", "something happened");
        String page = text(pages.failure(502, failure, ORIGIN, "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"));
        assertThat(page).contains("Something happened.", "some-code", "502 Bad Gateway", "http://a.test");
        assertThat(page).doesNotContain("{0}", "{!");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, text/plain",
                "*/*, text/plain",
                "'application/json', text/plain",
                "'text/html;q=0', text/plain"
            })
    void aProgramGetsText(String accept, String type) {
        Page page = pages.failure(504, REFUSED, null, accept);
        assertThat(page.headers().first("Content-Type")).startsWith(type);
        assertThat(text(page))
                .startsWith("Hopscope: No connection to the site\n")
                .contains("504 Gateway Timeout", "Nothing listens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0.3, Text/HTML;q=0.2"})
    void aBrowserGetsHtml(String accept) {
        assertThat(pages.failure(502, REFUSED, ORIGIN, accept).headers().first("Content-Type"))
                .startsWith("text/html");
    }

    @Test
    void everyRecipeHasATitleAndEitherCommandsOrWords() {
        for (TrustRecipe recipe : TrustRecipes.ALL) {
            assertThat(recipe.title()).as(recipe.id()).isNotBlank();
            assertThat(recipe.commands().isEmpty() ? recipe.note() : "commands")
                    .as(recipe.id())
                    .isNotEmpty();
            assertThat(recipe.removal().isEmpty() ? recipe.removalNote() : "commands")
                    .as(recipe.id())
                    .isNotEmpty();
            assertThat(text(get("/"))).contains(Html.escape(recipe.title()));
        }
    }

    @Test
    void aSentenceBeginsWithACapitalUnlessAHostsNameBeginsIt() {
        assertThat(FailurePage.sentence("the origin is down")).isEqualTo("The origin is down.");
        assertThat(FailurePage.sentence("api.test:443 refused the connection."))
                .isEqualTo("api.test:443 refused the connection.");
    }
}
