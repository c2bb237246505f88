package dev.hopscope.trust;

import dev.hopscope.proxy.Authority;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The files that variables and settings of clients name. Immutable. Nothing in them is secret.
 *
 * @param bundle PEM: the system's authorities and ours
 * @param certificate PEM: ours alone
 * @param store PKCS#12 for Java, under {@link TrustBundle#PASSWORD}: the authorities of the bundle
 */
public record TrustedFiles(Path bundle, Path certificate, Path store) {
    /** Writes bundle and store beside the authority's own files, anew each time, since the system's authorities change. Blocks. */
    public static TrustedFiles write(Authority authority) throws IOException {
        TrustBundle all = TrustBundle.of(authority.certificate());
        Path certificate = authority.pemFile().toAbsolutePath();
        Path bundle = certificate.resolveSibling(TrustFiles.BUNDLE);
        Path store = certificate.resolveSibling(TrustFiles.TRUST_STORE);
        all.writePem(bundle);
        all.writeTrustStore(store);
        return new TrustedFiles(bundle, certificate, store);
    }
}
