package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("conf");
    }

    @Test
    void theFirstStartMakesAnAuthorityForTenYearsThatSignsLeavesAlone() throws Exception {
        var certificate = CertificateAuthority.open(folder()).certificate();

        assertThat(certificate.getPublicKey()).isInstanceOf(ECPublicKey.class);
        assertThat(((ECPublicKey) certificate.getPublicKey())
                        .getParams()
                        .getOrder()
                        .bitLength())
                .isEqualTo(256);
        assertThat(certificate.getBasicConstraints()).isZero();
        assertThat(certificate.getCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(Extension.basicConstraints.getId(), Extension.keyUsage.getId());
        assertThat(certificate.getKeyUsage())
                .containsExactly(false, false, false, false, false, true, true, false, false);
        assertThat(certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId()))
                .isNotNull();
        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=Hopscope CA ");
        assertThat(certificate.getNotAfter().toInstant()).isBetween(days(3645), days(3655));
        certificate.verify(certificate.getPublicKey());
    }

    private static Instant days(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    @Test
    void theSecondStartReadsTheSameAuthority() throws Exception {
        var first = CertificateAuthority.open(folder());
        var second = CertificateAuthority.open(folder());

        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void folderAndKeyAreTheOwnersAlone() throws Exception {
        CertificateAuthority.open(folder());

        assertThat(mode(folder())).isEqualTo("rwx------");
        assertThat(mode(folder().resolve("hopscope-ca.p12"))).isEqualTo("rw-------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void thePublicFilesHoldTheCertificateAlone() throws Exception {
        var authority = CertificateAuthority.open(folder());
        byte[] encoded = authority.certificate().getEncoded();

        assertThat(Files.readAllBytes(authority.derFile())).isEqualTo(encoded);
        assertThat(Files.readAllBytes(authority.pemFile())).isEqualTo(AuthorityFiles.pemOf(encoded));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(authority.p12File())) {
            store.load(in, new char[0]);
        }
        assertThat(Collections.list(store.aliases())).singleElement().satisfies(alias -> {
            assertThat(store.isCertificateEntry(alias)).isTrue();
            assertThat(store.getCertificate(alias)).isEqualTo(authority.certificate());
        });
    }

    @Test
    void noFileButTheKeyFileHoldsTheKey() throws Exception {
        var authority = CertificateAuthority.open(folder());
        String secret = new String(authority.key().getEncoded(), StandardCharsets.ISO_8859_1);
        String number = secret.substring(secret.length() - 32);

        try (var files = Files.list(folder())) {
            assertThat(files)
                    .extracting(f -> f.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            "hopscope-ca.p12",
                            "hopscope-ca-cert.pem",
                            "hopscope-ca-cert.cer",
                            "hopscope-ca-cert.p12",
                            "hopscope-ca.lock");
        }
        for (Path file : List.of(authority.pemFile(), authority.derFile(), authority.p12File())) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(number);
        }
    }

    @Test
    void twoProcessesStartingForTheFirstTimeAtOnceEndWithOneAuthority() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FirstStart.class.getName(),
                            folder().toString())
                    .redirectErrorStream(true)
                    .start());
        }
        Set<String> fingerprints = new HashSet<>();
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            fingerprints.add(said.lines().reduce((a, b) -> b).orElse(""));
        }

        assertThat(fingerprints)
                .containsExactly(CertificateAuthority.open(folder()).fingerprint());
    }

    /** What another process does. */
    static final class FirstStart {
        private FirstStart() {}

        public static void main(String[] folder) throws Exception {
            System.out.println(CertificateAuthority.open(Path.of(folder[0])).fingerprint());
        }
    }

    private void refuses(String... words) throws IOException {
        byte[] before = Files.exists(keyFile()) ? Files.readAllBytes(keyFile()) : new byte[0];
        assertThatThrownBy(() -> CertificateAuthority.open(folder()))
                .isInstanceOf(AuthorityException.class)
                .message()
                .contains(words);
        assertThat(Files.exists(keyFile()) ? Files.readAllBytes(keyFile()) : new byte[0])
                .isEqualTo(before);
    }

    private Path keyFile() {
        return folder().resolve("hopscope-ca.p12");
    }

    @Test
    void aDamagedKeyFileIsExplainedAndLeftAlone() throws Exception {
        CertificateAuthority.open(folder());
        byte[] whole = Files.readAllBytes(keyFile());
        Files.write(keyFile(), Arrays.copyOf(whole, whole.length / 2));

        refuses("hopscope-ca.p12 is damaged", "Put back a copy");
    }

    @Test
    void anEmptyKeyFileIsExplainedAndLeftAlone() throws Exception {
        CertificateAuthority.open(folder());
        Files.write(keyFile(), new byte[0]);

        refuses("hopscope-ca.p12 is damaged");
    }

    @Test
    void aKeyFileThatOthersMayReadIsExplainedAndLeftAlone() throws Exception {
        CertificateAuthority.open(folder());
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));

        refuses("open to other users (rw-r-----)", "chmod 600");
    }

    @Test
    void aKeyThatDoesNotBelongToItsCertificateIsExplained() throws Exception {
        var one = CertificateAuthority.open(folder());
        var other = CertificateAuthority.open(temp.resolve("other"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("hopscope-ca", one.key(), "hopscope".toCharArray(), new java.security.cert.Certificate[] {
            other.certificate()
        });
        try (var out = Files.newOutputStream(keyFile())) {
            store.store(out, "hopscope".toCharArray());
        }

        refuses("do not belong together");
    }

    @Test
    void aPublicFileOfAnotherAuthorityIsExplainedAndLeftAlone() throws Exception {
        var one = CertificateAuthority.open(folder());
        var other = CertificateAuthority.open(temp.resolve("other"));
        Files.copy(other.pemFile(), one.pemFile(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        refuses("hopscope-ca-cert.pem is the certificate of another authority", "Remove it");
    }

    @Test
    void aMissingPublicFileIsWrittenAgain() throws Exception {
        var authority = CertificateAuthority.open(folder());
        Files.delete(authority.pemFile());
        CertificateAuthority.open(folder());

        assertThat(authority.pemFile()).exists();
    }

    @Test
    void aMissingKeyFileIsNotReplacedBehindTheBackOfThoseWhoTrustTheCertificate() throws Exception {
        CertificateAuthority.open(folder());
        Files.delete(keyFile());

        refuses("hopscope-ca.p12 is missing", "Put the missing file back");
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained() throws Exception {
        Files.write(folder(), new byte[0]);

        assertThatThrownBy(() -> CertificateAuthority.open(folder()))
                .isInstanceOf(AuthorityException.class)
                .message()
                .contains("conf");
    }
}
