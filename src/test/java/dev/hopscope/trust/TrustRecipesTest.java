package dev.hopscope.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hopscope.proxy.tls.CertificateAuthority;
import dev.hopscope.proxy.tls.TestPki;
import dev.hopscope.proxy.tls.TestPki.Issued;
import dev.hopscope.proxy.tls.TlsOrigin;
import dev.hopscope.trust.TrustAnswer.Place;
import dev.hopscope.trust.TrustAnswer.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the commands as they are given, with the real programs, in a home of their own. */
class TrustRecipesTest {
    @TempDir
    Path home;

    private Path folder;
    private Issued root;
    private TrustFiles files;

    @BeforeEach
    void anAuthority() throws Exception {
        folder = Files.createDirectory(home.resolve("it's a folder"));
        root = TestPki.root("Hopscope CA of a test");
        byte[] encoded = root.certificate().getEncoded();
        Files.writeString(
                folder.resolve("hopscope-ca-cert.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                        + "\n-----END CERTIFICATE-----\n");
        files = new TrustFiles(folder, TrustFiles.sha1Of(encoded));
    }

    private static void need(String program) {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .anyMatch(one -> Files.isExecutable(Path.of(one, program))),
                program + " is not installed here");
    }

    private static String lines(List<String> commands) {
        return String.join("\n", commands) + "\n";
    }

    private static TrustRecipe recipe(String id) {
        return TrustRecipes.byId(id).orElseThrow();
    }

    private String run(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment()
                .keySet()
                .removeAll(
                        List.of("SSL_CERT_FILE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "http_proxy", "https_proxy"));
        Process process = builder.directory(home.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return out + "status " + process.exitValue() + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl | curl | curl -sS --noproxy '*' URL",
                "node | node | node -e 'fetch(\"URL\").then(r => console.log(\"ok\"), e => console.log(e.cause))'",
                "python | python3 | python3 -c 'import urllib.request as u; print(u.urlopen(\"URL\").read())'",
                "ruby | ruby | ruby -rnet/http -e 'puts Net::HTTP.get(URI(\"URL\"))'",
                "php | php | php -r 'echo stream_socket_client(\"URL\") ? \"ok\" : \"no\";'"
            })
    void aProgramTrustsTheOriginWithTheCommandsAndNoLongerAfterTheRemoval(String id, String program, String client)
            throws Exception {
        need(program);
        try (TlsOrigin origin =
                new TlsOrigin(TestPki.leaf("localhost").from(root).issue())) {
            String call = client.replace("URL", (id.equals("php") ? "ssl" : "https") + "://localhost:" + origin.port())
                    + "\necho; echo then\n";
            String out = run(
                    lines(recipe(id).install(files)) + call + lines(recipe(id).remove(files)) + call);
            String[] parts = out.split("then\n");
            assertThat(parts[0]).contains("ok").doesNotContainIgnoringCase("certificate");
            assertThat(parts[1]).containsIgnoringCase("certificate");
        }
    }

    @Test
    void theSettingOfGitComesAndGoesAndAnEarlierOneStays() throws Exception {
        need("git");
        String show = "git config --global --get http.sslCAInfo\n";
        String out = run("git config --global http.sslCAInfo /mine\n"
                + lines(recipe("git").install(files)) + show
                + lines(recipe("git").remove(files)) + show);
        assertThat(out).isEqualTo(folder.resolve(TrustFiles.BUNDLE) + "\n/mine\nstatus 0\n");
    }

    @Test
    void aBrowsersStoreIsMadeFilledFoundAndEmptied() throws Exception {
        need("certutil");
        TrustCheck check = new TrustCheck(root.certificate(), home, null);
        assertThat(check.ask(Place.NSS)).extracting(TrustAnswer::state).containsExactly(State.NOT_TRUSTED);
        assertThat(run(lines(recipe("chrome-linux").install(files)))).endsWith("status 0\n");
        assertThat(check.ask(Place.NSS)).extracting(TrustAnswer::state).containsExactly(State.TRUSTED);
        assertThat(run(lines(recipe("chrome-linux").remove(files)))).endsWith("status 0\n");
        assertThat(check.ask(Place.NSS)).extracting(TrustAnswer::state).containsExactly(State.NOT_TRUSTED);
    }

    @Test
    void everyProfileOfFirefoxIsServed() throws Exception {
        need("certutil");
        Path profile = Files.createDirectories(home.resolve(".mozilla/firefox/a.default"));
        run("certutil -d 'sql:" + profile + "' -N --empty-password");
        TrustCheck check = new TrustCheck(root.certificate(), home, null);
        run(lines(recipe("firefox").install(files)));
        assertThat(check.ask(Place.NSS)).extracting(TrustAnswer::state).containsExactly(State.TRUSTED);
        run(lines(recipe("firefox").remove(files)));
        assertThat(check.ask(Place.NSS)).extracting(TrustAnswer::state).containsExactly(State.NOT_TRUSTED);
    }

    @Test
    void theBundleHoldsTheSystemsAuthoritiesAndOursOnce() throws Exception {
        X509Certificate ours = root.certificate();
        Path file = folder.resolve(TrustFiles.BUNDLE);
        TrustBundle.Written first = TrustBundle.of(ours).writePem(file);
        TrustBundle.Written again = new TrustBundle(SystemAuthorities.ofFile(file), ours).writePem(file);
        assertThat(again.authorities()).isEqualTo(first.authorities()).isGreaterThan(1);
        assertThat(SystemAuthorities.ofFile(file).holds(ours.getEncoded())).isTrue();
    }

    @Test
    void aTrustStoreIsReadByJavaWithOursInIt() throws Exception {
        Path file = folder.resolve(TrustFiles.TRUST_STORE);
        TrustBundle.of(root.certificate()).writeTrustStore(file);
        java.security.KeyStore store =
                java.security.KeyStore.getInstance(file.toFile(), TrustBundle.PASSWORD.toCharArray());
        assertThat(store.getCertificateAlias(root.certificate())).isNotNull();
    }

    @Test
    void thisJavaIsAskedAndDoesNotTrustWhatItDoesNotHold() {
        TrustCheck check = new TrustCheck(root.certificate(), home, null);
        assertThat(check.ask(Place.JAVA)).extracting(TrustAnswer::state).containsExactly(State.NOT_TRUSTED);
        assertThat(check.ask(Place.SYSTEM)).extracting(TrustAnswer::state).doesNotContain(State.TRUSTED);
    }

    @Test
    void aFolderWithAnApostropheIsQuotedAndTheCurrentFolderIsNamedWhole() throws Exception {
        assertThat(recipe("node").install(files).getFirst())
                .isEqualTo("export NODE_EXTRA_CA_CERTS='" + folder.toString().replace("'", "'\\''")
                        + "/hopscope-ca-cert.pem'");
        assertThat(recipe("node").install(new TrustFiles(null, "AB")))
                .containsExactly("export NODE_EXTRA_CA_CERTS=\"$PWD/hopscope-ca-cert.pem\"");
        assertThat(recipe("windows").remove(files)).containsExactly("certutil -user -delstore Root " + files.sha1());
        assertThat(CertificateAuthority.open(home.resolve("ca")))
                .satisfies(ca -> assertThat(TrustFiles.of(ca).folder()).isEqualTo(home.resolve("ca")));
    }
}
