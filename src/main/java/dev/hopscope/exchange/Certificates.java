package dev.hopscope.exchange;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A certificate chain as DER, leaf first, as the peer sent it. Immutable, any thread; decodes on demand. Judges nothing. */
public final class Certificates {
    public static final Certificates NONE = new Certificates(List.of());

    private final List<byte[]> der;

    private Certificates(List<byte[]> der) {
        this.der = der;
    }

    /** @param encoded DER, leaf first; copied */
    public static Certificates ofDer(List<byte[]> encoded) {
        return encoded.isEmpty()
                ? NONE
                : new Certificates(encoded.stream().map(byte[]::clone).toList());
    }

    public boolean isEmpty() {
        return der.isEmpty();
    }

    /** Copies of the DER encodings, leaf first. */
    public List<byte[]> der() {
        return der.stream().map(byte[]::clone).toList();
    }

    /** @throws CertificateException where one cannot be decoded */
    public List<X509Certificate> decode() throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] one : der) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(one)));
        }
        return chain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificates that && Arrays.deepEquals(der.toArray(), that.der.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(der.toArray());
    }

    @Override
    public String toString() {
        return der.size() + " certificates";
    }
}
