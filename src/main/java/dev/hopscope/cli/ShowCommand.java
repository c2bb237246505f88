package dev.hopscope.cli;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.interchange.ExchangeJson;
import dev.hopscope.interchange.ExchangeSummary;
import dev.hopscope.interchange.ExchangeUrl;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show SESSION ID}: all that is known of one exchange. Runs on the thread that called; streams bodies. */
@Command(
        name = "show",
        header = "Show one exchange: its four heads, what changed and why, its bodies.",
        description = "%n",
        sortOptions = false)
final class ShowCommand implements Callable<Integer> {
    private final Program program;
    private final Console console;

    @Mixin
    private final SessionArgument argument = new SessionArgument();

    @Parameters(index = "1", paramLabel = "ID", description = "The number of the row, as 'list' shows it.")
    private String id = "";

    @Option(
            names = "--json",
            description = {
                "As one JSON object: the fields of 'list --json' and heads (four), changes, connections,",
                "timings (milliseconds from the first octet), bodies (text or base64)."
            })
    private boolean json;

    @Mixin
    private final HelpOption help = new HelpOption();

    ShowCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ExchangeId wanted = parse(id);
        try (SessionReader reader = argument.open(program)) {
            Exchange exchange = reader.find(wanted)
                    .orElseThrow(() -> CommandFailure.nothingFound("The session has no row " + wanted.value() + "."));
            if (json) {
                asJson(exchange, reader);
            } else {
                asText(exchange, reader);
            }
            argument.report(reader, console);
        }
        return ExitStatus.OK;
    }

    private static ExchangeId parse(String text) {
        try {
            return new ExchangeId(Long.parseLong(text.startsWith("#") ? text.substring(1) : text));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse("'" + text + "' is no number of a row. 'hopscope list SESSION' shows them.");
        }
    }

    private void asJson(Exchange exchange, SessionReader reader) throws IOException {
        try (Writer out = new JsonSafeWriter(console.machine())) {
            ExchangeSummary summary = RowText.summary(ExchangeRow.of(exchange), ExchangeUrl.of(exchange));
            ExchangeJson.whole(summary, exchange, reader.bodies(), out);
        }
    }

    private void asText(Exchange exchange, SessionReader reader) throws IOException {
        try (Writer out = console.text()) {
            out.write(SafeText.line(RowText.of(ExchangeRow.of(exchange)).strip()));
            out.write('\n');
            new ExchangeText(out, reader.bodies()).write(exchange);
        }
    }
}
