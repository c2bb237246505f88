package dev.hopscope.proxy.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * A user's own authority, read from PEM (RFC 7468, and OpenSSL's older forms) or PKCS#12 (RFC 7292). Blocks; one use, one thread. Judges it by {@link AuthorityRules} and writes nothing.
 */
final class AuthorityImport {
    private static final String BEGIN = "-----BEGIN ";
    private static final int MOST_OCTETS = 1 << 20;

    private final @Nullable String password;
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();

    private AuthorityImport(@Nullable String password) {
        this.password = password;
    }

    /**
     * The authority of these files.
     *
     * @param keyFile PEM, where the key stands in a file of its own
     * @param password of key or store; null for none
     * @throws AuthorityException in words, also where it may not serve
     */
    static AuthorityFiles.Pair read(Path file, @Nullable Path keyFile, @Nullable String password)
            throws AuthorityException {
        AuthorityImport read = new AuthorityImport(password);
        read.add(file);
        if (keyFile != null) {
            read.add(keyFile);
        }
        return read.pair(keyFile == null ? file : keyFile, file);
    }

    private void add(Path file) throws AuthorityException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST_OCTETS + 1);
        } catch (IOException e) {
            throw new AuthorityException(file + " cannot be read: " + e, e);
        }
        if (content.length > MOST_OCTETS) {
            throw new AuthorityException(file
                    + " is larger than 1 MiB, which no authority is: give the file of its certificate and key alone."
                    + " Nothing was changed");
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains(BEGIN)) {
            addPem(file, text);
        } else {
            addStore(file, content);
        }
    }

    private void addPem(Path file, String text) throws AuthorityException {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                switch (object) {
                    case X509CertificateHolder holder ->
                        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                    case PEMKeyPair pair -> keys.add(key(pair.getPrivateKeyInfo()));
                    case PrivateKeyInfo info -> keys.add(key(info));
                    case PEMEncryptedKeyPair pair -> keys.add(decrypted(file, pair));
                    case PKCS8EncryptedPrivateKeyInfo info -> keys.add(decrypted(file, info));
                    default -> {} // parameters of a curve, requests and the like say nothing here
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new AuthorityException(
                    file + " is PEM that cannot be read: " + e.getMessage() + ". Nothing was changed", e);
        }
    }

    private static PrivateKey key(PrivateKeyInfo info) throws IOException {
        return new JcaPEMKeyConverter().getPrivateKey(info);
    }

    private PrivateKey decrypted(Path file, PEMEncryptedKeyPair pair) throws AuthorityException {
        char[] secret = secret(file);
        try {
            var decryptor = new JcePEMDecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(secret);
            return key(pair.decryptKeyPair(decryptor).getPrivateKeyInfo());
        } catch (IOException e) {
            throw wrongPassword(file, e);
        }
    }

    private PrivateKey decrypted(Path file, PKCS8EncryptedPrivateKeyInfo info) throws AuthorityException {
        char[] secret = secret(file);
        try {
            var decryptor = new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(secret);
            return key(info.decryptPrivateKeyInfo(decryptor));
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw wrongPassword(file, e);
        }
    }

    private char[] secret(Path file) throws PasswordNeeded {
        if (password == null) {
            throw new PasswordNeeded("the key in " + file + " is encrypted. Give its password");
        }
        return password.toCharArray();
    }

    private static PasswordNeeded wrongPassword(Path file, Exception cause) {
        return new PasswordNeeded("the password does not open the key in " + file, cause);
    }

    private void addStore(Path file, byte[] content) throws AuthorityException {
        char[] secret = password == null ? new char[0] : password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, secret) instanceof Key key && key instanceof PrivateKey own) {
                    keys.add(own);
                }
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            if (content.length > 0 && content[0] == 0x30) {
                throw password == null
                        ? new PasswordNeeded(file + " is a PKCS#12 store that needs its password, or is damaged", e)
                        : new PasswordNeeded("the password does not open " + file + ", or the file is damaged", e);
            }
            throw new AuthorityException(file + " is neither PEM nor PKCS#12. Nothing was changed", e);
        }
    }

    /** Of all that was read, what belongs together; an authority goes before other certificates. */
    private AuthorityFiles.Pair pair(Path keyFile, Path file) throws AuthorityException {
        if (keys.isEmpty()) {
            throw new AuthorityException(keyFile + " holds no private key, and an authority cannot sign without it."
                    + " Nothing was changed");
        }
        if (certificates.isEmpty()) {
            throw new AuthorityException(file + " holds no certificate. Nothing was changed");
        }
        List<AuthorityFiles.Pair> pairs = new ArrayList<>();
        for (PrivateKey key : keys) {
            for (X509Certificate certificate : certificates) {
                if (AuthorityRules.belongTogether(certificate, key)) {
                    pairs.add(new AuthorityFiles.Pair(certificate, key));
                }
            }
        }
        if (pairs.isEmpty()) {
            // a key that this Java cannot use belongs to nothing: then the certificate says why
            AuthorityRules.check(certificates.getFirst());
            throw new AuthorityException("the private key does not belong to the certificate. Nothing was changed");
        }
        AuthorityFiles.Pair chosen = pairs.stream()
                .filter(one -> one.certificate().getBasicConstraints() >= 0)
                .findFirst()
                .orElse(pairs.getFirst());
        AuthorityRules.check(chosen.certificate());
        return chosen;
    }
}
