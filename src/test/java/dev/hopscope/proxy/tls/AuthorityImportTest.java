package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authorities as OpenSSL writes them. */
class AuthorityImportTest {
    private static final String CA = "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign";

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void openssl() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed here");
        folder = home.resolve("config");
    }

    private void run(String script) throws Exception {
        Process process = new ProcessBuilder("sh", "-ec", script)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
    }

    /** Makes cert.pem, key.pem and all.pem. */
    private void authority(String key, String extensions) throws Exception {
        run("openssl req -x509 -newkey " + key
                + " -nodes -keyout key.pem -out cert.pem -days 30 -subj '/O=Own/CN=Own CA' "
                + extensions.replace(";", "\\;")
                + "; cat cert.pem key.pem > all.pem");
    }

    private CertificateAuthority.Replaced take(String file, String password) throws AuthorityException {
        return CertificateAuthority.takeOver(folder, home.resolve(file), null, password);
    }

    @ParameterizedTest
    @CsvSource({"rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256", "ec -pkeyopt ec_paramgen_curve:P-384"})
    void anAuthorityInPemIsTakenOverAndItsLeavesAreSignedByIt(String key) throws Exception {
        authority(key, CA);
        CertificateAuthority.open(folder);
        CertificateAuthority taken = take("all.pem", null).authority();
        assertThat(taken.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Own CA,O=Own");
        X509Certificate leaf = new LeafKeys(taken).leaf(ServerName.of("a.test"));
        leaf.verify(taken.certificate().getPublicKey());
        Files.write(home.resolve("leaf.pem"), AuthorityFiles.pemOf(leaf.getEncoded()));
        run("openssl verify -x509_strict -CAfile cert.pem leaf.pem");
        assertThat(CertificateAuthority.open(folder).fingerprint()).isEqualTo(taken.fingerprint());
    }

    @ParameterizedTest
    @CsvSource({
        "openssl pkcs8 -topk8 -v2 aes-256-cbc -passout pass:geheim -in key.pem -out enc.pem, true",
        "openssl rsa -aes128 -traditional -passout pass:geheim -in key.pem -out enc.pem, true",
        "openssl pkcs12 -export -passout pass:geheim -inkey key.pem -in cert.pem -out enc.pem, false",
        "openssl pkcs12 -export -legacy -passout pass:geheim -inkey key.pem -in cert.pem -out enc.pem, false"
    })
    void whatIsEncryptedOpensWithItsPasswordAlone(String command, boolean withCertificate) throws Exception {
        authority("rsa:2048", CA);
        run(command + (withCertificate ? "; cat cert.pem >> enc.pem" : ""));
        assertThatThrownBy(() -> take("enc.pem", null)).isInstanceOf(PasswordNeeded.class);
        assertThatThrownBy(() -> take("enc.pem", "wrong"))
                .isInstanceOf(PasswordNeeded.class)
                .hasMessageContaining("the password does not open");
        assertThat(folder).doesNotExist();
        assertThat(take("enc.pem", "geheim")
                        .authority()
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=Own CA,O=Own");
    }

    @Test
    void aKeyMayStandInAFileOfItsOwn() throws Exception {
        authority("rsa:2048", CA);
        assertThatThrownBy(() -> take("cert.pem", null)).hasMessageContaining("holds no private key");
        assertThat(CertificateAuthority.takeOver(folder, home.resolve("cert.pem"), home.resolve("key.pem"), null)
                        .former())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsa:2048 | -addext basicConstraints=critical,CA:FALSE | is no authority",
                "rsa:2048 | -addext basicConstraints=critical,CA:TRUE -addext keyUsage=digitalSignature | lacks"
                        + " keyCertSign",
                "rsa:1024 | -addext basicConstraints=critical,CA:TRUE | an RSA key of 1024 bits",
                "ec -pkeyopt ec_paramgen_curve:secp256k1 | -addext basicConstraints=critical,CA:TRUE | on a curve"
                        + " other than",
                "ed25519 | -addext basicConstraints=critical,CA:TRUE | browsers do not accept",
                "rsa:2048 | -addext basicConstraints=critical,CA:TRUE -addext extendedKeyUsage=clientAuth | lacks"
                        + " serverAuth",
                "rsa:2048 | -addext basicConstraints=critical,CA:TRUE -addext"
                        + " nameConstraints=critical,permitted;DNS:own.example | may sign for some hosts alone"
            })
    void whatMayNotServeIsRefusedInWordsAndNothingIsChanged(String key, String extensions, String words)
            throws Exception {
        String before = CertificateAuthority.open(folder).fingerprint();
        try {
            authority(key, extensions);
        } catch (AssertionError refusedByOpenSsl) {
            assumeTrue(false, "this openssl makes no such certificate");
        }
        assertThatThrownBy(() -> take("all.pem", null))
                .hasMessageContaining(words)
                .hasMessageEndingWith("Nothing was changed");
        assertThat(CertificateAuthority.open(folder).fingerprint()).isEqualTo(before);
    }

    @Test
    void anAuthorityOfAnotherTimeIsRefused() throws Exception {
        Instant now = Instant.now();
        dated(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
        assertThatThrownBy(() -> take("dated.pem", null)).hasMessageContaining("expired on");
        dated(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)));
        assertThatThrownBy(() -> take("dated.pem", null)).hasMessageContaining("is valid only from");
        assertThat(folder).doesNotExist();
    }

    private void dated(Instant from, Instant until) throws Exception {
        KeyPair key = Mint.key();
        Files.write(home.resolve("k.der"), key.getPrivate().getEncoded());
        Files.write(
                home.resolve("c.pem"),
                AuthorityFiles.pemOf(Mint.root(key, "Own CA", from, until).getEncoded()));
        run("openssl pkcs8 -inform DER -in k.der -nocrypt -out k.pem; cat c.pem k.pem > dated.pem");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        authority("rsa:2048", CA);
        run("openssl genrsa -out other.pem 2048; cat cert.pem other.pem > mixed.pem");
        assertThatThrownBy(() -> take("mixed.pem", null)).hasMessageContaining("does not belong to the certificate");
    }

    @Test
    void anAuthoritySignedByAnotherIsRefused() throws Exception {
        authority("rsa:2048", CA);
        run("openssl req -newkey rsa:2048 -nodes -keyout k2.pem -out r.pem -subj /CN=Between;printf"
                + " 'basicConstraints=critical,CA:TRUE\\n"
                + "' > ext;openssl x509 -req -in r.pem -CA cert.pem -CAkey key.pem -CAcreateserial -days 5 -extfile ext"
                + " -out c2.pem;cat c2.pem k2.pem > between.pem");
        assertThatThrownBy(() -> take("between.pem", null)).hasMessageContaining("was signed by CN=Own CA");
    }

    @Test
    void whatIsNoKeyFileAtAllIsRefused() throws Exception {
        Files.writeString(home.resolve("text"), "hello");
        assertThatThrownBy(() -> take("text", null)).hasMessageContaining("neither PEM nor PKCS#12");
        assertThatThrownBy(() -> take("nowhere", null)).hasMessageContaining("cannot be read");
    }

    @Test
    void aFileTooLargeForAnAuthorityIsRefusedBeforeItIsReadWhole() throws Exception {
        try (RandomAccessFile sparse = new RandomAccessFile(home.resolve("huge").toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThatThrownBy(() -> take("huge", null))
                .isInstanceOf(AuthorityException.class)
                .hasMessageContaining("is larger than 1 MiB");
    }

    @Test
    void theFormerFilesAreKeptBesideAndTheKeysStayPrivate() throws Exception {
        String before = CertificateAuthority.open(folder).fingerprint();
        CertificateAuthority.Replaced replaced = CertificateAuthority.regenerate(folder);
        CertificateAuthority.regenerate(folder);
        assertThat(replaced.authority().fingerprint()).isNotEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all.stream().filter(one -> one.getFileName().toString().startsWith("hopscope-ca.p12")))
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                            .isEqualTo("rw-------"));
            assertThat(all).hasSize(3 * 4 + 1);
        }
        Path kept = folder.resolve(String.valueOf(replaced.former()));
        Path back = Files.createDirectory(home.resolve("back"));
        Files.copy(kept, back.resolve("hopscope-ca.p12"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(CertificateAuthority.open(back).fingerprint()).isEqualTo(before);
    }
}
