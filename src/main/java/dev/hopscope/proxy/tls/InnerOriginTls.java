package dev.hopscope.proxy.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The server's side of TLS for an origin inside the program, with a certificate and key of its own for this run, signed by our authority. Immutable, any thread;
 * made in some ten milliseconds. Opens no socket, and does not make Hopscope trust it: who starts the origin names the fingerprint to {@link OriginTls}.
 *
 * @param fingerprint SHA-256 of the certificate: upper-case hex pairs with colons
 */
public record InnerOriginTls(SSLContext context, String fingerprint) {
    /** @throws AuthorityException where the authority is unusable */
    public static InnerOriginTls of(CertificateAuthority authority, String host) throws AuthorityException {
        ServerName name = ServerName.of(host);
        if (name == null) {
            throw new IllegalArgumentException("no certificate can name " + host);
        }
        try {
            LeafKeys keys = new LeafKeys(authority);
            X509Certificate leaf = keys.leaf(name);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(host, keys.key(), new char[0], new Certificate[] {leaf, authority.certificate()});
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return new InnerOriginTls(context, CertificateAuthority.fingerprint(leaf.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new AuthorityException("no certificate for " + host + " could be made: " + e.getMessage(), e);
        }
    }
}
