package dev.hopscope.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authorities this system trusts, as they are now. Immutable; reading blocks. Judges none of them.
 *
 * @param place where they were read
 * @param encoded each certificate once, DER, in order
 */
record SystemAuthorities(String place, List<byte[]> encoded) {
    /** Where Linux and BSD systems keep theirs in one file. */
    static final List<Path> FILES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    /** Empty where this system keeps them in no place known. */
    static Optional<SystemAuthorities> ofThisMachine() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Optional.of(ofStores("Windows-ROOT"));
        }
        if (system.startsWith("mac")) {
            return Optional.of(ofStores("KeychainStore-ROOT", "KeychainStore"));
        }
        for (Path file : FILES) {
            if (Files.isReadable(file)) {
                return Optional.of(ofFile(file));
            }
        }
        return Optional.empty();
    }

    static SystemAuthorities ofFile(Path file) throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        Matcher blocks = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            seen.add(blocks.group(1).replaceAll("\\s", ""));
        }
        try {
            return new SystemAuthorities(
                    file.toString(),
                    seen.stream().map(Base64.getDecoder()::decode).toList());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds a certificate that is no Base64", e);
        }
    }

    private static SystemAuthorities ofStores(String... types) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try {
            for (String type : types) {
                KeyStore store = KeyStore.getInstance(type);
                store.load(null, null);
                all.addAll(certificates(store));
            }
            return new SystemAuthorities(String.join(", ", types), all);
        } catch (GeneralSecurityException e) {
            throw new IOException("the store " + String.join(", ", types) + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<byte[]> certificates(KeyStore store) throws GeneralSecurityException {
        List<byte[]> all = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate != null) {
                all.add(certificate.getEncoded());
            }
        }
        return all;
    }

    boolean holds(byte[] certificate) {
        return encoded.stream().anyMatch(one -> java.util.Arrays.equals(one, certificate));
    }
}
