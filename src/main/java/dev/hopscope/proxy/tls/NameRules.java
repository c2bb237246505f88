package dev.hopscope.proxy.tls;

import dev.hopscope.proxy.tls.Fault.Code;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a path's leaf is for a host: by the subject alternative names only (RFC 9525 §6), within the name constraints of those above it (RFC 5280
 * §4.2.1.10), the root's included. Pure, any thread. The common name never counts.
 */
final class NameRules {
    private NameRules() {}

    static List<Fault> faults(CertificatePath path, ServerName host) {
        List<Fault> faults = new ArrayList<>();
        Fault mismatch = mismatch(path.leaf(), host);
        if (mismatch != null) {
            faults.add(mismatch);
        }
        Fault constrained = constrained(path, host);
        if (constrained != null) {
            faults.add(constrained);
        }
        return faults;
    }

    private static @Nullable Fault mismatch(X509Certificate leaf, ServerName host) {
        GeneralName[] names;
        try {
            names = alternativeNames(leaf);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new Fault(Code.UNREADABLE, "the subject alternative names of the certificate cannot be read");
        }
        if (names == null) {
            return new Fault(
                    Code.NO_SAN,
                    "the certificate has no subject alternative name; it is for " + Words.subject(leaf)
                            + " by common name only, which counts for nothing");
        }
        for (GeneralName name : names) {
            if (matches(name, host)) {
                return null;
            }
        }
        List<String> shown = Arrays.stream(names).map(NameRules::shown).toList();
        return new Fault(
                Code.HOST_MISMATCH,
                "the certificate is for " + Words.some(shown) + ", not for " + host.text() + hint(names, host));
    }

    private static String hint(GeneralName[] names, ServerName host) {
        for (GeneralName name : names) {
            String text = dns(name);
            if (text == null) {
                continue;
            }
            if (host.ip() && text.equals(host.text())) {
                return " (the address stands there as a DNS name, where it counts for nothing)";
            }
            if (!host.ip() && text.startsWith("*.") && host.text().endsWith(text.substring(1))) {
                return text.indexOf('.', 2) < 0
                        ? " (a wildcard directly under a top-level domain counts for nothing)"
                        : " (a wildcard stands for one label)";
            }
        }
        return "";
    }

    private static GeneralName @Nullable [] alternativeNames(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        return value == null
                ? null
                : GeneralNames.getInstance(ASN1OctetString.getInstance(value).getOctets())
                        .getNames();
    }

    private static boolean matches(GeneralName name, ServerName host) {
        if (host.ip()) {
            return name.getTagNo() == GeneralName.iPAddress
                    && Arrays.equals(ASN1OctetString.getInstance(name.getName()).getOctets(), host.address());
        }
        String pattern = dns(name);
        return pattern != null && matches(pattern, host.text());
    }

    /** A wildcard is a whole left-most label over at least two more (RFC 9525 §6.3). Anything no host name has, such as NUL, matches nothing. */
    private static boolean matches(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return ServerName.isName(pattern) && pattern.equals(host);
        }
        String rest = pattern.substring(2);
        int dot = host.indexOf('.');
        return ServerName.isName(rest)
                && rest.indexOf('.') > 0
                && dot > 0
                && host.substring(dot + 1).equals(rest);
    }

    private static @Nullable String dns(GeneralName name) {
        return name.getTagNo() == GeneralName.dNSName
                ? ASN1IA5String.getInstance(name.getName()).getString().toLowerCase(Locale.ROOT)
                : null;
    }

    private static String shown(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.dNSName, GeneralName.rfc822Name, GeneralName.uniformResourceIdentifier ->
                Words.printable(ASN1IA5String.getInstance(name.getName()).getString());
            case GeneralName.iPAddress ->
                address(ASN1OctetString.getInstance(name.getName()).getOctets());
            default -> "another kind of name";
        };
    }

    private static String address(byte[] octets) {
        return octets.length == 4 || octets.length == 16 ? ServerName.literal(octets) : "a malformed address";
    }

    private static @Nullable Fault constrained(CertificatePath path, ServerName host) {
        PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
        String by = null;
        for (int i = path.certificates().size() - 1; i >= 0; i--) {
            X509Certificate one = path.certificates().get(i);
            boolean selfIssued = one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
            try {
                if (by != null && (i == 0 || !selfIssued)) {
                    check(one, i == 0 ? host : null, validator);
                }
                if (i > 0 && constrain(one, validator)) {
                    by = Words.which(path, i);
                }
            } catch (NameConstraintValidatorException e) {
                return new Fault(
                        Code.NAME_CONSTRAINT,
                        by + " may not issue certificates for the names in " + Words.which(path, i)
                                + " (its name constraints say so)");
            } catch (IllegalArgumentException | IllegalStateException e) {
                return new Fault(
                        Code.NAME_CONSTRAINT, "the name constraints of " + Words.which(path, i) + " cannot be read");
            }
        }
        return null;
    }

    /** Besides the names in it, the host asked for: an excluded one may hide behind a wildcard. */
    private static void check(
            X509Certificate certificate, @Nullable ServerName host, PKIXNameConstraintValidator validator)
            throws NameConstraintValidatorException {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        if (subject.getRDNs().length > 0) {
            validator.checkPermittedDN(subject);
            validator.checkExcludedDN(subject);
        }
        List<GeneralName> names = new ArrayList<>();
        GeneralName[] own = alternativeNames(certificate);
        if (own != null) {
            names.addAll(List.of(own));
        }
        if (host != null && !host.ip()) {
            names.add(new GeneralName(GeneralName.dNSName, new DERIA5String(host.text())));
        }
        for (GeneralName name : names) {
            validator.checkPermitted(name);
            validator.checkExcluded(name);
        }
    }

    private static boolean constrain(X509Certificate certificate, PKIXNameConstraintValidator validator) {
        byte[] value = certificate.getExtensionValue(Extension.nameConstraints.getId());
        if (value == null) {
            return false;
        }
        NameConstraints constraints =
                NameConstraints.getInstance(ASN1OctetString.getInstance(value).getOctets());
        GeneralSubtree[] permitted = constraints.getPermittedSubtrees();
        if (permitted != null) {
            validator.intersectPermittedSubtree(
                    Arrays.stream(permitted).map(NameRules::plain).toArray(GeneralSubtree[]::new));
        }
        GeneralSubtree[] excluded = constraints.getExcludedSubtrees();
        if (excluded != null) {
            Arrays.stream(excluded).map(NameRules::plain).forEach(validator::addExcludedSubtree);
        }
        return true;
    }

    /** Some write {@code .corp.test} for {@code corp.test}, as is right for mail and URI names only. */
    private static GeneralSubtree plain(GeneralSubtree subtree) {
        GeneralName base = subtree.getBase();
        if (base.getTagNo() != GeneralName.dNSName) {
            return subtree;
        }
        String text = ASN1IA5String.getInstance(base.getName()).getString();
        return text.startsWith(".")
                ? new GeneralSubtree(new GeneralName(GeneralName.dNSName, new DERIA5String(text.substring(1))))
                : subtree;
    }
}
