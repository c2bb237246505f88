package dev.hopscope.proxy;

import java.nio.file.Path;
import java.security.cert.X509Certificate;

/** Our certificate authority as the rest of the program may see it: never its private key. Any thread; the first call may take a second on first start. */
public interface Authority {
    X509Certificate certificate();

    /** SHA-256 of the certificate: upper-case hex pairs with colons. */
    String fingerprint();

    /** The certificate alone, PEM ({@code hopscope-ca-cert.pem}). */
    Path pemFile();

    /** The certificate alone, DER ({@code hopscope-ca-cert.cer}). */
    Path derFile();

    /** The certificate alone in a PKCS#12 store ({@code hopscope-ca-cert.p12}). */
    Path p12File();
}
