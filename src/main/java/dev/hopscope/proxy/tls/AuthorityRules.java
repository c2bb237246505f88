package dev.hopscope.proxy.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.List;

/** Which certificate may serve as our authority (RFC 5280 §4.2.1). Pure but for the clock; any thread. Reads no file. */
final class AuthorityRules {
    private static final int KEY_CERT_SIGN = 5;
    private static final List<String> FOR_SERVERS = List.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private AuthorityRules() {}

    /** @throws AuthorityException in words */
    static void check(X509Certificate certificate) throws AuthorityException {
        String name = certificate.getSubjectX500Principal().getName();
        if (certificate.getBasicConstraints() < 0) {
            throw refusal(name + " is no authority: its certificate lacks basicConstraints with CA:TRUE, so no client"
                    + " accepts what it signs");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[KEY_CERT_SIGN]) {
            throw refusal(name + " may not sign certificates: its keyUsage lacks keyCertSign");
        }
        if (certificate.getExtensionValue(NAME_CONSTRAINTS) != null) {
            throw refusal(name + " may sign for some hosts alone: its certificate has nameConstraints, so clients would"
                    + " refuse what it signs for all others. Import an authority without them");
        }
        Instant now = Instant.now();
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw refusal(name + " expired on " + certificate.getNotAfter().toInstant());
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw refusal(
                    name + " is valid only from " + certificate.getNotBefore().toInstant() + " on");
        }
        if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            throw refusal(name + " was signed by "
                    + certificate.getIssuerX500Principal().getName()
                    + ", and clients would miss the certificate between. Import an authority that signed itself");
        }
        String weak = certificate.getPublicKey() instanceof EdECPublicKey
                ? "a key of the kind Ed25519, which browsers do not accept (RSA of 2048 bits or more, or P-256, P-384"
                        + " or P-521 is required)"
                : KeyRules.weakKey(certificate);
        if (weak != null) {
            throw refusal(name + " has " + weak);
        }
        checkPurpose(certificate, name);
    }

    private static void checkPurpose(X509Certificate certificate, String name) throws AuthorityException {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes != null && purposes.stream().noneMatch(FOR_SERVERS::contains)) {
                throw refusal(name + " may not vouch for servers: its extendedKeyUsage lacks serverAuth");
            }
        } catch (CertificateParsingException e) {
            throw refusal(name + " has an extendedKeyUsage that cannot be read");
        }
    }

    private static AuthorityException refusal(String words) {
        return new AuthorityException(words + ". Nothing was changed");
    }

    /** Whether what the key signs is verified by the certificate. */
    static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        byte[] probe = certificate.getSignature();
        try {
            Signature signature = Signature.getInstance(Mint.algorithm(key));
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // a key of another kind
        }
    }
}
