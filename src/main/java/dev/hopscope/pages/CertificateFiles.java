package dev.hopscope.pages;

import dev.hopscope.proxy.Authority;
import dev.hopscope.trust.TrustFiles;
import dev.hopscope.trust.TrustRecipe.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * The authority's public files, read once so that pages never touch the disk. Immutable, any thread. Holds the certificate only, never the key.
 *
 * @param fingerprint SHA-256, upper-case hex pairs with colons
 */
public record CertificateFiles(String fingerprint, byte[] pem, byte[] der, byte[] p12) {
    /** Reads them; blocks. */
    public static CertificateFiles of(Authority authority) {
        try {
            return new CertificateFiles(
                    authority.fingerprint(),
                    Files.readAllBytes(authority.pemFile()),
                    Files.readAllBytes(authority.derFile()),
                    Files.readAllBytes(authority.p12File()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Upper-case hex without colons: how macOS and Windows name a certificate; nothing is trusted by it. */
    String sha1() {
        return TrustFiles.sha1Of(der);
    }

    byte[] content(Format format) {
        return switch (format) {
            case PEM -> pem;
            case DER -> der;
            case P12 -> p12;
        };
    }
}
