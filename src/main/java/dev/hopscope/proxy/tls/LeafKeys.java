package dev.hopscope.proxy.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * The leaves minted so far, the last used first, under one key for the run; a handshake's engine names its host as the peer. Any thread: minting takes half a
 * millisecond, finding a lock's length. Trusts nobody.
 */
final class LeafKeys extends X509ExtendedKeyManager {
    /** Hosts whose leaf is kept. */
    static final int BOUND = 4_000;

    /** All in all, a day of clocks that are behind included. */
    static final Duration VALIDITY = Duration.ofDays(45);

    private static final Duration BACKWARDS = Duration.ofDays(1);
    /** A leaf that would expire within this time is minted again. */
    private static final Duration RESERVE = Duration.ofDays(5);

    private record Leaf(X509Certificate certificate, Instant until) {}

    private final Mint.Issuer issuer;
    private final Instant authorityUntil;
    private final KeyPair key;
    private final SubjectPublicKeyInfo spki;
    private final Map<String, Leaf> leaves = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Leaf> eldest) {
            return size() > BOUND;
        }
    };

    LeafKeys(CertificateAuthority authority) throws GeneralSecurityException {
        this(authority.certificate(), authority.key());
    }

    LeafKeys(X509Certificate root, PrivateKey rootKey) throws GeneralSecurityException {
        this.issuer = Mint.Issuer.of(root, rootKey);
        this.authorityUntil = root.getNotAfter().toInstant();
        this.key = Mint.key();
        this.spki = SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
    }

    /** Sees to it that a leaf for this host is at hand. */
    void prepare(ServerName host) throws GeneralSecurityException {
        leaf(host);
    }

    X509Certificate leaf(ServerName host) throws GeneralSecurityException {
        Instant now = Instant.now();
        synchronized (leaves) {
            Leaf known = leaves.get(host.text());
            if (known != null && now.plus(RESERVE).isBefore(known.until)) {
                return known.certificate;
            }
        }
        Instant from = now.minus(BACKWARDS);
        Instant full = from.plus(VALIDITY);
        Instant until = full.isBefore(authorityUntil) ? full : authorityUntil;
        X509Certificate minted = Mint.leaf(issuer, spki, host, from, until);
        synchronized (leaves) {
            leaves.put(host.text(), new Leaf(minted, until));
        }
        return minted;
    }

    /** An alias names one certificate, so that no native copy of an old one is taken for it. */
    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        String host = engine.getPeerHost();
        if (!keyType.startsWith("EC") || host == null) {
            return null;
        }
        X509Certificate certificate = getCertificateChain(host)[0];
        return host + " " + certificate.getSerialNumber().toString(Character.MAX_RADIX);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        ServerName host = ServerName.of(alias.split(" ", 2)[0]);
        if (host == null) {
            throw new IllegalArgumentException(alias);
        }
        try {
            return new X509Certificate[] {leaf(host)};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for " + host.text(), e);
        }
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key();
    }

    /** SHA-256 of the one public key, base64. */
    String keyDigest() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The one key of all leaves. */
    PrivateKey key() {
        return key.getPrivate();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    /** What Netty takes key managers from. */
    static final class Factory extends KeyManagerFactory {
        Factory(X509ExtendedKeyManager keys) {
            super(
                    new KeyManagerFactorySpi() {
                        @Override
                        protected void engineInit(KeyStore store, char[] password) {}

                        @Override
                        protected void engineInit(ManagerFactoryParameters spec) {}

                        @Override
                        protected KeyManager[] engineGetKeyManagers() {
                            return new KeyManager[] {keys};
                        }
                    },
                    new Provider("Hopscope", "1", "leaf certificates") {
                        private static final long serialVersionUID = 1;
                    },
                    "Hopscope");
        }
    }
}
