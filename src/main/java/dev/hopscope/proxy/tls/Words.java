package dev.hopscope.proxy.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Certificates, dates and names as they stand in a sentence. Pure, any thread. */
final class Words {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int SHOWN = 5;
    private static final int LONGEST = 120;

    private Words() {}

    static String date(Instant at) {
        return DATE.format(at);
    }

    /** {@code 3 days}, {@code 1 hour}. */
    static String span(Duration time) {
        long days = time.toDays();
        if (days > 0) {
            return days == 1 ? "1 day" : days + " days";
        }
        long hours = time.toHours();
        if (hours > 0) {
            return hours == 1 ? "1 hour" : hours + " hours";
        }
        long minutes = Math.max(1, time.toMinutes());
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    /** {@code a, b and 7 more}. */
    static String some(List<String> names) {
        if (names.size() > SHOWN + 1) {
            return String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
        }
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** Control and other characters that no host name has are written out. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .limit(LONGEST)
                .forEach(
                        c -> out.append(c > 0x20 && c < 0x7f ? String.valueOf((char) c) : String.format("\\x%02x", c)));
        return text.length() > LONGEST ? out + "…" : out.toString();
    }

    static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal().getEncoded());
    }

    static String issuer(X509Certificate certificate) {
        return name(certificate.getIssuerX500Principal().getEncoded());
    }

    /** The common name, else the organisation, else the whole. */
    private static String name(byte[] encoded) {
        X500Name name = X500Name.getInstance(encoded);
        for (var type : List.of(BCStyle.CN, BCStyle.OU, BCStyle.O)) {
            RDN[] found = name.getRDNs(type);
            if (found.length > 0 && found[0].getFirst() != null) {
                String text = IETFUtils.valueToString(found[0].getFirst().getValue());
                return "\"" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "\"";
            }
        }
        return name.toString().isEmpty() ? "(no name)" : "\"" + name + "\"";
    }

    /** Which one of a path: {@code the certificate}, {@code the intermediate certificate "X"}, {@code the root "X"}. */
    static String which(CertificatePath path, int index) {
        if (index == 0) {
            return "the certificate";
        }
        X509Certificate one = path.certificates().get(index);
        boolean root = index == path.certificates().size() - 1 && (path.anchored() || CertificatePath.selfSigned(one));
        return (root ? "the root " : "the intermediate certificate ") + subject(one);
    }
}
