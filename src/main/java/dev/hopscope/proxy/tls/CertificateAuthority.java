package dev.hopscope.proxy.tls;

import dev.hopscope.proxy.Authority;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Our own certificate authority: made on the first start, then read. Immutable once open; any thread. Gives its private key to nobody outside this package,
 * and mints nothing itself.
 */
public final class CertificateAuthority implements Authority {
    private static final int YEARS = 10;

    private final AuthorityFiles files;
    private final AuthorityFiles.Pair pair;

    private CertificateAuthority(AuthorityFiles files, AuthorityFiles.Pair pair) {
        this.files = files;
        this.pair = pair;
    }

    /**
     * Reads the authority of this folder, or makes folder (0700) and authority. Blocks for up to a second on the first start.
     *
     * @throws AuthorityException where the files cannot be used; none of them was changed
     */
    public static CertificateAuthority open(Path folder) throws AuthorityException {
        AuthorityFiles files = new AuthorityFiles(folder);
        return new CertificateAuthority(files, files.openOr(CertificateAuthority::make));
    }

    /**
     * Makes another authority in the place of the one in this folder, which is kept beside with a date. Who trusted that one does not trust this one.
     * An instance that is open stays what it was.
     *
     * @throws AuthorityException where the files cannot be written
     */
    public static Replaced regenerate(Path folder) throws AuthorityException {
        return replace(folder, CertificateAuthority::make);
    }

    /**
     * Takes a user's own authority in its place, likewise.
     *
     * @param keyFile PEM, where the key stands in a file of its own; else null
     * @param password of key or store; null for none
     * @throws PasswordNeeded where it opens with another password only
     * @throws AuthorityException in words, where it may not serve; nothing was changed then
     */
    public static Replaced takeOver(Path folder, Path file, @Nullable Path keyFile, @Nullable String password)
            throws AuthorityException {
        AuthorityFiles.Pair pair = AuthorityImport.read(file, keyFile, password);
        return replace(folder, () -> pair);
    }

    /**
     * What is in force from the next start on.
     *
     * @param former where the key of the one before is kept; null where there was none
     */
    public record Replaced(
            CertificateAuthority authority, @Nullable Path former) {}

    private static Replaced replace(Path folder, AuthorityFiles.Maker maker) throws AuthorityException {
        Path former = new AuthorityFiles(folder).replace(maker);
        return new Replaced(open(folder), former);
    }

    private static AuthorityFiles.Pair make() throws GeneralSecurityException {
        KeyPair key = Mint.key();
        Instant from = Instant.now().minus(Duration.ofDays(1));
        Instant until = from.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        return new AuthorityFiles.Pair(Mint.root(key, commonName(), from, until), key.getPrivate());
    }

    /** Tells machines, and authorities of one machine, apart in a list of trusted ones. */
    private static String commonName() {
        byte[] random = new byte[3];
        new SecureRandom().nextBytes(random);
        String name = "Hopscope CA " + HexFormat.of().formatHex(random);
        try {
            String host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "");
            return host.isEmpty() || name.length() + host.length() > 60 ? name : name + " " + host;
        } catch (UnknownHostException e) {
            return name;
        }
    }

    @Override
    public X509Certificate certificate() {
        return pair.certificate();
    }

    @Override
    public String fingerprint() {
        try {
            return fingerprint(pair.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e); // it came from its encoding
        }
    }

    /** SHA-256 as upper-case hex pairs with colons. */
    static String fingerprint(byte[] certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    PrivateKey key() {
        return pair.key();
    }

    @Override
    public Path pemFile() {
        return files.pem();
    }

    @Override
    public Path derFile() {
        return files.der();
    }

    @Override
    public Path p12File() {
        return files.p12();
    }
}
