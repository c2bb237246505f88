package dev.hopscope.proxy.tls;

import dev.hopscope.proxy.tls.Fault.Code;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the chain an origin showed: by rules of our own, each with its words, since JSSE and BoringSSL are lenient, and then by the JDK's PKIX for whatever
 * else RFC 5280 asks. Costs milliseconds; any thread. Revocation is not checked, and missing certificates are not fetched.
 */
final class OriginTrust {
    /** Certificates an origin may send. */
    static final int SENT = 10;

    private final TrustAnchors anchors;

    OriginTrust(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    /**
     * What is wrong, the most telling first; empty if nothing is.
     *
     * @param sent DER, leaf first, as sent
     * @param host whom the connection is for, null where no certificate can name it
     */
    List<Fault> judge(List<byte[]> sent, @Nullable ServerName host, Instant now) {
        if (sent.isEmpty()) {
            return List.of(new Fault(Code.UNREADABLE, "the origin showed no certificate"));
        }
        if (sent.size() > SENT) {
            return List.of(new Fault(
                    Code.CHAIN_TOO_LONG,
                    "the origin sent " + sent.size() + " certificates (" + SENT + " are the most)"));
        }
        List<X509Certificate> chain;
        try {
            chain = decode(sent);
        } catch (CertificateException e) {
            return List.of(new Fault(Code.UNREADABLE, "the certificate cannot be read: " + e.getMessage()));
        }
        List<Fault> least = null;
        for (CertificatePath path : CertificatePath.from(chain, anchors)) {
            List<Fault> faults = judge(path, chain, host, now);
            if (faults.isEmpty()) {
                return faults;
            }
            if (least == null || faults.size() < least.size()) {
                least = faults;
            }
        }
        return least == null ? List.of() : least;
    }

    private static List<X509Certificate> decode(List<byte[]> sent) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (byte[] der : sent) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return chain;
    }

    private List<Fault> judge(
            CertificatePath path, List<X509Certificate> sent, @Nullable ServerName host, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (!path.anchored()) {
            faults.add(unanchored(path, sent));
        }
        faults.addAll(ChainRules.faults(path, now));
        if (host == null) {
            faults.add(new Fault(Code.HOST_MISMATCH, "no certificate can name this host"));
        } else {
            faults.addAll(NameRules.faults(path, host));
        }
        // what PKIX adds to the rules above (policies, above all) takes an intermediate to bring it in
        if (faults.isEmpty() && path.certificates().size() > 2) {
            pkix(path, now, faults);
        }
        faults.sort(Comparator.comparing(Fault::code));
        return faults;
    }

    private static Fault unanchored(CertificatePath path, List<X509Certificate> sent) {
        X509Certificate top = path.top();
        boolean alone = path.certificates().size() == 1;
        if (path.certificates().size() >= CertificatePath.DEPTH) {
            return new Fault(Code.CHAIN_TOO_LONG, "the chain has more than " + CertificatePath.DEPTH + " certificates");
        }
        if (path.forged()) {
            String which = Words.which(path, path.certificates().size() - 1);
            return new Fault(
                    Code.BAD_SIGNATURE,
                    "the signature of " + which + " does not fit the key of " + Words.issuer(top)
                            + ", which should have signed it");
        }
        if (CertificatePath.selfSigned(top)) {
            return alone
                    ? new Fault(
                            Code.SELF_SIGNED,
                            "the certificate is self-signed: no authority vouches for it, and it is not trusted itself")
                    : new Fault(
                            Code.UNTRUSTED,
                            "the chain ends in the root " + Words.subject(top) + ", which is not trusted here");
        }
        String issuer = "its issuer " + Words.issuer(top);
        String missing = sent.size() == 1
                ? issuer + " is not trusted here, and the origin sent no other certificate"
                : issuer + " is neither among the " + sent.size() + " certificates the origin sent nor trusted here";
        String which = Words.which(path, path.certificates().size() - 1);
        return new Fault(
                Code.CHAIN_INCOMPLETE,
                which + " is not trusted: " + missing
                        + "; either the chain is incomplete (Hopscope does not fetch intermediate certificates) or the"
                        + " authority is unknown");
    }

    private static void pkix(CertificatePath path, Instant now, List<Fault> faults) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.top(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            List<X509Certificate> below =
                    path.certificates().subList(0, path.certificates().size() - 1);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
        } catch (CertPathValidatorException e) {
            String which = e.getIndex() < 0 ? "the chain" : Words.which(path, e.getIndex());
            faults.add(new Fault(Code.INVALID, which + " breaks a rule of RFC 5280: " + e.getMessage()));
        } catch (GeneralSecurityException e) {
            faults.add(new Fault(Code.INVALID, "the chain cannot be checked: " + e.getMessage()));
        }
    }
}
