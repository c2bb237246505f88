package dev.hopscope.proxy.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The roots that origins are trusted by: the JDK's, the system's, and those of PEM files given. Immutable; loading blocks for a part of a second. Judges no
 * chain.
 */
public final class TrustAnchors {
    private static final Logger LOG = Logger.getLogger(TrustAnchors.class.getName());

    /** Where Linux and BSD systems keep their roots in one file. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END (?:TRUSTED |X509"
                    + " )?CERTIFICATE-----");

    private final Set<X509Certificate> all;
    private final Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();

    TrustAnchors(Collection<X509Certificate> roots) {
        all = new LinkedHashSet<>(roots);
        all.forEach(root -> bySubject
                .computeIfAbsent(root.getSubjectX500Principal(), s -> new ArrayList<>())
                .add(root));
    }

    /**
     * Roots of JDK and system, and of these files.
     *
     * @throws IOException where a file cannot be read or holds no certificate; the message says which
     */
    static TrustAnchors load(List<Path> files) throws IOException {
        List<X509Certificate> roots = new ArrayList<>(SystemRoots.ROOTS);
        for (Path file : files) {
            roots.addAll(read(file));
        }
        return new TrustAnchors(roots);
    }

    /** What is wrong with a file of extra roots, in words; null if nothing: for checking options before anything starts. */
    public static @Nullable String problem(Path file) {
        try {
            read(file);
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static List<X509Certificate> read(Path file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException(
                    "the file of trusted certificates " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
        try {
            List<X509Certificate> found = pem(new String(content, StandardCharsets.ISO_8859_1));
            if (found.isEmpty()) {
                found = List.of(one(content)); // DER
            }
            return found;
        } catch (CertificateException e) {
            throw new IOException(
                    "the file of trusted certificates " + file + " holds no readable certificate in PEM: "
                            + e.getMessage(),
                    e);
        }
    }

    private static List<X509Certificate> pem(String text) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (Matcher matcher = PEM.matcher(text); matcher.find(); ) {
            found.add(one(Base64.getMimeDecoder().decode(matcher.group(1))));
        }
        return found;
    }

    private static X509Certificate one(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    boolean contains(X509Certificate certificate) {
        return all.contains(certificate);
    }

    List<X509Certificate> named(X500Principal subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    int size() {
        return all.size();
    }

    /** Read once, at the first origin that needs them. */
    private static final class SystemRoots {
        static final Set<X509Certificate> ROOTS = new LinkedHashSet<>();

        static {
            Path home = Path.of(System.getProperty("java.home"));
            addStore("JKS", home.resolve("lib/security/cacerts"));
            String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            if (os.startsWith("windows")) {
                addStore("Windows-ROOT", null);
            } else if (os.startsWith("mac")) {
                addStore("KeychainStore-ROOT", null);
                addStore("KeychainStore", null);
            } else {
                addBundle();
            }
        }

        private SystemRoots() {}

        /** A root that cannot be read is left out: the others still serve. */
        private static void addStore(String type, @Nullable Path file) {
            try {
                KeyStore store = KeyStore.getInstance(type);
                if (file == null) {
                    store.load(null, null);
                } else {
                    try (InputStream in = Files.newInputStream(file)) {
                        store.load(in, null);
                    }
                }
                for (String alias : Collections.list(store.aliases())) {
                    Certificate certificate = store.getCertificate(alias);
                    if (store.isCertificateEntry(alias) && certificate instanceof X509Certificate root) {
                        ROOTS.add(root);
                    }
                }
            } catch (IOException | GeneralSecurityException e) {
                LOG.log(Level.WARNING, "roots of " + type + " cannot be read", e);
            }
        }

        private static void addBundle() {
            for (Path bundle : BUNDLES) {
                if (Files.isReadable(bundle)) {
                    try {
                        ROOTS.addAll(pem(Files.readString(bundle, StandardCharsets.ISO_8859_1)));
                    } catch (IOException | CertificateException e) {
                        LOG.log(Level.WARNING, "roots of " + bundle + " cannot be read", e);
                    }
                    return;
                }
            }
        }
    }
}
