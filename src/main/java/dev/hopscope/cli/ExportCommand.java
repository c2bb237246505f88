package dev.hopscope.cli;

import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.interchange.HarExport;
import dev.hopscope.interchange.code.Code;
import dev.hopscope.interchange.code.CodeTarget;
import dev.hopscope.interchange.code.CodeTargets;
import dev.hopscope.replay.RecordedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code export SESSION --har FILE} and {@code export SESSION --as TARGET --id N}: a session or a request for other programs.
 * Runs on the thread that called; streams a session, holds a request in memory.
 */
@Command(
        name = "export",
        header = "Write a session as HAR 1.2, or one request as code.",
        description = "%n",
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Program program;
    private final Console console;

    @Mixin
    private final SessionArgument argument = new SessionArgument();

    @Option(names = "--har", paramLabel = "FILE", description = "The file to write; '-' for stdout.")
    private @Nullable String file;

    @Option(
            names = "--as",
            paramLabel = "TARGET",
            description = "Write the request of one row for this program: curl, python-requests, raw, ...")
    private @Nullable String target;

    @Option(names = "--id", paramLabel = "N", description = "The number of the row, as 'list' shows it.")
    private long id;

    @Option(names = "--mask", description = "With --as: tokens, passwords and cookies become ***.")
    private boolean mask;

    @Mixin
    private final HelpOption help = new HelpOption();

    ExportCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (target != null && file == null) {
            return code(target);
        }
        if (file == null || target != null || mask || id != 0) {
            throw CommandFailure.wrongUse("Give either --har FILE, or --as TARGET with --id N.");
        }
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

    private Integer code(String name) throws IOException {
        CodeTarget chosen = CodeTargets.byId(name)
                .orElseThrow(() -> CommandFailure.wrongUse("There is no target '" + name + "'. There are: "
                        + CodeTargets.ALL.stream().map(one -> one.card().id()).collect(Collectors.joining(", "))
                        + "."));
        if (id <= 0) {
            throw CommandFailure.wrongUse("--as needs --id N. 'hopscope list SESSION' shows the numbers.");
        }
        try (SessionReader reader = argument.open(program)) {
            Exchange exchange = reader.find(new ExchangeId(id))
                    .orElseThrow(() -> CommandFailure.nothingFound("The session has no row " + id + "."));
            Code code = switch (RecordedRequest.read(exchange, reader.bodies())) {
                case RecordedRequest.Missing missing -> new Code.Refused(missing.why());
                case RecordedRequest.Whole whole -> CodeTargets.write(chosen, whole.draft(), mask);
            };
            argument.report(reader, console);
            return switch (code) {
                case Code.Refused refused -> throw CommandFailure.failure(refused.why());
                case Code.Text text -> {
                    OutputStream out = console.octets();
                    out.write(text.text().getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    text.notes().forEach(console::message);
                    yield ExitStatus.OK;
                }
            };
        }
    }

    private static String words(HarExport.Written written) {
        String left = written.leftOut() == 0
                ? ""
                : " " + written.leftOut() + " tunnels and failed handshakes have no place in HAR and were left out.";
        return written.entries() + " exchanges were written." + left;
    }
}
