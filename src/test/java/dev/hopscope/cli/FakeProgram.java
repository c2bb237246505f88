package dev.hopscope.cli;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.Bodies;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.proxy.Authority;
import dev.hopscope.proxy.AuthorityChanges;
import dev.hopscope.settings.ConfigFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A program without proxy and screen: remembers what it was asked for, and has one session in memory. */
final class FakeProgram implements Program {
    final List<Exchange> exchanges = new ArrayList<>();
    final List<String> damage = new ArrayList<>();
    Bodies bodies = ref -> {
        throw new IOException("no bodies here");
    };

    @Nullable
    RunRequest asked;

    @Nullable
    Path opened;

    String out = "";
    String err = "";

    /** Runs a command and keeps what it wrote. */
    int run(String... args) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Console console =
                new Console(stdout, new PrintStream(stderr, true, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        int status = Commands.run(this, console, args);
        out = stdout.toString(StandardCharsets.UTF_8);
        err = stderr.toString(StandardCharsets.UTF_8);
        return status;
    }

    @Override
    public void warmUp() {
        // nothing here is slow to load
    }

    @Override
    public int window(RunRequest request) {
        asked = request;
        return ExitStatus.OK;
    }

    @Override
    public int open(Path session, ConfigFolder folder) {
        opened = session;
        return ExitStatus.OK;
    }

    @Override
    public HeadlessRun run(RunRequest request) throws IOException {
        throw new IOException("There is no proxy here.");
    }

    @Override
    public Authority authority(ConfigFolder folder) throws IOException {
        throw new IOException("There is no authority here.");
    }

    @Override
    public AuthorityChanges authorities(ConfigFolder folder) throws IOException {
        throw new IOException("There is no authority here.");
    }

    @Override
    public SessionReader read(Path file) {
        return new SessionReader() {
            @Override
            public long count() {
                return exchanges.size();
            }

            @Override
            public void rows(Predicate<ExchangeRow> visitor) {
                exchanges(exchange -> visitor.test(ExchangeRow.of(exchange)));
            }

            @Override
            public void exchanges(Predicate<Exchange> visitor) {
                for (Exchange exchange : exchanges) {
                    if (!visitor.test(exchange)) {
                        return;
                    }
                }
            }

            @Override
            public Optional<Exchange> find(ExchangeId id) {
                return exchanges.stream().filter(e -> e.id().equals(id)).findFirst();
            }

            @Override
            public Bodies bodies() {
                return bodies;
            }

            @Override
            public List<String> damage() {
                return damage;
            }

            @Override
            public void close() {}
        };
    }
}
