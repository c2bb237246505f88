package dev.hopscope.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.proxy.tls.TestPki.Draft;
import dev.hopscope.proxy.tls.TestPki.Issued;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginTrustTest {
    private static final String HOST = "shop.corp.test";
    private Issued root;
    private Issued middle;

    @BeforeAll
    void issue() throws Exception {
        root = TestPki.root("Test root");
        middle = TestPki.ca("Test middle").from(root).issue();
    }

    private static List<Fault> judge(Issued trusted, String host, List<X509Certificate> sent) throws Exception {
        List<byte[]> der = new ArrayList<>();
        for (X509Certificate one : sent) {
            der.add(one.getEncoded());
        }
        return new OriginTrust(new TrustAnchors(List.of(trusted.certificate())))
                .judge(der, ServerName.of(host), Instant.now());
    }

    private List<Fault> judge(String host, Issued leaf) throws Exception {
        return judge(root, host, leaf.chain());
    }

    private static ListAssert<String> codes(List<Fault> faults) {
        return assertThat(faults.stream().map(f -> f.code().text()).toList()).as("%s", faults);
    }

    private void refused(Draft leaf, String code, String... words) throws Exception {
        refused(leaf.issue(), code, words);
    }

    private void refused(Issued leaf, String code, String... words) throws Exception {
        List<Fault> faults = judge(HOST, leaf);
        codes(faults).containsExactly(code);
        for (String word : words) {
            assertThat(faults.getFirst().detail()).contains(word);
        }
    }

    private void accepted(Draft leaf, String host) throws Exception {
        assertThat(judge(host, leaf.issue())).isEmpty();
    }

    private Draft good() {
        return TestPki.leaf(HOST).from(middle);
    }

    @Test
    void aGoodChainIsAccepted() throws Exception {
        accepted(good(), HOST);
    }

    @Test
    void theRootMayBeSentTooAndTheOrderBeAny() throws Exception {
        Issued leaf = good().issue();

        assertThat(judge(
                        root,
                        HOST,
                        List.of(leaf.certificate(), root.certificate(), middle.certificate(), middle.certificate())))
                .isEmpty();
    }

    @Test
    void anIntermediateThatIsTrustedItselfEndsTheChain() throws Exception {
        assertThat(judge(middle, HOST, List.of(good().issue().certificate()))).isEmpty();
    }

    @Test
    void ofTwoWaysToTheTrustedTheGoodOneIsTaken() throws Exception {
        Issued expired = TestPki.ca("Test middle")
                .from(root)
                .valid(Duration.ofDays(-20), Duration.ofDays(-10))
                .issue();
        Issued leaf = good().issue();

        assertThat(judge(root, HOST, List.of(leaf.certificate(), expired.certificate(), middle.certificate())))
                .isEmpty();
    }

    @Test
    void anExpiredCertificateIsNamedWithItsDate() throws Exception {
        refused(
                good().valid(Duration.ofDays(-50), Duration.ofDays(-3).minusHours(1)),
                "certificate-expired",
                "the certificate expired on ",
                ", 3 days ago");
    }

    @Test
    void aCertificateOfTheFutureIsNamedWithItsDate() throws Exception {
        refused(
                good().valid(Duration.ofDays(3).plusHours(1), Duration.ofDays(50)),
                "certificate-not-yet-valid",
                "is not yet valid",
                "in 3 days");
    }

    @Test
    void anExpiredIntermediateIsNamed() throws Exception {
        Issued expired = TestPki.ca("Old middle")
                .from(root)
                .valid(Duration.ofDays(-20), Duration.ofDays(-10))
                .issue();

        refused(
                TestPki.leaf(HOST).from(expired),
                "certificate-expired",
                "the intermediate certificate \"Old middle\" expired");
    }

    @Test
    void anExpiredRootIsNamed() throws Exception {
        Issued old = TestPki.ca("Old root")
                .valid(Duration.ofDays(-20), Duration.ofDays(-10))
                .issue();

        List<Fault> faults =
                judge(old, HOST, TestPki.leaf(HOST).from(old).issue().chain());
        codes(faults).containsExactly("certificate-expired");
        assertThat(faults.getFirst().detail()).contains("the root \"Old root\"");
    }

    @Test
    void aCertificateForAnotherHostIsNamedWithItsHosts() throws Exception {
        refused(
                TestPki.leaf("other.test").dns("www.other.test").from(middle),
                "certificate-host-mismatch",
                "is for other.test and www.other.test, not for " + HOST);
    }

    @Test
    void manyNamesAreShortened() throws Exception {
        Draft many = TestPki.leaf("n0.test").from(middle);
        for (int i = 1; i < 50; i++) {
            many.dns("n" + i + ".test");
        }
        refused(many, "certificate-host-mismatch", "n4.test and 45 more");
    }

    @Test
    void theCommonNameCountsForNothing() throws Exception {
        refused(good().withoutNames(), "certificate-no-san", "has no subject alternative name", HOST);
    }

    @Test
    void theCommonNameCountsForNothingBesideOtherNamesToo() throws Exception {
        refused(good().withoutNames().mail("root@corp.test"), "certificate-host-mismatch");
    }

    @Test
    void namesAreComparedWithoutRegardToCaseAndFinalDot() throws Exception {
        accepted(TestPki.leaf("SHOP.Corp.Test").from(middle), "shop.corp.TEST.");
    }

    @Test
    void aWildcardStandsForOneLabel() throws Exception {
        accepted(TestPki.leaf("*.corp.test").from(middle), HOST);
        codes(judge("a.b.corp.test", TestPki.leaf("*.corp.test").from(middle).issue()))
                .containsExactly("certificate-host-mismatch");
        codes(judge("corp.test", TestPki.leaf("*.corp.test").from(middle).issue()))
                .containsExactly("certificate-host-mismatch");
    }

    @Test
    void aWildcardAnywhereButAloneInFrontCountsForNothing() throws Exception {
        for (String pattern : List.of(
                "shop.*.test",
                "s*.corp.test",
                "*op.corp.test",
                "*.*.test",
                "shop.corp.*",
                "*",
                "**.corp.test",
                "shop*.corp.test")) {
            codes(judge(HOST, TestPki.leaf(pattern).from(middle).issue()))
                    .as(pattern)
                    .containsExactly("certificate-host-mismatch");
        }
    }

    @Test
    void aWildcardOverATopLevelDomainCountsForNothing() throws Exception {
        List<Fault> faults =
                judge("corp.test", TestPki.leaf("*.test").from(middle).issue());
        codes(faults).containsExactly("certificate-host-mismatch");
        assertThat(faults.getFirst().detail()).contains("top-level");
    }

    @Test
    void aNameWithNulMatchesNothingAndIsShownWithIt() throws Exception {
        refused(
                TestPki.leaf(HOST + "\0.evil.test").from(middle),
                "certificate-host-mismatch",
                HOST + "\\x00.evil.test");
        refused(TestPki.leaf(HOST + "\0").from(middle), "certificate-host-mismatch");
    }

    @Test
    void anInternationalNameIsComparedAsItIsInTheNameSystem() throws Exception {
        accepted(TestPki.leaf("xn--bcher-kva.test").from(middle), "bücher.test");
    }

    @Test
    void anAddressMustStandAsAnAddress() throws Exception {
        accepted(TestPki.leaf("x.test").ip("192.0.2.1").from(middle), "192.0.2.1");
        accepted(TestPki.leaf("x.test").ip("2001:db8::1").from(middle), "[2001:DB8:0::1]");
        List<Fault> faults =
                judge("192.0.2.1", TestPki.leaf("192.0.2.1").from(middle).issue());
        codes(faults).containsExactly("certificate-host-mismatch");
        assertThat(faults.getFirst().detail()).contains("as a DNS name");
        codes(judge(
                        "192.0.2.1",
                        TestPki.leaf("x.test").ip("192.0.2.2").from(middle).issue()))
                .containsExactly("certificate-host-mismatch");
        codes(judge("192.0.2.1", TestPki.leaf("*.0.2.1").from(middle).issue()))
                .containsExactly("certificate-host-mismatch");
    }

    @Test
    void aSelfSignedCertificateIsNamed() throws Exception {
        refused(TestPki.leaf(HOST), "certificate-self-signed", "self-signed");
    }

    @Test
    void aSelfSignedCertificateThatIsTrustedItselfIsAccepted() throws Exception {
        Issued own = TestPki.leaf(HOST).issue();
        assertThat(judge(own, HOST, own.chain())).isEmpty();
        Issued flagged =
                TestPki.leaf(HOST).authority(-1).usage(0).withoutPurpose().issue();
        assertThat(judge(flagged, HOST, flagged.chain())).isEmpty();
    }

    @Test
    void anUnknownRootThatWasSentIsNamed() throws Exception {
        Issued foreign = TestPki.root("Foreign root");
        Issued leaf = TestPki.leaf(HOST).from(foreign).issue();
        List<Fault> faults = judge(root, HOST, List.of(leaf.certificate(), foreign.certificate()));

        codes(faults).containsExactly("certificate-untrusted");
        assertThat(faults.getFirst().detail()).contains("the root \"Foreign root\", which is not trusted");
    }

    @Test
    void anIncompleteChainIsNamedWithWhatIsMissing() throws Exception {
        List<Fault> faults = judge(root, HOST, List.of(good().issue().certificate()));

        codes(faults).containsExactly("certificate-chain-incomplete");
        assertThat(faults.getFirst().detail()).contains("its issuer \"Test middle\"", "incomplete", "not trusted");
    }

    @Test
    void aForgedSignatureIsNamed() throws Exception {
        refused(good().forged(), "certificate-bad-signature", "does not fit the key of \"Test middle\"");
    }

    @Test
    void aRootOfTheSameNameButAnotherKeyIsNotTrusted() throws Exception {
        Issued imposter = TestPki.root("Test root");

        codes(judge(HOST, TestPki.leaf(HOST).from(imposter).issue())).containsExactly("certificate-bad-signature");
    }

    @Test
    void aCertificateForClientsOnlyIsRefused() throws Exception {
        refused(
                good().withoutPurpose().purpose(KeyPurposeId.id_kp_clientAuth),
                "certificate-not-for-servers",
                "clientAuth but not serverAuth");
    }

    @Test
    void aCertificateForAnyPurposeOrWithoutOneIsAccepted() throws Exception {
        accepted(good().withoutPurpose(), HOST);
        accepted(good().withoutPurpose().purpose(KeyPurposeId.anyExtendedKeyUsage), HOST);
    }

    @Test
    void anIntermediateForMailOnlyIssuesForNoServer() throws Exception {
        Issued mail = TestPki.ca("Mail")
                .from(root)
                .purpose(KeyPurposeId.id_kp_emailProtection)
                .issue();

        refused(
                TestPki.leaf(HOST).from(mail),
                "certificate-not-for-servers",
                "\"Mail\" may not issue certificates for servers");
    }

    @Test
    void aKeyThatMayNotSignIsRefused() throws Exception {
        refused(good().usage(KeyUsage.keyEncipherment), "certificate-not-for-servers", "lacks digitalSignature");
    }

    @Test
    void aLeafThatSignsAnotherIsNoAuthority() throws Exception {
        Issued leaf = TestPki.leaf("evil.test").from(middle).usage(0).issue();

        refused(
                TestPki.leaf(HOST).from(leaf),
                "certificate-not-an-authority",
                "\"evil.test\" is not one of an authority");
    }

    @Test
    void anAuthorityWithoutTheFlagIsNone() throws Exception {
        refused(
                TestPki.leaf(HOST)
                        .from(TestPki.ca("No flag").noAuthority().from(root).issue()),
                "certificate-not-an-authority");
    }

    @Test
    void anAuthorityWithoutKeyCertSignIsNone() throws Exception {
        Issued ca = TestPki.ca("No sign")
                .usage(KeyUsage.digitalSignature)
                .from(root)
                .issue();

        refused(TestPki.leaf(HOST).from(ca), "certificate-not-an-authority", "lacks keyCertSign");
    }

    @Test
    void anAuthorityAsAServerIsRefused() throws Exception {
        refused(good().authority(-1), "certificate-of-an-authority");
        Issued ca = TestPki.ca(HOST)
                .dns(HOST)
                .usage(KeyUsage.keyCertSign | KeyUsage.digitalSignature)
                .issue();
        codes(judge(ca, HOST, ca.chain())).containsExactly("certificate-of-an-authority");
    }

    @Test
    void thePathLengthOfAnIntermediateIsObserved() throws Exception {
        Issued last = TestPki.ca("Last").authority(0).from(root).issue();
        Issued beyond = TestPki.ca("Beyond").from(last).issue();

        refused(
                TestPki.leaf(HOST).from(beyond),
                "certificate-path-length",
                "\"Last\" allows 0 authorities below it, and there is 1");
    }

    @Test
    void thePathLengthOfTheRootIsObserved() throws Exception {
        Issued strict = TestPki.ca("Strict root").authority(0).issue();
        Issued below = TestPki.ca("Below").from(strict).issue();

        codes(judge(strict, HOST, TestPki.leaf(HOST).from(below).issue().chain()))
                .containsExactly("certificate-path-length");
    }

    @Test
    void anUnknownCriticalExtensionIsRefusedAndAnotherIgnored() throws Exception {
        byte[] content = DERNull.INSTANCE.getEncoded();

        refused(good().extension("1.2.3.4.5", true, content), "certificate-critical-extension", "1.2.3.4.5");
        accepted(good().extension("1.2.3.4.5", false, content), HOST);
        refused(good().extension("1.3.6.1.4.1.11129.2.4.3", true, content), "certificate-critical-extension");
        Issued ca = TestPki.ca("Odd")
                .extension("1.2.3.4.5", true, content)
                .from(root)
                .issue();
        refused(TestPki.leaf(HOST).from(ca), "certificate-critical-extension", "\"Odd\"");
    }

    @Test
    void namesOutsideThePermittedAreRefused() throws Exception {
        Issued ca = TestPki.ca("Narrow")
                .constrain(GeneralName.dNSName, List.of("other.test"), List.of())
                .from(root)
                .issue();

        refused(
                TestPki.leaf(HOST).from(ca),
                "certificate-name-constraint",
                "\"Narrow\" may not issue certificates for the names in the certificate");
        codes(judge("a.other.test", TestPki.leaf("a.other.test").from(ca).issue()))
                .isEmpty();
        codes(judge(
                        "a.other.test",
                        TestPki.leaf("a.other.test").dns(HOST).from(ca).issue()))
                .containsExactly("certificate-name-constraint");
    }

    @Test
    void namesExcludedAreRefused() throws Exception {
        Issued ca = TestPki.ca("Narrow")
                .constrain(GeneralName.dNSName, List.of(), List.of("corp.test"))
                .from(root)
                .issue();

        refused(TestPki.leaf(HOST).from(ca), "certificate-name-constraint");
        codes(judge("a.other.test", TestPki.leaf("a.other.test").from(ca).issue()))
                .isEmpty();
    }

    @Test
    void anExcludedHostDoesNotHideBehindAWildcard() throws Exception {
        Issued ca = TestPki.ca("Narrow")
                .constrain(GeneralName.dNSName, List.of(), List.of(HOST))
                .from(root)
                .issue();

        refused(TestPki.leaf("*.corp.test").from(ca), "certificate-name-constraint");
    }

    @Test
    void constraintsOfTheRootAreObserved() throws Exception {
        Issued narrow = TestPki.ca("Narrow root")
                .constrain(GeneralName.dNSName, List.of("other.test"), List.of())
                .issue();

        codes(judge(narrow, HOST, TestPki.leaf(HOST).from(narrow).issue().chain()))
                .containsExactly("certificate-name-constraint");
    }

    @Test
    void constraintsReachThroughIntermediates() throws Exception {
        Issued ca = TestPki.ca("Narrow")
                .constrain(GeneralName.dNSName, List.of("other.test"), List.of())
                .from(root)
                .issue();
        Issued below = TestPki.ca("Below").from(ca).issue();

        refused(TestPki.leaf(HOST).from(below), "certificate-name-constraint");
    }

    @Test
    void aConstraintWithALeadingDotMeansTheDomain() throws Exception {
        Issued ca = TestPki.ca("Dotted")
                .constrain(GeneralName.dNSName, List.of(".corp.test"), List.of())
                .from(root)
                .issue();

        assertThat(judge(HOST, TestPki.leaf(HOST).from(ca).issue())).isEmpty();
        codes(judge("evilcorp.test", TestPki.leaf("evilcorp.test").from(ca).issue()))
                .containsExactly("certificate-name-constraint");
    }

    @Test
    void addressesAreConstrainedToo() throws Exception {
        Issued ca = TestPki.ca("Net")
                .constrain(GeneralName.iPAddress, List.of("192.0.2.0/24"), List.of())
                .from(root)
                .issue();

        codes(judge("192.0.2.9", TestPki.leaf("x.test").ip("192.0.2.9").from(ca).issue()))
                .isEmpty();
        codes(judge(
                        "198.51.100.1",
                        TestPki.leaf("x.test").ip("198.51.100.1").from(ca).issue()))
                .containsExactly("certificate-name-constraint");
    }

    @Test
    void anRsaKeyBelow2048BitsIsRefused() throws Exception {
        refused(good().key("RSA 1024"), "certificate-weak-key", "an RSA key of 1024 bits");
        accepted(good().key("RSA 2048"), HOST);
    }

    @Test
    void aWeakKeyAboveTheLeafIsRefused() throws Exception {
        Issued weak = TestPki.ca("Weak").key("RSA 1024").from(root).issue();
        refused(TestPki.leaf(HOST).from(weak), "certificate-weak-key", "\"Weak\" has an RSA key of 1024 bits");
        Issued weakRoot = TestPki.ca("Weak root").key("RSA 1024").issue();
        codes(judge(weakRoot, HOST, TestPki.leaf(HOST).from(weakRoot).issue().chain()))
                .containsExactly("certificate-weak-key");
    }

    @Test
    void aDsaKeyIsRefused() throws Exception {
        refused(good().key("DSA 2048"), "certificate-weak-key", "DSA");
    }

    @Test
    void curvesOfTheUsualKindAreAccepted() throws Exception {
        for (String kind : List.of("EC secp256r1", "EC secp384r1", "EC secp521r1", "Ed25519")) {
            accepted(good().key(kind), HOST);
        }
    }

    @Test
    void aSignatureWithSha1IsRefused() throws Exception {
        refused(
                good().signature("SHA1withECDSA"),
                "certificate-weak-signature",
                "the certificate is signed with SHA-1 and ECDSA");
        Issued rsa = TestPki.ca("RSA root").key("RSA 2048").issue();
        codes(judge(
                        rsa,
                        HOST,
                        TestPki.leaf(HOST)
                                .signature("SHA1withRSA")
                                .from(rsa)
                                .issue()
                                .chain()))
                .containsExactly("certificate-weak-signature");
        codes(judge(
                        rsa,
                        HOST,
                        TestPki.leaf(HOST)
                                .signature("MD5withRSA")
                                .from(rsa)
                                .issue()
                                .chain()))
                .containsExactly("certificate-weak-signature");
    }

    @Test
    void anIntermediateSignedWithSha1IsRefused() throws Exception {
        Issued weak = TestPki.ca("Sha").signature("SHA1withECDSA").from(root).issue();

        refused(TestPki.leaf(HOST).from(weak), "certificate-weak-signature", "\"Sha\"");
    }

    @Test
    void howTheRootWasSignedDoesNotMatter() throws Exception {
        Issued old = TestPki.ca("Sha root").signature("SHA1withECDSA").issue();

        assertThat(judge(old, HOST, TestPki.leaf(HOST).from(old).issue().chain()))
                .isEmpty();
    }

    @Test
    void tooManyCertificatesAreRefusedUnread() throws Exception {
        X509Certificate[] many = new X509Certificate[11];
        Arrays.fill(many, good().issue().certificate());

        codes(judge(root, HOST, List.of(many))).containsExactly("certificate-chain-too-long");
    }

    @Test
    void aChainThatIsTooDeepIsRefused() throws Exception {
        Issued last = root;
        for (int i = 0; i < 8; i++) {
            last = TestPki.ca("Level " + i).from(last).issue();
        }

        codes(judge(HOST, TestPki.leaf(HOST).from(last).issue())).containsExactly("certificate-chain-too-long");
    }

    @Test
    void aRuleOfPoliciesIsLeftToPkixAndObserved() throws Exception {
        byte[] needed = new PolicyConstraints(java.math.BigInteger.ZERO, null).getEncoded();
        Issued strict = TestPki.ca("Policies")
                .extension(Extension.policyConstraints.getId(), true, needed)
                .from(root)
                .issue();

        refused(TestPki.leaf(HOST).from(strict), "certificate-invalid", "RFC 5280");
    }

    @Test
    void octetsThatAreNoCertificateAreNamed() {
        List<Fault> faults = new OriginTrust(new TrustAnchors(List.of()))
                .judge(List.of(new byte[] {0x30, 3, 2, 1, 1}), ServerName.of(HOST), Instant.now());

        codes(faults).containsExactly("certificate-unreadable");
    }

    @Test
    void severalFaultsAreAllNamedTheMostTellingFirst() throws Exception {
        List<Fault> faults = judge(
                "wrong.test",
                good().valid(Duration.ofDays(-9), Duration.ofDays(-5))
                        .key("RSA 1024")
                        .issue());

        codes(faults).containsExactly("certificate-host-mismatch", "certificate-expired", "certificate-weak-key");
        assertThat(Fault.sentence(faults))
                .contains(
                        "not for wrong.test; besides, the certificate expired on ",
                        "; besides, the certificate has an RSA key");
    }

    @Test
    void theRootsOfJdkAndSystemAreThere() throws Exception {
        assertThat(TrustAnchors.load(List.of()).size()).isGreaterThan(50);
    }
}
