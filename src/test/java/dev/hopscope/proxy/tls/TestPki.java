package dev.hopscope.proxy.tls;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Certificates for tests, good and bad: {@code TestPki.leaf("a.test").from(root).issue()}. Keys of a kind are made once and shared. */
public final class TestPki {
    private static final Map<String, List<KeyPair>> KEYS = new HashMap<>();

    private TestPki() {}

    /** A certificate with its key, and what it was issued by up to the root. */
    public record Issued(
            X509Certificate certificate,
            PrivateKey key,
            @Nullable Issued by) {
        /** Leaf and intermediates, without the root: what a server sends. */
        public List<X509Certificate> chain() {
            List<X509Certificate> chain = new ArrayList<>();
            for (Issued one = this; one != null && (one.by != null || chain.isEmpty()); one = one.by) {
                chain.add(one.certificate);
            }
            return chain;
        }

        /** The certificate in a PEM file of this folder. */
        public Path pem(Path folder) throws Exception {
            Path file = Files.createTempFile(folder, "test", ".pem");
            return Files.write(file, AuthorityFiles.pemOf(certificate.getEncoded()));
        }

        /** Key managers of a server that sends {@code sent}. */
        public KeyManagerFactory keys(X509Certificate... sent) throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", key, new char[0], sent.length == 0 ? chain().toArray(X509Certificate[]::new) : sent);
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(store, new char[0]);
            return factory;
        }
    }

    /** A root on P-256 for ten years. */
    public static Issued root(String name) throws Exception {
        return ca(name).issue();
    }

    /** An authority: with {@link Draft#from} an intermediate, else a root. */
    public static Draft ca(String name) {
        return new Draft(name).authority(-1).usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    /** A good server certificate, to be spoilt. */
    public static Draft leaf(String host) {
        return new Draft(host).dns(host).purpose(KeyPurposeId.id_kp_serverAuth).usage(KeyUsage.digitalSignature);
    }

    /** What a certificate is to be like. */
    public static final class Draft {
        private final X500Name subject;
        private String keyKind = "EC secp256r1";
        private @Nullable String signature;
        private Instant from = Instant.now().minus(Duration.ofDays(2));
        private Instant until = Instant.now().plus(Duration.ofDays(400));
        private final List<GeneralName> names = new ArrayList<>();
        private final List<KeyPurposeId> purposes = new ArrayList<>();
        private @Nullable BasicConstraints constraints;
        private @Nullable KeyUsage usage;
        private final List<Extension> more = new ArrayList<>();
        private @Nullable Issued issuer;
        private boolean forged;

        private Draft(String name) {
            subject = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.CN, name)
                    .build();
        }

        public Draft from(Issued by) {
            issuer = by;
            return this;
        }

        /** {@code RSA 2048}, {@code EC secp256r1}, {@code DSA 2048}, {@code Ed25519}. */
        public Draft key(String kind) {
            keyKind = kind;
            return this;
        }

        public Draft signature(String algorithm) {
            signature = algorithm;
            return this;
        }

        public Draft valid(Duration fromNow, Duration untilFromNow) {
            from = Instant.now().plus(fromNow);
            until = Instant.now().plus(untilFromNow);
            return this;
        }

        public Draft dns(String name) {
            names.add(new GeneralName(GeneralName.dNSName, new DERIA5String(name)));
            return this;
        }

        public Draft ip(String literal) {
            names.add(new GeneralName(GeneralName.iPAddress, literal));
            return this;
        }

        public Draft mail(String address) {
            names.add(new GeneralName(GeneralName.rfc822Name, address));
            return this;
        }

        public Draft withoutNames() {
            names.clear();
            return this;
        }

        public Draft purpose(KeyPurposeId purpose) {
            purposes.add(purpose);
            return this;
        }

        public Draft withoutPurpose() {
            purposes.clear();
            return this;
        }

        /** @param pathLength -1 for none */
        public Draft authority(int pathLength) {
            constraints = pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength);
            return this;
        }

        public Draft noAuthority() {
            constraints = null;
            return this;
        }

        public Draft usage(int bits) {
            usage = bits == 0 ? null : new KeyUsage(bits);
            return this;
        }

        public Draft extension(String oid, boolean critical, byte[] content) {
            more.add(new Extension(new ASN1ObjectIdentifier(oid), critical, content));
            return this;
        }

        /** Name constraints of one kind ({@link GeneralName#dNSName} …). */
        public Draft constrain(int kind, List<String> permitted, List<String> excluded) throws Exception {
            NameConstraints all = new NameConstraints(subtrees(kind, permitted), subtrees(kind, excluded));
            return extension(Extension.nameConstraints.getId(), true, all.getEncoded());
        }

        private static GeneralSubtree @Nullable [] subtrees(int kind, List<String> names) {
            return names.isEmpty()
                    ? null
                    : names.stream()
                            .map(n -> new GeneralSubtree(new GeneralName(kind, n)))
                            .toArray(GeneralSubtree[]::new);
        }

        /** Signed by another key than the issuer's. */
        public Draft forged() {
            forged = true;
            return this;
        }

        public Issued issue() throws Exception {
            KeyPair key = keyOf(keyKind, issuer == null ? 0 : depth(issuer));
            PrivateKey signer =
                    forged ? newKey("EC secp256r1").getPrivate() : issuer == null ? key.getPrivate() : issuer.key();
            X500Name issuerName = issuer == null
                    ? subject
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuerName,
                    new BigInteger(100, new SecureRandom()).setBit(99),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
            addExtensions(builder);
            X509CertificateHolder holder = builder.build(
                    new JcaContentSignerBuilder(signature == null ? algorithm(signer) : signature).build(signer));
            return new Issued(new JcaX509CertificateConverter().getCertificate(holder), key.getPrivate(), issuer);
        }

        private void addExtensions(X509v3CertificateBuilder builder) throws Exception {
            if (constraints != null) {
                builder.addExtension(Extension.basicConstraints, true, constraints);
            }
            if (usage != null) {
                builder.addExtension(Extension.keyUsage, true, usage);
            }
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            }
            if (!purposes.isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
            }
            for (Extension extension : more) {
                builder.addExtension(extension);
            }
        }

        private static int depth(Issued issuer) {
            return issuer.by() == null ? 1 : 1 + depth(issuer.by());
        }

        private static String algorithm(PrivateKey key) {
            return switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "DSA" -> "SHA256withDSA";
                case "EdDSA" -> "Ed25519";
                default -> "SHA256withECDSA";
            };
        }
    }

    private static synchronized KeyPair keyOf(String kind, int depth) throws GeneralSecurityException {
        List<KeyPair> keys = KEYS.computeIfAbsent(kind, k -> new ArrayList<>());
        // an EC key costs nothing: each its own; others are shared by all of one depth, so that nobody signs itself by
        // accident
        if (kind.startsWith("EC")) {
            return newKey(kind);
        }
        while (keys.size() <= depth) {
            keys.add(newKey(kind));
        }
        return keys.get(depth);
    }

    private static KeyPair newKey(String kind) throws GeneralSecurityException {
        String[] parts = kind.split(" ");
        KeyPairGenerator generator = KeyPairGenerator.getInstance(parts[0]);
        if (parts[0].equals("EC")) {
            generator.initialize(new ECGenParameterSpec(parts[1]));
        } else if (parts.length > 1) {
            generator.initialize(Integer.parseInt(parts[1]));
        }
        return generator.generateKeyPair();
    }
}
