package dev.hopscope.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The authorities of the system and ours in one file, since most settings take the place of the system's. Blocks; writes whole files or nothing. */
public final class TrustBundle {
    /** Of the trust store; it holds nothing secret, and this is what Java expects of one. */
    public static final String PASSWORD = "changeit";

    private final SystemAuthorities system;
    private final X509Certificate ours;

    TrustBundle(SystemAuthorities system, X509Certificate ours) {
        this.system = system;
        this.ours = ours;
    }

    /**
     * What was written.
     *
     * @param source where the system's authorities were read
     * @param authorities how many, with ours
     */
    public record Written(Path file, String source, int authorities) {}

    /**
     * Reads what this system trusts; where it keeps no list, what this Java trusts.
     *
     * @throws IOException where neither can be read
     */
    public static TrustBundle of(X509Certificate ours) throws IOException {
        var system = SystemAuthorities.ofThisMachine();
        return new TrustBundle(
                system.isPresent() ? system.get() : JavaStore.ofThisJava().authorities(), ours);
    }

    /** PEM, for most programs. Replaces the file. */
    public Written writePem(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        for (byte[] one : all()) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(base64.encodeToString(one))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** A PKCS#12 store for Java, under {@link #PASSWORD}. Replaces the file. */
    public Written writeTrustStore(Path file) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            int number = 0;
            for (byte[] one : all()) {
                store.setCertificateEntry(
                        "authority-" + ++number, factory.generateCertificate(new ByteArrayInputStream(one)));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, PASSWORD.toCharArray());
            return write(file, out.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("a certificate of " + system.place() + " cannot be read by Java: " + e, e);
        }
    }

    private List<byte[]> all() throws IOException {
        try {
            byte[] encoded = ours.getEncoded();
            List<byte[]> all = new ArrayList<>(system.encoded());
            if (!system.holds(encoded)) {
                all.add(encoded);
            }
            return all;
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }

    private Written write(Path file, byte[] content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = Files.createTempFile(target.getParent(), ".hopscope", ".part");
        try {
            Files.write(draft, content);
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        return new Written(target, system.place(), all().size());
    }
}
