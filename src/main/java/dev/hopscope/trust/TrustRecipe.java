package dev.hopscope.trust;

import java.util.List;

/**
 * How one system or runtime is made to trust our authority. Immutable. The commands expect the downloaded file in the current folder.
 *
 * @param id stable, and the key of its title: {@code debian}
 * @param format which file it needs
 * @param commands to type, one a line; empty where it is done by hand, as the words of {@code id} say
 */
public record TrustRecipe(String id, Format format, List<String> commands) {
    /** The files that hold the certificate. */
    public enum Format {
        PEM("hopscope-ca-cert.pem"),
        DER("hopscope-ca-cert.cer"),
        P12("hopscope-ca-cert.p12");

        private final String fileName;

        Format(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }
    }
}
