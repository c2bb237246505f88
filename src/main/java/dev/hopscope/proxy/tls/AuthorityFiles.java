package dev.hopscope.proxy.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The authority's files in the configuration folder: one with the private key (0600), three with the certificate alone. Blocks; one process at a time, by a
 * lock file. Replaces files only when told to, and keeps them: what it cannot use it explains.
 */
final class AuthorityFiles {
    /** Guards the key against a careless copy only: the file's mode is what protects it. */
    static final String PASSWORD = "hopscope";

    private static final String ALIAS = "hopscope-ca";
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path folder;

    AuthorityFiles(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    record Pair(X509Certificate certificate, PrivateKey key) {}

    /** Makes a pair where there is none. */
    interface Maker {
        Pair make() throws GeneralSecurityException, AuthorityException;
    }

    /** What is done while no other process looks at the files. */
    private interface Work<T extends @Nullable Object> {
        T run() throws IOException, GeneralSecurityException, AuthorityException;
    }

    Path keyFile() {
        return folder.resolve("hopscope-ca.p12");
    }

    Path pem() {
        return folder.resolve("hopscope-ca-cert.pem");
    }

    Path der() {
        return folder.resolve("hopscope-ca-cert.cer");
    }

    Path p12() {
        return folder.resolve("hopscope-ca-cert.p12");
    }

    /** The pair on disk; on the first start, what {@code maker} makes. Two first starts at once end with one pair. */
    Pair openOr(Maker maker) throws AuthorityException {
        return held(() -> locked(maker));
    }

    private <T extends @Nullable Object> T held(Work<T> work) throws AuthorityException {
        try {
            createFolder();
            synchronized (IN_THIS_PROCESS) { // a file lock is the whole process's
                try (FileChannel lock = FileChannel.open(
                                folder.resolve("hopscope-ca.lock"), privately(), attributes("rw-------"));
                        FileLock held = lock.lock()) {
                    return work.run();
                }
            }
        } catch (AccessDeniedException e) {
            throw new AuthorityException(
                    "Hopscope may not read or write " + e.getFile()
                            + ". Give yourself access to it, or choose another folder with --confdir",
                    e);
        } catch (IOException e) {
            throw new AuthorityException(
                    "the certificate authority in " + folder + " cannot be read or written: " + e, e);
        } catch (GeneralSecurityException e) {
            throw new AuthorityException("this Java cannot make a certificate authority: " + e.getMessage(), e);
        }
    }

    private static Set<StandardOpenOption> privately() {
        return EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private Pair locked(Maker maker) throws IOException, GeneralSecurityException, AuthorityException {
        Pair pair;
        if (Files.exists(keyFile(), LinkOption.NOFOLLOW_LINKS)) {
            pair = load();
        } else {
            refuseOrphans();
            pair = maker.make();
            write(keyFile(), keyStore(pair), "rw-------");
        }
        byte[] encoded = pair.certificate().getEncoded();
        publish(pem(), pemOf(encoded), encoded);
        publish(der(), encoded, encoded);
        publish(p12(), certificateStore(pair.certificate()), encoded);
        return pair;
    }

    private void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes("rwx------"));
        }
    }

    /** A certificate that programs trust but whose key is gone is not replaced behind their back. */
    private void refuseOrphans() throws AuthorityException {
        for (Path file : new Path[] {pem(), der(), p12()}) {
            if (Files.exists(file)) {
                throw new AuthorityException(keyFile() + " is missing, but " + file.getFileName()
                        + " beside it belongs to an authority that programs may trust. Put the missing file back, or"
                        + " remove hopscope-ca-cert.pem, .cer and .p12 to get a new authority at the next start");
            }
        }
    }

    private Pair load() throws IOException, AuthorityException {
        refuseReadableByOthers();
        String remedy =
                ". Put back a copy of it, or move it and the hopscope-ca-cert files away to get a new authority at the"
                        + " next start";
        try (InputStream in = Files.newInputStream(keyFile())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            Key key = store.getKey(ALIAS, PASSWORD.toCharArray());
            if (!(key instanceof PrivateKey secret)
                    || !(store.getCertificate(ALIAS) instanceof X509Certificate certificate)) {
                throw new AuthorityException(keyFile() + " holds no key and certificate named " + ALIAS + remedy);
            }
            if (!AuthorityRules.belongTogether(certificate, secret)) {
                throw new AuthorityException(
                        "the key and the certificate in " + keyFile() + " do not belong together" + remedy);
            }
            if (Instant.now().isAfter(certificate.getNotAfter().toInstant())) {
                throw new AuthorityException("the certificate authority in " + keyFile() + " expired on "
                        + certificate.getNotAfter().toInstant() + remedy);
            }
            if (certificate.getBasicConstraints() < 0) {
                throw new AuthorityException(
                        "the certificate in " + keyFile() + " is not one of an authority" + remedy);
            }
            return new Pair(certificate, secret);
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            throw new AuthorityException(
                    keyFile() + " is damaged or has another password than Hopscope's (" + e.getMessage() + ")" + remedy,
                    e);
        }
    }

    private void refuseReadableByOthers() throws IOException, AuthorityException {
        PosixFileAttributeView view = Files.getFileAttributeView(keyFile(), PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> mode = view.readAttributes().permissions();
        if (mode.stream().anyMatch(p -> !p.name().startsWith("OWNER_"))) {
            throw new AuthorityException(keyFile() + " holds a private key and is open to other users ("
                    + PosixFilePermissions.toString(mode) + "). Run: chmod 600 '" + keyFile()
                    + "'; if others may have read it, move it away instead and trust the new authority");
        }
    }

    /**
     * Puts another pair in the place of the one that is there, which is kept beside under names with a date.
     *
     * @return the file that holds the former pair; null where there was none
     */
    @Nullable
    Path replace(Maker maker) throws AuthorityException {
        return held(() -> {
            Pair pair = maker.make();
            Path former = keep();
            write(keyFile(), keyStore(pair), "rw-------");
            byte[] encoded = pair.certificate().getEncoded();
            write(pem(), pemOf(encoded), "rw-r--r--");
            write(der(), encoded, "rw-r--r--");
            write(p12(), certificateStore(pair.certificate()), "rw-r--r--");
            return former;
        });
    }

    /** Copies what is there; the key's copy is as private as the key. */
    private @Nullable Path keep() throws IOException {
        String suffix = "."
                + DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss").format(LocalDateTime.now(ZoneId.systemDefault()));
        Path former = null;
        for (Path file : List.of(keyFile(), pem(), der(), p12())) {
            if (Files.exists(file)) {
                boolean key = file.equals(keyFile());
                Path copy = free(file, suffix);
                write(copy, Files.readAllBytes(file), key ? "rw-------" : "rw-r--r--");
                former = key ? copy : former;
            }
        }
        return former;
    }

    /** Two in one second do not meet. */
    private static Path free(Path file, String suffix) {
        Path copy = file.resolveSibling(file.getFileName() + suffix);
        for (int number = 2; Files.exists(copy); number++) {
            copy = file.resolveSibling(file.getFileName() + suffix + "-" + number);
        }
        return copy;
    }

    /** Writes a public file that is missing; one of another authority is left and named. */
    private void publish(Path file, byte[] content, byte[] certificate) throws IOException, AuthorityException {
        if (!Files.exists(file)) {
            write(file, content, "rw-r--r--");
            return;
        }
        byte[] there = publicCertificate(file);
        if (there == null || !Arrays.equals(there, certificate)) {
            throw new AuthorityException(file
                    + (there == null
                            ? " is damaged"
                            : " is the certificate of another authority than "
                                    + keyFile().getFileName())
                    + ". Remove it, and Hopscope writes it again at the next start; or put back the "
                    + keyFile().getFileName() + " that belongs to it");
        }
    }

    private static byte @Nullable [] publicCertificate(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            if (file.toString().endsWith(".p12")) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(new java.io.ByteArrayInputStream(content), new char[0]);
                for (String alias : java.util.Collections.list(store.aliases())) {
                    return store.getCertificate(alias).getEncoded();
                }
                return null;
            }
            return java.security.cert.CertificateFactory.getInstance("X.509")
                    .generateCertificate(new java.io.ByteArrayInputStream(content))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException e) {
            return null;
        }
    }

    private static byte[] keyStore(Pair pair) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, pair.key(), PASSWORD.toCharArray(), new X509Certificate[] {pair.certificate()});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD.toCharArray());
        return out.toByteArray();
    }

    /** The certificate alone, unencrypted, under an empty password, marked as trusted for Java; its check sum is the one that every system reads. */
    private static byte[] certificateStore(X509Certificate certificate) throws IOException, GeneralSecurityException {
        try {
            JcaPKCS12SafeBagBuilder bag = new JcaPKCS12SafeBagBuilder(certificate);
            bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(ALIAS));
            bag.addBagAttribute(
                    new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1"), KeyPurposeId.anyExtendedKeyUsage);
            return new PKCS12PfxPduBuilder()
                    .addData(bag.build())
                    .build(new BcPKCS12MacCalculatorBuilder(), new char[0])
                    .getEncoded();
        } catch (PKCSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static byte[] pemOf(byte[] certificate) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        return ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** All or nothing: a file beside, forced to the disk, then renamed. */
    private void write(Path file, byte[] content, String mode) throws IOException {
        Path beside = Files.createTempFile(folder, ".hopscope-ca", ".new", attributes("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString(mode));
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private FileAttribute<?>[] attributes(String mode) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
