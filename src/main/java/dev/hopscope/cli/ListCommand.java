package dev.hopscope.cli;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.interchange.ExchangeJson;
import dev.hopscope.interchange.ExchangeUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code list SESSION}: one line a row. Runs on the thread that called; streams, whatever the number of rows. */
@Command(
        name = "list",
        header = "List the rows of a session.",
        description = "Exchanges, tunnels and failed handshakes, in the order they began.%n",
        sortOptions = false)
final class ListCommand implements Callable<Integer> {
    private final Program program;
    private final Console console;

    @Mixin
    private final SessionArgument argument = new SessionArgument();

    @Option(
            names = "--json",
            description = {
                "One JSON object a line: id time client method url protocol status requestBytes responseBytes"
                        + " durationMs outcome kind parent;",
                "null for what is not known."
            })
    private boolean json;

    @Option(names = "--count", description = "Only the number of rows.")
    private boolean count;

    @Mixin
    private final HelpOption help = new HelpOption();

    ListCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (SessionReader reader = argument.open(program)) {
            if (count) {
                console.print(Long.toString(reader.count()));
                return ExitStatus.OK;
            }
            long rows = json ? asJson(reader) : asText(reader);
            argument.report(reader, console);
            if (rows == 0) {
                console.message("The session holds no rows.");
                return ExitStatus.NOTHING_FOUND;
            }
            return ExitStatus.OK;
        }
    }

    private long asJson(SessionReader reader) throws IOException {
        try (Writer out = new JsonSafeWriter(console.machine())) {
            return each(reader, row -> ExchangeJson.line(RowText.summary(row, url(row, reader)), out));
        }
    }

    private long asText(SessionReader reader) throws IOException {
        try (Writer out = console.text()) {
            return each(reader, row -> {
                out.write(SafeText.line(RowText.of(row)));
                out.write('\n');
            });
        }
    }

    /** A long URL is looked up, since a row holds its beginning only. */
    private static @Nullable String url(ExchangeRow row, SessionReader reader) throws IOException {
        if (row.pathCut()) {
            Optional<Exchange> whole = reader.find(new ExchangeId(row.id()));
            if (whole.isPresent()) {
                return ExchangeUrl.of(whole.get());
            }
        }
        return RowText.url(row);
    }

    /** What is done with each row. */
    private interface Visitor {
        void row(ExchangeRow row) throws IOException;
    }

    private static long each(SessionReader reader, Visitor visitor) throws IOException {
        long[] count = new long[1];
        try {
            reader.rows(row -> {
                try {
                    visitor.row(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                count[0]++;
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return count[0];
    }
}
