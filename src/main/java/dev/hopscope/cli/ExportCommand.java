package dev.hopscope.cli;

import dev.hopscope.capture.SessionReader;
import dev.hopscope.interchange.HarExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export SESSION --har FILE}: the session for other programs. Runs on the thread that called; streams. */
@Command(name = "export", header = "Write a session as HAR 1.2.", description = "%n", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Program program;
    private final Console console;

    @Mixin
    private final SessionArgument argument = new SessionArgument();

    @Option(names = "--har", paramLabel = "FILE", required = true, description = "The file to write; '-' for stdout.")
    private String file = "";

    @Mixin
    private final HelpOption help = new HelpOption();

    ExportCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (SessionReader reader = argument.open(program)) {
            HarExport.Written written;
            if (file.equals("-")) {
                written = HarFile.write(reader, console.octets());
            } else {
                Path target = Path.of(file).toAbsolutePath().normalize();
                try {
                    written = HarFile.write(reader, target);
                } catch (IOException e) {
                    throw CommandFailure.failure(target + " cannot be written: " + Words.of(e));
                }
            }
            argument.report(reader, console);
            console.message(words(written));
            return written.entries() == 0 ? ExitStatus.NOTHING_FOUND : ExitStatus.OK;
        }
    }

    private static String words(HarExport.Written written) {
        String left = written.leftOut() == 0
                ? ""
                : " " + written.leftOut() + " tunnels and failed handshakes have no place in HAR and were left out.";
        return written.entries() + " exchanges were written." + left;
    }
}
