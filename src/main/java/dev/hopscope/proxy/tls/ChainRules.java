package dev.hopscope.proxy.tls;

import dev.hopscope.proxy.tls.Fault.Code;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;

/**
 * What each certificate of a path must be, whatever host it is for (RFC 5280 §4.2 and §6.1), the root included, which JSSE does not look at. Pure, any thread.
 * Names are for {@link NameRules}.
 */
final class ChainRules {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;

    /** Critical extensions that these rules, {@link NameRules} or PKIX after them observe. */
    private static final Set<String> OBSERVED = Set.of(
            Extension.basicConstraints.getId(),
            Extension.keyUsage.getId(),
            Extension.extendedKeyUsage.getId(),
            Extension.subjectAlternativeName.getId(),
            Extension.nameConstraints.getId(),
            Extension.certificatePolicies.getId(),
            Extension.policyMappings.getId(),
            Extension.policyConstraints.getId(),
            Extension.inhibitAnyPolicy.getId());

    private final CertificatePath path;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();

    private ChainRules(CertificatePath path, Instant now) {
        this.path = path;
        this.now = now;
    }

    static List<Fault> faults(CertificatePath path, Instant now) {
        ChainRules rules = new ChainRules(path, now);
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate one = path.certificates().get(i);
            Supplier<String> which = which(path, i);
            rules.validity(one, which);
            rules.purpose(one, i, which);
            rules.criticalExtensions(one, which);
            rules.strength(one, i, which);
            if (i == 0) {
                rules.leaf(one);
            } else {
                rules.authority(one, i, which);
            }
        }
        return rules.faults;
    }

    /** Names cost more to spell than all rules to check, and are wanted of bad certificates alone. */
    private static Supplier<String> which(CertificatePath path, int index) {
        return () -> Words.which(path, index);
    }

    private void add(Code code, String detail) {
        faults.add(new Fault(code, detail));
    }

    private void validity(X509Certificate one, Supplier<String> which) {
        Instant from = one.getNotBefore().toInstant();
        Instant until = one.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            add(
                    Code.EXPIRED,
                    which.get() + " expired on " + Words.date(until) + ", " + Words.span(Duration.between(until, now))
                            + " ago");
        }
        if (now.isBefore(from)) {
            add(
                    Code.NOT_YET_VALID,
                    which.get() + " is not yet valid: it will be from " + Words.date(from) + " on, in "
                            + Words.span(Duration.between(now, from)));
        }
    }

    private void purpose(X509Certificate one, int index, Supplier<String> which) {
        try {
            List<String> purposes = one.getExtendedKeyUsage();
            if (purposes == null
                    || purposes.contains(KeyPurposeId.id_kp_serverAuth.getId())
                    || purposes.contains(KeyPurposeId.anyExtendedKeyUsage.getId())) {
                return;
            }
            String instead = index == 0 ? " is not meant for servers" : " may not issue certificates for servers";
            add(
                    Code.NOT_FOR_SERVERS,
                    which.get() + instead + ": its extended key usage has "
                            + Words.some(purposes.stream()
                                    .map(ChainRules::purposeName)
                                    .toList()) + " but not serverAuth");
        } catch (CertificateParsingException e) {
            add(Code.UNREADABLE, "the extended key usage of " + which.get() + " cannot be read");
        }
    }

    private static String purposeName(String oid) {
        return switch (oid) {
            case "1.3.6.1.5.5.7.3.2" -> "clientAuth";
            case "1.3.6.1.5.5.7.3.3" -> "codeSigning";
            case "1.3.6.1.5.5.7.3.4" -> "emailProtection";
            case "1.3.6.1.5.5.7.3.8" -> "timeStamping";
            case "1.3.6.1.5.5.7.3.9" -> "OCSPSigning";
            default -> oid;
        };
    }

    private void criticalExtensions(X509Certificate one, Supplier<String> which) {
        Set<String> critical = one.getCriticalExtensionOIDs();
        if (critical == null) {
            return;
        }
        Set<String> unknown = new TreeSet<>(critical);
        unknown.removeAll(OBSERVED);
        if (!unknown.isEmpty()) {
            add(
                    Code.CRITICAL_EXTENSION,
                    which.get() + " has a critical extension that Hopscope does not know: "
                            + Words.some(List.copyOf(unknown)));
        }
    }

    /** How a root was signed says nothing: it is trusted for being there. */
    private void strength(X509Certificate one, int index, Supplier<String> which) {
        String key = KeyRules.weakKey(one);
        if (key != null) {
            add(Code.WEAK_KEY, which.get() + " has " + key);
        }
        boolean top = index == path.certificates().size() - 1;
        String signature =
                top && (path.anchored() || CertificatePath.selfSigned(one)) ? null : KeyRules.weakSignature(one);
        if (signature != null) {
            add(
                    Code.WEAK_SIGNATURE,
                    which.get() + " is signed with " + signature + ", which can be forged or is not known to be safe");
        }
    }

    private void leaf(X509Certificate one) {
        boolean @Nullable [] usage = one.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            add(
                    Code.NOT_FOR_SERVERS,
                    "the key of the certificate may not be used for a TLS handshake: its key usage lacks"
                            + " digitalSignature");
        }
        // a self-made certificate that the user trusts by itself often has the flag
        boolean trustedItself = path.anchored() && path.certificates().size() == 1;
        boolean signs = usage != null && usage[KEY_CERT_SIGN];
        if (one.getBasicConstraints() >= 0 && path.anchored() && (!trustedItself || signs)) {
            add(Code.CA_AS_LEAF, "the certificate is one of an authority, not of a server");
        }
    }

    private void authority(X509Certificate one, int index, Supplier<String> which) {
        boolean old = one.getVersion() < 3
                && path.anchored()
                && index == path.certificates().size() - 1;
        int length = one.getBasicConstraints();
        if (length < 0 && !old) {
            add(Code.NOT_A_CA, which.get() + " is not one of an authority, but signed another certificate");
        }
        boolean @Nullable [] usage = one.getKeyUsage();
        if (usage != null && !usage[KEY_CERT_SIGN]) {
            add(Code.NOT_A_CA, which.get() + " may not sign certificates: its key usage lacks keyCertSign");
        }
        long below = path.certificates().subList(1, index).stream()
                .filter(c -> !c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                .count();
        if (length >= 0 && below > length) {
            add(
                    Code.PATH_LENGTH,
                    which.get() + " allows " + length + " authorities below it, and there "
                            + (below == 1 ? "is 1" : "are " + below));
        }
    }
}
