package dev.hopscope.proxy.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A way from a leaf upwards, each certificate signed by the next. Immutable, any thread. Only names and signatures count here: whether each may sign is for
 * {@link ChainRules}.
 *
 * @param certificates leaf first; the last one is a trust anchor where {@code anchored}
 * @param forged whether some certificate of the issuer's name was at hand whose key does not fit the last one's signature
 */
record CertificatePath(List<X509Certificate> certificates, boolean anchored, boolean forged) {
    /** Certificates in a path, leaf and root included. */
    static final int DEPTH = 8;

    /** RSA keys beyond this are not tried: their cost is the attacker's choice. */
    static final int RSA_BOUND = 16_384;

    private static final int VERIFICATIONS = 64;
    private static final int PATHS = 8;

    X509Certificate leaf() {
        return certificates.getFirst();
    }

    X509Certificate top() {
        return certificates.getLast();
    }

    /** The paths to anchors, as many as are worth a look; or, where there is none, the longest that could be built. */
    static List<CertificatePath> from(List<X509Certificate> sent, TrustAnchors anchors) {
        Search search = new Search(sent, anchors);
        search.extend(new ArrayList<>(List.of(sent.getFirst())));
        return search.anchored.isEmpty() ? List.of(search.longest) : search.anchored;
    }

    /** Whether it names itself as its issuer and its own key fits. */
    static boolean selfSigned(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())
                && signedBy(certificate, certificate);
    }

    private static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
        if (issuer.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() > RSA_BOUND) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static final class Search {
        private final List<X509Certificate> sent;
        private final TrustAnchors anchors;
        private final List<CertificatePath> anchored = new ArrayList<>();
        private CertificatePath longest;
        private int verifications;

        Search(List<X509Certificate> sent, TrustAnchors anchors) {
            this.sent = sent;
            this.anchors = anchors;
            this.longest = new CertificatePath(List.of(sent.getFirst()), false, false);
        }

        void extend(List<X509Certificate> path) {
            X509Certificate top = path.getLast();
            if (anchors.contains(top)) {
                anchored.add(new CertificatePath(List.copyOf(path), true, false));
                return;
            }
            boolean own = selfSigned(top);
            boolean named = own;
            boolean fits = own;
            if (!own) {
                List<X509Certificate> candidates = new ArrayList<>(anchors.named(top.getIssuerX500Principal()));
                sent.stream()
                        .filter(c ->
                                c.getSubjectX500Principal().equals(top.getIssuerX500Principal()) && !path.contains(c))
                        .distinct()
                        .filter(c -> !candidates.contains(c))
                        .forEach(candidates::add);
                for (X509Certificate candidate : candidates) {
                    if (path.size() >= DEPTH || anchored.size() >= PATHS || verifications++ >= VERIFICATIONS) {
                        break;
                    }
                    named = true;
                    if (signedBy(top, candidate)) {
                        fits = true;
                        path.add(candidate);
                        extend(path);
                        path.removeLast();
                    }
                }
            }
            int known = longest.certificates.size();
            if (path.size() > known || known == 1 && path.size() == 1) {
                longest = new CertificatePath(List.copyOf(path), false, named && !fits);
            }
        }
    }
}
