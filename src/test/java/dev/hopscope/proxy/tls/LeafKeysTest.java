package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeafKeysTest {
    @TempDir
    Path temp;

    private CertificateAuthority authority;
    private LeafKeys keys;

    @BeforeEach
    void open() throws Exception {
        authority = CertificateAuthority.open(temp);
        keys = new LeafKeys(authority);
    }

    private X509Certificate leaf(String host) throws Exception {
        ServerName name = ServerName.of(host);
        assertThat(name).as(host).isNotNull();
        return keys.leaf(name);
    }

    @Test
    void aLeafIsSignedByTheAuthorityForServersAlone() throws Exception {
        X509Certificate leaf = leaf("shop.test");

        leaf.verify(authority.certificate().getPublicKey());
        assertThat(leaf.getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getExtensionValue(Extension.authorityKeyIdentifier.getId()))
                .isNotNull();
        assertThat(leaf.getSerialNumber().bitLength()).isGreaterThan(120);
    }

    @Test
    void aLeafIsValidFromYesterdayForFortyFiveDaysInAll() throws Exception {
        X509Certificate leaf = leaf("shop.test");
        Instant from = leaf.getNotBefore().toInstant();

        assertThat(from)
                .isBetween(
                        Instant.now().minus(Duration.ofHours(25)), Instant.now().minus(Duration.ofHours(23)));
        assertThat(Duration.between(from, leaf.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(45))
                .isGreaterThan(Duration.ofDays(44));
    }

    @Test
    void aLeafNamesItsHostAndNothingElse() throws Exception {
        assertThat(leaf("Shop.TEST.").getSubjectAlternativeNames()).containsExactly(List.of(2, "shop.test"));
        assertThat(leaf("bücher.test").getSubjectAlternativeNames()).containsExactly(List.of(2, "xn--bcher-kva.test"));
        assertThat(leaf("a_b.test").getSubjectAlternativeNames()).containsExactly(List.of(2, "a_b.test"));
    }

    @Test
    void anAddressIsNamedAsAnAddress() throws Exception {
        assertThat(leaf("192.0.2.7").getSubjectAlternativeNames()).containsExactly(List.of(7, "192.0.2.7"));
        assertThat(leaf("[2001:db8::7]").getSubjectAlternativeNames())
                .containsExactly(List.of(7, "2001:db8:0:0:0:0:0:7"));
    }

    @Test
    void aNameLongerThanACommonNameStandsInTheAlternativeNamesAlone() throws Exception {
        String name = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".test";
        X509Certificate leaf = leaf(name);

        assertThat(leaf.getSubjectX500Principal().getName()).isEmpty();
        assertThat(leaf.getCriticalExtensionOIDs()).contains(Extension.subjectAlternativeName.getId());
        assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(2, name));
    }

    @Test
    void noCertificateIsMadeForANameThatNoHostHas() {
        for (String host : List.of(
                "*.test",
                "*",
                "",
                "a b.test",
                "a\0.test",
                "a..test",
                "a".repeat(64) + ".test",
                "x.".repeat(200) + "test",
                "a/b")) {
            assertThat(ServerName.of(host)).as(host).isNull();
        }
    }

    @Test
    void aHostGetsTheSameLeafAgainAndAnotherHostAnother() throws Exception {
        X509Certificate first = leaf("shop.test");

        assertThat(leaf("SHOP.test")).isSameAs(first);
        assertThat(leaf("bank.test")).isNotEqualTo(first);
        assertThat(leaf("bank.test").getPublicKey()).isEqualTo(first.getPublicKey());
    }

    @Test
    void theLeafUsedLeastRecentlyIsForgottenBeyondTheBound() throws Exception {
        X509Certificate kept = leaf("kept.test");
        X509Certificate dropped = leaf("dropped.test");
        for (int i = 0; i < LeafKeys.BOUND - 1; i++) {
            leaf("h" + i + ".test");
            if (i == 10) {
                leaf("kept.test");
            }
        }

        assertThat(leaf("kept.test")).isSameAs(kept);
        assertThat(leaf("dropped.test")).isNotSameAs(dropped);
    }

    @Test
    void aLeafNeverOutlivesTheAuthority() throws Exception {
        var pair = Mint.key();
        Instant soon = Instant.now().plus(Duration.ofDays(3));
        X509Certificate root = Mint.root(pair, "short", Instant.now().minus(Duration.ofDays(2)), soon);
        LeafKeys few = new LeafKeys(root, pair.getPrivate());

        assertThat(few.leaf(new ServerName("shop.test", false)).getNotAfter()).isBeforeOrEqualTo(Date.from(soon));
    }
}
