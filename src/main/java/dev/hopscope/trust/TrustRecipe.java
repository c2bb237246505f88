package dev.hopscope.trust;

import java.util.List;

/**
 * How one system or runtime is made to trust our authority, and how that is taken back. Immutable. Runs nothing.
 *
 * @param id stable, and the key of its words: {@code debian}
 * @param format which file it needs
 * @param commands one a line, with places for files; empty where it is done by hand, as the note says
 * @param removal likewise
 */
public record TrustRecipe(String id, TrustGroup group, Format format, List<String> commands, List<String> removal) {
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

    /** What it is called. */
    public String title() {
        return TrustWords.text("trust." + id);
    }

    /** What to know, or to do by hand; may be empty. */
    public String note() {
        return TrustWords.optional("trust." + id + ".note");
    }

    /** What to know about the removal; may be empty. */
    public String removalNote() {
        return TrustWords.optional("trust." + id + ".remove");
    }

    /** The lines to type. */
    public List<String> install(TrustFiles files) {
        return commands.stream().map(files::fill).toList();
    }

    /** The lines that take it back. */
    public List<String> remove(TrustFiles files) {
        return removal.stream().map(files::fill).toList();
    }

    static TrustRecipe pem(String id, TrustGroup group, List<String> commands, List<String> removal) {
        return new TrustRecipe(id, group, Format.PEM, commands, removal);
    }
}
