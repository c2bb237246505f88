package dev.hopscope.ui.detail;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Says in one or two sentences what happened to an exchange. Pure functions, any thread. Draws nothing. */
final class Wording {
    private Wording() {}

    static Sentence of(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange http -> http(http);
            case TunnelExchange tunnel -> tunnel(tunnel);
            case FailedHandshake handshake -> handshake(handshake);
        };
    }

    /** The program behind a connection, else its address. */
    static String client(ConnectionUse use) {
        var process = use.connection().process();
        return process != null
                ? process.name()
                : Messages.text(
                        "detail.says.clientAt", use.connection().remote().host());
    }

    /** {@code 200 OK}; the number alone where there is no phrase. */
    static String status(ResponseHead head) {
        return (head.status() + " " + head.reason()).strip();
    }

    /** {@code 87.9 ms}: three figures of a span of nanoseconds. */
    static String span(long nanos) {
        double millis = nanos / 1e6;
        if (millis < 99.95) {
            return String.format(Locale.ENGLISH, "%.1f ms", millis);
        }
        return Figures.duration(Math.round(nanos / 1000.0));
    }

    /** Nanoseconds from the first octet to the end; empty while it runs. */
    static OptionalLong total(Exchange exchange) {
        return exchange.outcome().terminal() ? exchange.timings().at(Mark.RETURN_END) : OptionalLong.empty();
    }

    static String passReason(PassReason reason) {
        return Messages.text("detail.pass." + reason.code().name().toLowerCase(Locale.ROOT), reason.detail());
    }

    static String phase(Phase phase) {
        return Messages.text("detail.phase." + phase.name().toLowerCase(Locale.ROOT));
    }

    private static Sentence http(HttpExchange x) {
        Sentence said = x.unreadable() != null ? unreadable(x) : message(x);
        if (x.upgradedTo() != null) {
            said = said.and(Sentence.of(
                    "detail.says.upgraded",
                    x.upgradedTo(),
                    Figures.size(x.requestBytes()),
                    Figures.size(x.responseBytes())));
        }
        boolean opened = x.parent() != null && x.origin() != null && x.origin().secure();
        Sentence changed = changes(x.changes(), opened);
        return changed == null ? said : said.and(changed);
    }

    private static Sentence unreadable(HttpExchange x) {
        Sentence said = Sentence.of("detail.says.unreadable", Sentence.plain(client(x.client())));
        return x.outcome() instanceof Outcome.Failed failed
                ? said.and(failure(failed.failure())).and(answer(x))
                : said;
    }

    private static Sentence message(HttpExchange x) {
        RequestHead request = x.heads().requestReceived();
        String method = request == null ? "" : request.method();
        Object who = switch (x.source()) {
            case Source.Captured c -> Sentence.plain(client(x.client()));
            case Source.Replayed r -> Sentence.plain(Messages.text("detail.says.replayer", r.original()));
            case Source.Sent s ->
                Sentence.plain(
                        s.original() == null
                                ? Messages.text("detail.says.sender")
                                : Messages.text("detail.says.senderFrom", s.original()));
            case Source.Validated v -> Sentence.plain(Messages.text("detail.says.validator", v.original()));
            case Source.Imported i -> Sentence.plain(client(x.client()));
        };
        return switch (x.outcome()) {
            case Outcome.Completed c -> completed(x, who, method);
            case Outcome.Pending p -> pending(x, who, method);
            case Outcome.Interrupted i -> Sentence.of("detail.says.interrupted", who, Sentence.plain(method));
            case Outcome.Failed f ->
                Sentence.of("detail.says.failed", who, Sentence.plain(method))
                        .and(failure(f.failure()))
                        .and(answer(x));
        };
    }

    private static Sentence completed(HttpExchange x, Object who, String method) {
        ResponseHead response = x.heads().response();
        if (response == null) {
            return Sentence.of("detail.says.noResponse", who, Sentence.plain(method));
        }
        String took = total(x).isPresent() ? span(total(x).getAsLong()) : "";
        Sentence said = Sentence.of("detail.says.completed", who, Sentence.plain(method), status(response), took);
        return x.answeredHere() ? said.and(Sentence.of("detail.says.answeredHere")) : said;
    }

    private static Sentence pending(HttpExchange x, Object who, String method) {
        ResponseHead response = x.heads().response();
        if (response != null) {
            return Sentence.of(
                    "detail.says.receiving",
                    who,
                    Sentence.plain(method),
                    status(response),
                    Figures.size(x.responseBytes()));
        }
        String key = x.heads().requestForwarded() != null
                ? "waiting"
                : x.originConnection() != null ? "sending" : "connecting";
        return Sentence.of(
                "detail.says." + key,
                who,
                Sentence.plain(method),
                Sentence.plain(x.origin() == null ? "" : x.origin().authority()));
    }

    /** The cause in its own words, after the phase in ours. */
    private static Sentence failure(Failure failure) {
        return Sentence.of("detail.says.cause", Sentence.plain(phase(failure.phase())), Sentence.bad(failure.detail()));
    }

    private static Sentence answer(HttpExchange x) {
        ResponseHead returned = x.heads().responseReturned();
        return returned != null && x.answeredHere()
                ? Sentence.of("detail.says.errorPage", status(returned))
                : new Sentence(List.of());
    }

    private static @Nullable Sentence changes(List<HeaderChange> changes, boolean opened) {
        long request =
                changes.stream().filter(c -> c.leg() == Direction.REQUEST).count();
        long response = changes.size() - request;
        if (request + response == 0) {
            return opened ? Sentence.of("detail.says.opened") : null;
        }
        String lines = response == 0
                ? Messages.text("detail.says.requestLines", request)
                : request == 0
                        ? Messages.text("detail.says.responseLines", response)
                        : Messages.text("detail.says.bothLines", request, response);
        return Sentence.of(opened ? "detail.says.openedAndChanged" : "detail.says.changed", Sentence.accent(lines));
    }

    private static Sentence tunnel(TunnelExchange x) {
        Sentence asked = Sentence.of("detail.says.tunnel", Sentence.plain(client(x.client())), x.target());
        String up = Figures.size(x.requestBytes());
        String down = Figures.size(x.responseBytes());
        if (x.outcome() instanceof Outcome.Failed failed) {
            return asked.and(failure(failed.failure()));
        }
        if (x.opened()) {
            return asked.and(Sentence.of("detail.says.tunnelOpened"));
        }
        if (x.passed() == null) {
            return asked.and(Sentence.of("detail.says.tunnelUndecided"));
        }
        Sentence passed = x.outcome().terminal()
                ? Sentence.of(
                        "detail.says.tunnelPassed", up, down, total(x).isPresent() ? span(total(x).getAsLong()) : "")
                : Sentence.of("detail.says.tunnelPassing", up, down);
        return asked.and(passed).and(Sentence.of("detail.says.tunnelWhy", Sentence.plain(passReason(x.passed()))));
    }

    private static Sentence handshake(FailedHandshake x) {
        Sentence said = Sentence.of("detail.says.handshake", Sentence.plain(client(x.client())), x.target());
        return x.outcome() instanceof Outcome.Failed failed ? said.and(failure(failed.failure())) : said;
    }
}
