package dev.hopscope.inspect;

import dev.hopscope.exchange.Certificates;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What one certificate says (RFC 5280), ready to be read. Immutable. Judges nothing.
 *
 * @param subject its distinguished name (RFC 2253)
 * @param names subject alternative names: DNS names and IP addresses
 * @param key algorithm and size: {@code EC 256}
 * @param signature {@code SHA256withECDSA}
 * @param fingerprint SHA-256, upper-case hex pairs with colons
 */
public record CertificateFacts(
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        List<String> names,
        String key,
        String signature,
        String serial,
        String fingerprint) {

    /** The chain, leaf first; a certificate that cannot be decoded ends it. */
    public static List<CertificateFacts> of(Certificates chain) {
        List<CertificateFacts> facts = new ArrayList<>();
        try {
            for (X509Certificate one : chain.decode()) {
                facts.add(of(one));
            }
        } catch (CertificateException e) {
            return List.copyOf(facts);
        }
        return List.copyOf(facts);
    }

    private static CertificateFacts of(X509Certificate one) throws CertificateException {
        return new CertificateFacts(
                one.getSubjectX500Principal().getName(),
                one.getIssuerX500Principal().getName(),
                one.getNotBefore().toInstant(),
                one.getNotAfter().toInstant(),
                names(one),
                key(one.getPublicKey()),
                one.getSigAlgName(),
                HexFormat.of().formatHex(one.getSerialNumber().toByteArray()),
                fingerprint(one.getEncoded()));
    }

    /** The most telling part of a name: its common name, else all of it. */
    public static String shortName(String distinguished) {
        for (String part : distinguished.split("(?<!\\\\),", -1)) {
            if (part.strip().toUpperCase(Locale.ROOT).startsWith("CN=")) {
                return part.strip().substring(3);
            }
        }
        return distinguished;
    }

    private static List<String> names(X509Certificate one) {
        try {
            Collection<List<?>> all = one.getSubjectAlternativeNames();
            return all == null
                    ? List.of()
                    : all.stream()
                            .filter(n -> n.get(1) instanceof String)
                            .map(n -> (String) n.get(1))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static String key(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> "EC " + ec.getParams().getOrder().bitLength();
            case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
            default -> key.getAlgorithm();
        };
    }

    private static String fingerprint(byte[] encoded) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
