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

/** {@code ca}: our authority's certificate, never its key. Runs on the thread that called. Installs nothing. */
@Command(
        name = "ca",
        header = "Give out the certificate of Hopscope's authority, made on first use.",
        description = "Writes the certificate (never the private key) to FILE, or to stdout.%n",
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
    }

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
        Authority authority;
        try {
            authority = program.authority(folder.folder());
        } catch (IOException e) {
            throw CommandFailure.failure(Words.of(e));
        }
        Path source = format.pem ? authority.pemFile() : format.der ? authority.derFile() : authority.p12File();
        if (file == null) {
            try (OutputStream out = console.octets()) {
                Files.copy(source, out);
            }
        } else {
            copy(source, file.toAbsolutePath().normalize());
        }
        console.message("SHA-256 fingerprint " + authority.fingerprint());
        return ExitStatus.OK;
    }

    private static void copy(Path source, Path target) {
        try {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.failure(target + " cannot be written: " + Words.of(e));
        }
    }
}
