package dev.hopscope.proxy.tls;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/** Which keys and signatures are strong enough (CA/Browser Forum Baseline Requirements §6.1.5, §7.1.3). Pure, any thread. Verifies nothing. */
final class KeyRules {
    private static final int RSA_LEAST = 2048;

    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);

    private static final Set<String> SIGNATURES = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha384WithRSAEncryption.getId(),
            PKCSObjectIdentifiers.sha512WithRSAEncryption.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            X9ObjectIdentifiers.ecdsa_with_SHA512.getId(),
            "1.3.101.112",
            "1.3.101.113");

    private static final Map<String, String> WEAK = Map.of(
            PKCSObjectIdentifiers.md2WithRSAEncryption.getId(),
            "MD2 and RSA",
            PKCSObjectIdentifiers.md5WithRSAEncryption.getId(),
            "MD5 and RSA",
            PKCSObjectIdentifiers.sha1WithRSAEncryption.getId(),
            "SHA-1 and RSA",
            "1.3.14.3.2.29",
            "SHA-1 and RSA",
            X9ObjectIdentifiers.ecdsa_with_SHA1.getId(),
            "SHA-1 and ECDSA",
            X9ObjectIdentifiers.id_dsa_with_sha1.getId(),
            "SHA-1 and DSA");

    private static final Set<ASN1ObjectIdentifier> PSS_DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private KeyRules() {}

    /** What is weak about a key ({@code a 1024-bit RSA key}), with the least that would do; null if nothing. */
    static @Nullable String weakKey(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        return switch (key) {
            case RSAPublicKey rsa -> weakRsa(rsa.getModulus().bitLength());
            case ECPublicKey ec -> weakCurve(ec);
            case EdECPublicKey ed -> null;
            default ->
                "a key of the kind " + key.getAlgorithm()
                        + " (RSA of 2048 bits or more, or P-256, P-384, P-521 or Ed25519 is required)";
        };
    }

    private static @Nullable String weakRsa(int bits) {
        if (bits < RSA_LEAST) {
            return "an RSA key of " + bits + " bits (" + RSA_LEAST + " are the least)";
        }
        return bits > CertificatePath.RSA_BOUND
                ? "an RSA key of " + bits + " bits (more than " + CertificatePath.RSA_BOUND + " are not tried)"
                : null;
    }

    private static @Nullable String weakCurve(ECPublicKey key) {
        var parameters = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getAlgorithm()
                .getParameters();
        if (parameters instanceof ASN1ObjectIdentifier curve && CURVES.contains(curve)) {
            return null;
        }
        return "an EC key of " + key.getParams().getOrder().bitLength()
                + " bits on a curve other than P-256, P-384 and P-521";
    }

    /** What is weak about how it was signed ({@code SHA-1 and RSA}), null if nothing. */
    static @Nullable String weakSignature(X509Certificate certificate) {
        String oid = certificate.getSigAlgOID();
        if (SIGNATURES.contains(oid)) {
            return null;
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId())) {
            byte[] encoded = certificate.getSigAlgParams();
            AlgorithmIdentifier digest = RSASSAPSSparams.getInstance(encoded).getHashAlgorithm();
            return PSS_DIGESTS.contains(digest.getAlgorithm())
                    ? null
                    : "RSA-PSS with a digest other than SHA-256, SHA-384 and SHA-512";
        }
        return WEAK.getOrDefault(oid, certificate.getSigAlgName());
    }
}
