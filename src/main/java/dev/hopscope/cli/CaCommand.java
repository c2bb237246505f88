package dev.hopscope.cli;

import dev.hopscope.proxy.Authority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ca}: our authority's certificate, and another in its place; never its key. Runs on the thread that called. Installs nothing. */
@Command(
        name = "ca",
        header = "Give out the certificate of Hopscope's authority, made on first use.",
        description = {
            "Writes the certificate (never the private key) to FILE, or to stdout.",
            "With --recipe it prints what makes a system or runtime trust it, and with --remove what takes that back;"
                    + " nothing is run.%n"
        },
        sortOptions = false)
final class CaCommand implements Callable<Integer> {
    private final Program program;
    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Format format = new Format();

    /** Which form; one of them. */
    static final class Format {
        @Option(names = "--pem", description = "PEM: curl, most of Unix, most programs.")
        private boolean pem;

        @Option(names = "--der", description = "DER (.cer): Windows, Android, Java.")
        private boolean der;

        @Option(names = "--p12", description = "PKCS#12, the certificate alone, without password.")
        private boolean p12;

        @Option(
                names = "--bundle",
                description = "PEM: the authorities of this system and ours, into FILE; most variables replace them.")
        private boolean bundle;

        @Option(
                names = "--truststore",
                description = "PKCS#12: the same for Java, password changeit; FILE must be given.")
        private boolean trustStore;

        @Option(names = "--check", description = "Say where this machine trusts it; status 1: nowhere.")
        private boolean check;

        @Option(
                names = "--import",
                paramLabel = "FILE",
                description = "Take an authority of your own: PEM with certificate and key, or PKCS#12.")
        private @Nullable Path own;

        @Option(names = "--regenerate", description = "Make another authority; clients have to trust it anew.")
        private boolean regenerate;

        @Option(names = "--recipes", description = "List what can be made to trust it: id, title.")
        private boolean recipes;

        @Option(names = "--recipe", paramLabel = "ID", description = "The commands for one of them.")
        private @Nullable String recipe;
    }

    @Option(names = "--remove", description = "With --recipe: the commands that take it back.")
    private boolean remove;

    @Option(names = "--key", paramLabel = "FILE", description = "With --import: PEM with the private key.")
    private @Nullable Path key;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "With --import: the password of key or store is its first line.")
    private @Nullable Path passwordFile;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file to write (default: stdout).")
    private @Nullable Path file;

    @Mixin
    private final FolderArguments folder = new FolderArguments();

    @Mixin
    private final HelpOption help = new HelpOption();

    CaCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CaTrust trust = new CaTrust(console);
        refuseWhatDoesNotGoTogether();
        if (format.recipes) {
            return trust.list();
        }
        if (format.regenerate || format.own != null) {
            return trust.replace(program, folder.folder(), format.own, key, passwordFile);
        }
        Authority authority;
        try {
            authority = program.authority(folder.folder());
        } catch (IOException e) {
            throw CommandFailure.failure(Words.of(e));
        }
        if (format.check) {
            return trust.check(authority);
        }
        if (format.recipe != null) {
            return trust.recipe(format.recipe, remove, authority);
        }
        if (format.trustStore || format.bundle) {
            return trust.bundle(authority, file, format.trustStore);
        }
        give(authority);
        console.message("SHA-256 fingerprint " + authority.fingerprint());
        return ExitStatus.OK;
    }

    private void refuseWhatDoesNotGoTogether() {
        if (remove && format.recipe == null) {
            throw CommandFailure.wrongUse("--remove goes with --recipe ID.");
        }
        if ((key != null || passwordFile != null) && format.own == null) {
            throw CommandFailure.wrongUse("--key and --password-file go with --import FILE.");
        }
        if (file != null
                && (format.regenerate
                        || format.own != null
                        || format.recipes
                        || format.check
                        || format.recipe != null)) {
            throw CommandFailure.wrongUse("No file is written here: leave FILE out.");
        }
        if (file == null && (format.trustStore || format.bundle)) {
            throw CommandFailure.wrongUse("Say which FILE is to be written.");
        }
    }

    private void give(Authority authority) throws IOException {
        Path source = format.pem ? authority.pemFile() : format.der ? authority.derFile() : authority.p12File();
        if (file == null) {
            try (OutputStream out = console.octets()) {
                Files.copy(source, out);
            }
        } else {
            copy(source, file.toAbsolutePath().normalize());
        }
    }

    private static void copy(Path source, Path target) {
        try {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.failure(target + " cannot be written: " + Words.of(e));
        }
    }
}
