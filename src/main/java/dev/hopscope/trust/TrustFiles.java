package dev.hopscope.trust;

import dev.hopscope.proxy.Authority;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the files are that the commands name. Immutable; any thread. Looks at no disk.
 *
 * @param folder holds the authority's public files; null: the current folder of whoever types the commands
 * @param sha1 of the certificate, upper-case hex without colons, by which Windows names it
 */
public record TrustFiles(@Nullable Path folder, String sha1) {
    /** The authorities of the system and ours. */
    public static final String BUNDLE = "hopscope-ca-bundle.pem";

    /** The authorities of the system and ours, for Java. */
    public static final String TRUST_STORE = "hopscope-truststore.p12";

    private static final Pattern PLACE = Pattern.compile("\\{(abs:|win:)?(hopscope[\\w.-]*|sha1)\\}");
    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,-]+");

    /** Upper-case hex without colons, of a certificate's DER octets. */
    public static String sha1Of(byte[] certificate) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(certificate));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The files of this authority, by their folder. */
    public static TrustFiles of(Authority authority) {
        try {
            return new TrustFiles(
                    authority.pemFile().toAbsolutePath().getParent(),
                    sha1Of(authority.certificate().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e); // it came from its encoding
        }
    }

    /** A line with its places filled: quoted for a POSIX shell, or for cmd and PowerShell. */
    String fill(String line) {
        Matcher places = PLACE.matcher(line);
        return places.replaceAll(place -> Matcher.quoteReplacement(word(place.group(1), place.group(2))));
    }

    private String word(@Nullable String how, String name) {
        if (name.equals("sha1")) {
            return sha1;
        }
        if (folder == null) {
            return "abs:".equals(how) ? "\"$PWD/" + name + "\"" : name;
        }
        String path = folder.resolve(name).toString();
        if ("win:".equals(how)) {
            return path.contains(" ") ? "\"" + path + "\"" : path;
        }
        return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
