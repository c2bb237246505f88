package dev.hopscope.proxy.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates (RFC 5280). Pure but for randomness; any thread. Keeps none of them. */
final class Mint {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** RFC 5280 §A.1, ub-common-name. */
    private static final int COMMON_NAME_BOUND = 64;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Mint() {}

    /** A new key on P-256. */
    static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    /** A root that signs leaves alone (path length 0). */
    static X509Certificate root(KeyPair key, String commonName, Instant from, Instant until)
            throws GeneralSecurityException {
        try {
            X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.O, "Hopscope")
                    .addRDN(BCStyle.CN, commonName)
                    .build();
            SubjectPublicKeyInfo spki =
                    SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(name, serial(), Date.from(from), Date.from(until), name, spki);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
            return sign(builder, signer(key.getPrivate()));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** Signs with the key of a root; used by many threads, one signature each at a time. */
    static ContentSigner signer(PrivateKey key) throws GeneralSecurityException {
        try {
            return new JcaContentSignerBuilder(algorithm(key)).build(key);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** By the kind of key; a user's own authority may have RSA. */
    static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }

    /** A certificate for a server of this name alone, whatever the name looks like: no wildcard is ever made. */
    static X509Certificate leaf(Issuer issuer, SubjectPublicKeyInfo key, ServerName host, Instant from, Instant until)
            throws GeneralSecurityException {
        try {
            boolean named = host.text().length() <= COMMON_NAME_BOUND;
            X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
            if (named) {
                subject.addRDN(BCStyle.CN, host.text());
            }
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer.name(), serial(), time(from), time(until), subject.build(), key);
            GeneralName name = new GeneralName(host.ip() ? GeneralName.iPAddress : GeneralName.dNSName, host.text());
            // RFC 5280 §4.2.1.6: critical where the subject is empty
            builder.addExtension(Extension.subjectAlternativeName, !named, new GeneralNames(name));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.authorityKeyIdentifier, false, issuer.keyIdentifier());
            return sign(builder, signer(issuer.key()));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** As RFC 5280 §4.1.2.5 writes it: UTCTime through 2049. Made from text, since from a Date it costs a calendar and a parser each. */
    private static Time time(Instant instant) {
        String text = TIME.format(instant);
        return new Time(text.compareTo("2050") < 0 ? new DERUTCTime(text.substring(2)) : new DERGeneralizedTime(text));
    }

    /** What every leaf takes from its root. */
    record Issuer(X500Name name, PrivateKey key, AuthorityKeyIdentifier keyIdentifier) {
        static Issuer of(X509Certificate root, PrivateKey key) throws GeneralSecurityException {
            return new Issuer(
                    X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), key, named(root));
        }

        /** As the root names its key (RFC 5280 §4.2.1.1), however it made that name; else by its key. */
        private static AuthorityKeyIdentifier named(X509Certificate root) throws GeneralSecurityException {
            byte[] own = root.getExtensionValue(Extension.subjectKeyIdentifier.getId());
            return own == null
                    ? new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.getPublicKey())
                    : new AuthorityKeyIdentifier(ASN1OctetString.getInstance(
                                    ASN1OctetString.getInstance(own).getOctets())
                            .getOctets());
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, ContentSigner signer)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    /** Positive, 127 random bits: within the 20 octets of RFC 5280 §4.1.2.2. */
    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(126);
    }
}
